import type { Context } from 'hono'
import type { EntryId, HolderId } from '../../core/kernel/id.ts'
import type { OnFile } from '../../core/kernel/noted.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { KeepingFact } from '../../core/retention/keeping-facts.ts'
import type { Appended } from '../../ledger/ledger.ts'
import { fileKeepingFact, keepingStream } from '../../wire/filing/retention-filing.ts'
import { isKeepingDetermination, rightFor, type KeepingAct } from '../../wire/office/retention-acts.ts'
import { decideKeeping } from '../../wire/office/retention-commands.ts'
import { keepingPolicy } from '../../wire/office/retention-policy.ts'
import { readAgainst } from '../../wire/office/site-commands.ts'
import { answerAct, recordedOf, refuseLook, refuseStale, versionDecidedOn } from '../case/answers.ts'
import type { CaseWorker } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { fileOnce } from '../case/record.ts'
import { refuseDomain } from '../case/refuse-domain.ts'
import { unheldSource } from './held-sources.ts'
import { keepingOf, openKeeping, refusedOn, termBegins, type KeepingFile } from './keeping-file.ts'
import { weighed, type Weighed } from './keeping-reach.ts'

/** Somebody who acts on how long a holder's words are kept. */
export interface KeepingActor {
  readonly who: CaseWorker
  readonly holder: HolderId
}

/** Read, decide, append if nobody else did; and where two people have agreed to forget, destroy. */
export async function actOnKeeping(c: Context, desk: CaseDesk, actor: KeepingActor, act: KeepingAct): Promise<Response> {
  const decidedOn = isKeepingDetermination(act) ? versionDecidedOn(c, desk) : null
  if (decidedOn && !decidedOn.accepted) return decidedOn.response
  const opening = await openKeeping(desk, actor.who, actor.holder, rightFor(act))
  if (!opening.accepted) return refuseLook(desk, opening.code)
  const { file } = opening
  const unheld = act.act === 'place-hold' ? await unheldSource(desk, actor.who, file) : null
  if (unheld !== null) return refuseLook(desk, unheld)
  const held = file.entries.find(({ id }) => id === act.id) ?? null
  if (held?.fact.type === 'forgetting/seconded' && isSameSeconding(held, actor, act)) return finished(c, desk, held)
  if (decidedOn && decidedOn.version !== file.version && !held) return refuseStale(desk, { expected: decidedOn.version, found: file.version, meanwhile: since(file, decidedOn.version) })
  return decided(c, desk, { ...actor, file, isHeld: held !== null }, act)
}

/** Sent again after a broken connection: what was not destroyed then is destroyed now. */
async function finished(c: Context, desk: CaseDesk, { id, version, fact }: OnFile<KeepingFact>): Promise<Response> {
  if (fact.type === 'forgetting/seconded') await desk.cases.forgotten.destroy(fact)
  return c.json({ entry: id, version }, 200, { etag: `"${version}"` })
}

const isSameSeconding = ({ by, fact }: OnFile<KeepingFact>, { who }: KeepingActor, act: KeepingAct): boolean =>
  by === who.id && act.act === 'second-forgetting' && fact.type === 'forgetting/seconded' && fact.asking === act.asking

const since = ({ entries }: KeepingFile, version: number) => entries.filter((entry) => entry.version > version).map((entry) => recordedOf({ ...entry, id: entry.id as EntryId }))

interface Acting extends KeepingActor {
  readonly file: KeepingFile
  readonly isHeld: boolean
}

async function decided(c: Context, desk: CaseDesk, { who, holder, file, isHeld }: Acting, act: KeepingAct): Promise<Response> {
  const { entries, now } = readAgainst(file.entries, act.id, desk.now())
  const keeping = keepingOf(entries)
  const reach = act.act === 'ask-forgetting' ? act.reach : act.act === 'second-forgetting' ? (keeping.asked?.reach ?? 'own-words') : null
  const within = reach === null ? NOTHING : await weighed(desk, file, reach)
  const elsewhere = reach === null ? null : await refusedOn(desk, who, within.files.filter((one) => !file.files.includes(one)), 'forget')
  if (elsewhere !== null) return refuseLook(desk, elsewhere)
  const decision = decideKeeping(act, { by: who.id, organisation: who.organisation.id, keeping, within, term: { from: await termBegins(desk, { holder, entries }), now, policy: keepingPolicy() } })
  if (!decision.accepted) return refuseDomain(desk, decision.refusal)
  const fact = decision.facts[0] as KeepingFact
  const occurredAt = act.act === 'place-hold' ? act.occurredAt : undefined
  const expected = isHeld || !isKeepingDetermination(act) ? undefined : [...within.expected.filter(({ stream }) => stream !== keepingStream(holder)), { stream: keepingStream(holder), version: file.version }]
  const answer = await fileOnce(desk, { who, id: act.id, stream: keepingStream(holder), occurredAt }, (at) => fileKeepingFact(stampedAt(fact, at), file.files[0]), expected)
  return answered(c, desk, answer, fact)
}

const NOTHING: Weighed = { of: 'within-a-file', keys: [], holders: [], holds: [], standing: [], files: [], expected: [] }

/** An asking and an agreement are of the moment at which they are written down. */
const stampedAt = (fact: KeepingFact, at: Instant): KeepingFact => ('at' in fact ? { ...fact, at } : fact)

/** The fact is on the disk. What it says is gone is destroyed before anybody is answered; whatever stops that is made good at the next start. */
async function answered(c: Context, desk: CaseDesk, answer: Appended, fact: KeepingFact): Promise<Response> {
  if (answer.accepted && fact.type === 'forgetting/seconded') {
    await desk.cases.forgotten.destroy(fact)
    for (const holder of new Set(fact.holders)) if (holder.startsWith('site/')) desk.reckoner.want(holder.slice('site/'.length))
  }
  if (answer.accepted) desk.changes.nudge()
  return answerAct(c, desk, answer)
}
