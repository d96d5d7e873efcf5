import type { Context } from 'hono'
import type { FileAction } from '../../core/kernel/action.ts'
import type { SiteFactRead } from '../../core/intelligence/site.ts'
import type { Locate } from '../../wire/reading/place.ts'
import { BODY } from '../http/body.ts'
import { readSiteFact, fileSiteFact, siteStream } from '../../wire/filing/site-filing.ts'
import { problemsOf } from '../case/problems.ts'
import type { SiteAct } from '../../wire/office/site-acts.ts'
import { factOfAct, happenedAt, isDetermination, type Acted } from '../../wire/office/site-commands.ts'
import { actOnFile, type Before, type Decided } from '../case/act-on-file.ts'
import { refuseLook, versionDecidedOn } from '../case/answers.ts'
import type { CaseWorker } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { refuseDomain } from '../case/refuse-domain.ts'
import { refuseBody } from '../http/problem.ts'
import { withTasking } from '../sources/task-source.ts'
import { siteAtHand } from './site-file.ts'

/** What an act is to the policies. Dissent and the answer to a task are open to more than those who record. */
const actionOf = (act: SiteAct): FileAction => (act.act === 'dissent' || act.act === 'answer-task' ? 'answer' : isDetermination(act) ? 'decide' : 'record')

/** An act as it was sent, with where each part of it stood in the body. */
export interface SentAct<Act> {
  readonly act: Act
  readonly locate: Locate
}

/** Records what somebody did or found out at a site, or decides what they ask to have decided. */
export async function actOnSite(c: Context, desk: CaseDesk, who: CaseWorker, id: string, { act, locate }: SentAct<SiteAct>): Promise<Response> {
  const decidedOn = isDetermination(act) ? versionDecidedOn(c, desk) : null
  if (decidedOn && !decidedOn.accepted) return decidedOn.response
  const looking = { who, stream: siteStream(id), look: who.look, action: actionOf(act) }
  const response = await actOnFile<SiteFactRead>(c, desk, { looking, id: act.id, version: decidedOn?.version ?? null, read: readSiteFact, decide: (before) => decide(desk, who, id, { act, locate }, before) })
  if (response.ok) desk.reckoner.want(id)
  return response
}

async function decide(desk: CaseDesk, who: CaseWorker, id: string, { act, locate }: SentAct<SiteAct>, { file, now }: Before<SiteFactRead>): Promise<Decided> {
  const hand = await siteAtHand(desk, file, { who, look: who.look }, sourcesNamed(act))
  if (hand === null) return { accepted: false, response: refuseLook(desk, 'access/no-such-file') }
  const { site, sources, records, policy, files } = hand
  const acted = factOfAct(act, { now, site, sources, records, policy: policy.inForce.certainty })
  if (acted.made !== 'fact') return { accepted: false, response: refuseActed(desk, acted, locate) }
  return withTasking(desk, { act, site: id, now, files, toFile: { fact: fileSiteFact(id, acted.fact), occurredAt: happenedAt(act, now) } })
}

/** What is wrong with an act and where, or the reason why not. */
export const refuseActed = (desk: CaseDesk, acted: Exclude<Acted, { readonly made: 'fact' }>, locate: Locate): Response =>
  acted.made === 'refusal' ? refuseDomain(desk, acted.refusal) : refuseBody(desk.speak, problemsOf(BODY, acted.problems, locate))

const sourcesNamed = (act: SiteAct): readonly string[] => {
  if (act.act === 'receive-report') return act.report.source ? [act.report.source.id] : []
  return act.act === 'set-task' && act.source !== undefined ? [act.source] : []
}
