import type { Context } from 'hono'
import type { Organisation } from '../../core/kernel/organisation.ts'
import type { Look } from '../../core/kernel/access.ts'
import type { ActorId, ReportId } from '../../core/kernel/id.ts'
import { prepareShare } from '../../core/sharing/prepare-share.ts'
import type { LegalBasis } from '../../core/sharing/legal-basis.ts'
import type { Passed, SharePrepared } from '../../core/sharing/share-facts.ts'
import { fileShareFact, shareStream } from '../../wire/filing/share-filing.ts'
import { siteStream } from '../../wire/filing/site-filing.ts'
import type { SharePreparedSent } from '../../wire/office/shares-acts.ts'
import { answerAct, refuseLook } from '../case/answers.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { fileOnce } from '../case/record.ts'
import { refuseDomain } from '../case/refuse-domain.ts'
import { refuse } from '../http/problem.ts'
import { everyOrganisation } from '../people/organisations.ts'
import type { SignedIn } from '../session/sessions.ts'
import { openGrounds } from './grounds.ts'

type Organisations = ReadonlyMap<string, Organisation>

/** Organisations as they are decided on: their id and their kind. */
export const organisationsOf = async ({ cases }: CaseDesk): Promise<Organisations> => new Map((await everyOrganisation(cases.desk)).map(({ id, kind }) => [id, { id, kind }]))

export const noSuchOrganisation = ({ speak }: CaseDesk): Response => refuse(speak, { code: 'share/no-such-organisation', detail: 'An organisation, or a person named of it, is not on the list.', expected: 'ids as GET /api/shares/receivers gives them' })

/** What is to be passed on, with who answers for each part; null where that is nobody here. */
export function passedOf({ says, facts }: SharePreparedSent['passed'], organisations: Organisations): Passed | null {
  const known = facts.flatMap(({ controller: id, restsOn, basis, ...fact }) => {
    const controller = organisations.get(id)
    return controller ? [{ ...fact, controller, restsOn: restsOn as readonly string[] as readonly ReportId[], basis: basis as LegalBasis }] : []
  })
  return known.length === facts.length ? { says, facts: known } : null
}

/** Writes down what is to be passed on. Nothing leaves by it. */
export async function prepare(c: Context, desk: CaseDesk, who: SignedIn, look: Look, sent: SharePreparedSent): Promise<Response> {
  const file = siteStream(sent.site)
  const opened = await openGrounds(desk, { who, look, file })
  if (!opened.accepted) return refuseLook(desk, opened.code)
  const prepared = await preparedOf(desk, who, sent)
  if (!prepared) return noSuchOrganisation(desk)
  const decision = prepareShare(prepared, opened.grounds.reports)
  if (!decision.accepted) return refuseDomain(desk, decision.refusal)
  const [stream, { id, occurredAt }] = [shareStream(sent.id), sent]
  const answer = await fileOnce(desk, { who, id, stream, occurredAt }, () => fileShareFact(id, { type: 'share/prepared', ...prepared }), [{ stream, version: 0 }])
  if (answer.accepted) desk.changes.nudge()
  return answerAct(c, desk, answer, 201)
}

async function preparedOf(desk: CaseDesk, who: SignedIn, { id: _id, occurredAt: _at, site, to, passed: facts, returnBy, ...rest }: SharePreparedSent): Promise<SharePrepared | null> {
  const organisations = await organisationsOf(desk)
  const [organisation, passed] = [organisations.get(to.organisation), passedOf(facts, organisations)]
  if (!organisation || !passed || !(await areOf(desk, organisation, to.named))) return null
  return { ...rest, file: siteStream(site), from: who.organisation, to: { organisation, audience: to.audience, named: to.named as readonly string[] as readonly ActorId[] }, passed, ...(returnBy !== undefined && { returnBy }) }
}

async function areOf({ cases: { desk: { db } } }: CaseDesk, { id }: Organisation, named: readonly string[]): Promise<boolean> {
  if (named.length === 0) return true
  const rows = await db.selectFrom('people').select('id').where('id', 'in', [...named]).where('organisation', '=', id).where('left_at', 'is', null).execute()
  return rows.length === new Set(named).size
}
