import type { Context } from 'hono'
import type { CaseRole } from '../../core/kernel/access.ts'
import type { SiteFactRead } from '../../core/intelligence/site.ts'
import type { PlanFactRead } from '../../core/planning/plan-file.ts'
import { planFile } from '../../core/planning/plan-fold.ts'
import { filePlanFact, planStream, readPlanFact } from '../../wire/filing/plan-filing.ts'
import { readSiteFact, siteStream } from '../../wire/filing/site-filing.ts'
import type { PlanAct } from '../../wire/office/plan-acts.ts'
import { DECIDED_ON, planActHappenedAt, readPlanAct } from '../../wire/office/plan-commands.ts'
import { actOnFile, type Before, type Decided } from '../case/act-on-file.ts'
import { recordedOf, refuseLook, refuseStale, versionDecidedOn } from '../case/answers.ts'
import { notForRole, type CaseWorker } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { openFile, type OpenFile } from '../case/open-file.ts'
import { refuseDomain } from '../case/refuse-domain.ts'
import { refuseBody } from '../http/problem.ts'
import type { SentAct } from '../sites/site-act.ts'
import { siteAtHand } from '../sites/site-file.ts'
import { operationOf } from './plan-file.ts'

const PLANNERS: readonly CaseRole[] = ['planner']

/** Writes a part of a plan, decides on it, or records what became of it. Everything but writing is open to every case role, and decided further in. */
export async function actOnPlan(c: Context, desk: CaseDesk, who: CaseWorker, id: string, { act, locate }: SentAct<PlanAct>): Promise<Response> {
  if (act.act === 'write' && !PLANNERS.includes(who.role)) return notForRole(desk, who, PLANNERS)
  const isDecided = DECIDED_ON[act.act].length > 0
  const decidedOn = isDecided ? versionDecidedOn(c, desk) : null
  if (decidedOn && !decidedOn.accepted) return decidedOn.response
  const looking = { who, stream: planStream(id), look: 'planning' as const }
  let site: string | null = null
  const decideOn = async (before: Before<PlanFactRead>): Promise<Decided> => {
    site = planFile(before.file.entries)?.site ?? null
    return decide(desk, who, id, { act, locate }, before)
  }
  const response = await actOnFile<PlanFactRead>(c, desk, { looking, id: act.id, version: decidedOn?.version ?? null, read: readPlanFact, decide: decideOn })
  if (response.ok && site !== null) desk.reckoner.want(site)
  return response
}

async function decide(desk: CaseDesk, who: CaseWorker, id: string, { act, locate }: SentAct<PlanAct>, { file, now, held }: Before<PlanFactRead>): Promise<Decided> {
  const plan = planFile(file.entries)
  if (plan === null) return { accepted: false, response: refuseLook(desk, 'access/no-such-file') }
  const opening = await openFile(desk, { who, stream: siteStream(plan.site), look: 'planning' }, readSiteFact)
  if (!opening.accepted) return { accepted: false, response: refuseLook(desk, opening.code) }
  const seen = act.act === 'authorise' ? act.site : undefined
  if (held === null && seen !== undefined && seen !== opening.file.version) return { accepted: false, response: await refuseStale(desk, staleSite(opening.file, seen)) }
  const hand = await siteAtHand(desk, held === null ? opening.file : asItLay(opening.file, held.position), { who, look: 'planning', knownAt: now })
  if (hand === null) return { accepted: false, response: refuseLook(desk, 'access/no-such-file') }
  const { site, records, policy } = hand
  const operation = operationOf(plan, { site, records, knownAt: now, inForce: policy.inForce })
  const acted = readPlanAct(act, { by: who.id, role: who.role, at: now }, { plan, site, operation, inForce: policy.inForce, policy: policy.names }, locate)
  if (acted.made === 'problems') return { accepted: false, response: refuseBody(desk.speak, acted.bad) }
  if (acted.made === 'refusal') return { accepted: false, response: refuseDomain(desk, acted.refusal) }
  const onSite = (DECIDED_ON[act.act] as readonly string[]).includes('site') ? [{ stream: siteStream(plan.site), version: opening.file.version }] : []
  return { accepted: true, toFile: { fact: filePlanFact(id, acted.fact), occurredAt: planActHappenedAt(act, now), expected: onSite } }
}

/** What came to the site since somebody read the plan that they mean to authorise. */
const staleSite = ({ entries, version }: OpenFile<SiteFactRead>, expected: number) => ({ expected, found: version, meanwhile: entries.filter((entry) => entry.version > expected).map(recordedOf) })

/** The file of the site as it lay before somebody when this was first decided. */
function asItLay(file: OpenFile<SiteFactRead>, position: number): OpenFile<SiteFactRead> {
  const entries = file.entries.filter((entry) => entry.position < position)
  return { ...file, entries, version: entries.at(-1)?.version ?? 0 }
}
