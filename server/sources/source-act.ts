import type { Context } from 'hono'
import { sql } from 'kysely'
import { codeNameFrom } from '../../core/intelligence/code-name.ts'
import { foldSource, type SourceFactRead } from '../../core/intelligence/source.ts'
import type { FileAction } from '../../core/kernel/action.ts'
import { newId } from '../../crypto/token.ts'
import { fileSourceFact, readSourceFact, sourceStream } from '../../wire/filing/source-filing.ts'
import { factOfSourceAct, isSourceDetermination, registeringFact } from '../../wire/office/source-commands.ts'
import type { SourceAct, SourceRegistered } from '../../wire/office/sources.ts'
import { useTerms } from '../../wire/source-terms.ts'
import { actOnFile, type Before, type Decided } from '../case/act-on-file.ts'
import { answerAct, refuseLook, versionDecidedOn } from '../case/answers.ts'
import type { CaseWorker } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { fileOnce, openedBy } from '../case/record.ts'
import { refuseDomain } from '../case/refuse-domain.ts'
import { organisationOf, refuseCharge } from './give-charge.ts'
import { refuseActor } from './who-acts.ts'

/** Enters somebody into the register under a name that is drawn, and stays theirs however often this is sent. */
export async function registerSource(c: Context, desk: CaseDesk, who: CaseWorker, asked: SourceRegistered): Promise<Response> {
  const { id, occurredAt } = asked
  const stream = sourceStream(id)
  const drawn = codeNameFrom(aNumber(), await namesTaken(desk))
  const tried = registeringFact(asked, drawn)
  if (tried.made === 'refusal') return refuseDomain(desk, tried.refusal)
  // Sent again, it is answered as the first time, and tells of two who were asked about then.
  const refused = (await organisationOf(desk, id)) === null ? await refuseCharge(desk, { organisation: who.organisation.id, charge: asked, before: null }) : null
  if (refused) return refused
  const filing = (codeName: string) => openedBy(who, fileSourceFact(id, { ...tried.fact, codeName } as typeof tried.fact))
  const answer = await fileOnce(desk, { who, id, stream, occurredAt }, (_at, held) => filing(held === null ? drawn : String(held.fact.clear['codeName'])), [{ stream, version: 0 }])
  if (answer.accepted) desk.changes.nudge()
  return answerAct(c, desk, answer, 201)
}

/** Drawn from an id that was drawn at random. */
const aNumber = (): number => Number.parseInt(newId().replaceAll('-', '').slice(0, 8), 16)

async function namesTaken({ cases }: CaseDesk): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code_name: string }>`select code_name from sources where code_name is not null`.execute(cases.entries.db)
  return new Set(rows.map((row) => row.code_name))
}

/** What an act is to the policies, where it is more than writing down what happened: whoever is given a source comes to know who they are. */
const ACTIONS: Partial<Readonly<Record<SourceAct['act'], FileAction>>> = { identify: 'identify', 'give-charge': 'name', authorise: 'decide', 'review-use': 'decide' }

/** Terms of use have no signing of their own yet, so those that Daylight comes with are in force. */
export const TERMS = useTerms()

/** Records what became of a source, or decides who answers for them and whether they may be used. */
export async function actOnSource(c: Context, desk: CaseDesk, who: CaseWorker, id: string, act: SourceAct): Promise<Response> {
  const isDecided = isSourceDetermination(act)
  const decidedOn = isDecided ? versionDecidedOn(c, desk) : null
  if (decidedOn && !decidedOn.accepted) return decidedOn.response
  const looking = { who, stream: sourceStream(id), look: who.look, action: ACTIONS[act.act] ?? 'record' }
  const decide = async ({ file, now, held }: Before<SourceFactRead>): Promise<Decided> => {
    const known = foldSource(file.entries)
    if (!known) return { accepted: false, response: refuseLook(desk, 'access/no-such-file') }
    const isRepeated = held?.by === who.id
    const notTheirs = isRepeated ? null : await refuseActor(desk, who, { id, act, source: known.source })
    if (notTheirs) return { accepted: false, response: notTheirs }
    const acted = factOfSourceAct(act, { by: who.id, role: who.role, now, terms: TERMS }, known.source)
    if (acted.made === 'refusal') return { accepted: false, response: refuseDomain(desk, acted.refusal) }
    const notGiven = isRepeated || act.act !== 'give-charge' ? null : await refuseCharge(desk, { organisation: (await organisationOf(desk, id)) ?? who.organisation.id, charge: act, before: known.source.charge })
    if (notGiven) return { accepted: false, response: notGiven }
    return { accepted: true, toFile: { fact: fileSourceFact(id, acted.fact), occurredAt: isDecided ? now : (act.occurredAt ?? now) } }
  }
  return actOnFile<SourceFactRead>(c, desk, { looking, id: act.id, version: decidedOn?.version ?? null, read: readSourceFact, decide })
}
