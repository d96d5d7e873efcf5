import type { Context } from 'hono'
import type { SiteFactRead } from '../../core/intelligence/site.ts'
import type { PlanFactRead } from '../../core/planning/plan-file.ts'
import { planFile } from '../../core/planning/plan-fold.ts'
import { filePlanFact, planStream, readPlanFact } from '../../wire/filing/plan-filing.ts'
import { readSiteFact, siteStream } from '../../wire/filing/site-filing.ts'
import type { PlanAct } from '../../wire/office/plan-acts.ts'
import { DECIDED_ON, planActHappenedAt, readPlanAct } from '../../wire/office/plan-commands.ts'
import { actOnFile, type Before, type Decided } from '../case/act-on-file.ts'
import { recordedOf, refuseLook, refuseStale, versionDecidedOn } from '../case/answers.ts'
import type { CaseWorker } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { openFile, type OpenFile } from '../case/open-file.ts'
import { refuseDomain } from '../case/refuse-domain.ts'
import { refuseBody } from '../http/problem.ts'
import { ownIdsOf, renamed, type SiteWords } from '../../wire/office/without-site.ts'
import type { SentAct } from '../sites/site-act.ts'
import { siteAtHand } from '../sites/site-file.ts'
import { siteShownTo } from '../sites/site-words.ts'
import { operationOf } from './plan-file.ts'

/** Writes a part of a plan, decides on it, or records what became of it. */
export async function actOnPlan(c: Context, desk: CaseDesk, who: CaseWorker, id: string, { act, locate }: SentAct<PlanAct>): Promise<Response> {
  const isDecided = DECIDED_ON[act.act].length > 0
  const decidedOn = isDecided ? versionDecidedOn(c, desk) : null
  if (decidedOn && !decidedOn.accepted) return decidedOn.response
  const looking = { who, stream: planStream(id), look: who.look, action: act.act === 'write' ? ('write' as const) : ('decide' as const) }
  let site: string | null = null
  const decideOn = async (before: Before<PlanFactRead>): Promise<Decided> => {
    site = planFile(before.file.entries)?.site ?? null
    return decide(desk, who, id, { act, locate }, before)
  }
  const response = await actOnFile<PlanFactRead>(c, desk, { looking, id: act.id, version: decidedOn?.version ?? null, read: readPlanFact, decide: decideOn })
  if (response.ok && site !== null) desk.reckoner.want(site)
  return response
}

/** A refusal that is about who acts: said before anything that has moved is told. */
const ABOUT_WHO: ReadonlySet<string> = new Set(['plan/not-an-authorising-officer', 'plan/own-plan'])

async function decide(desk: CaseDesk, who: CaseWorker, id: string, { act: sent, locate }: SentAct<PlanAct>, { file, now, held }: Before<PlanFactRead>): Promise<Decided> {
  const plan = planFile(file.entries)
  if (plan === null) return { accepted: false, response: refuseLook(desk, 'access/no-such-file') }
  const opening = await openFile(desk, { who, stream: siteStream(plan.site), look: who.look, action: 'weigh' }, readSiteFact)
  if (!opening.accepted) return { accepted: false, response: refuseLook(desk, opening.code) }
  const { words, ids } = await siteShownTo(desk, who, who.look, opening.file)
  const act = renamed(sent, ownIdsOf(ids))
  const hand = await siteAtHand(desk, held === null ? opening.file : asItLay(opening.file, held.position), { who, look: who.look, knownAt: now })
  if (hand === null) return { accepted: false, response: refuseLook(desk, 'access/no-such-file') }
  const { site, records, policy } = hand
  const operation = operationOf(plan, { site, records, knownAt: now, inForce: policy.inForce })
  const acted = readPlanAct(act, { by: who.id, role: who.role, at: now }, { plan, site, operation, inForce: policy.inForce, policy: policy.names }, locate)
  const seen = act.act === 'authorise' ? act.site : undefined
  const isStale = held === null && seen !== undefined && seen !== opening.file.version
  const isTheirs = acted.made !== 'refusal' || !ABOUT_WHO.has(acted.refusal.code)
  if (isStale && isTheirs) return { accepted: false, response: await refuseStale(desk, staleSite(opening.file, seen, words)) }
  if (acted.made === 'problems') return { accepted: false, response: refuseBody(desk.speak, acted.bad) }
  if (acted.made === 'refusal') return { accepted: false, response: refuseDomain(desk, acted.refusal) }
  const onSite = (DECIDED_ON[act.act] as readonly string[]).includes('site') ? [{ stream: siteStream(plan.site), version: opening.file.version }] : []
  return { accepted: true, toFile: { fact: filePlanFact(id, acted.fact), occurredAt: planActHappenedAt(act, now), expected: onSite, ...(words === 'not-for-you' && { untold: [siteStream(plan.site)] }) } }
}

/** What came to the site since somebody read the plan that they mean to authorise. Whoever does not read the site is told how far it has come, and not by whom. */
const staleSite = ({ entries, version }: OpenFile<SiteFactRead>, expected: number, words: SiteWords) =>
  ({ expected, found: version, meanwhile: words === 'open' ? entries.filter((entry) => entry.version > expected).map(recordedOf) : [] })

/** The file of the site as it lay before somebody when this was first decided. */
function asItLay(file: OpenFile<SiteFactRead>, position: number): OpenFile<SiteFactRead> {
  const entries = file.entries.filter((entry) => entry.position < position)
  return { ...file, entries, version: entries.at(-1)?.version ?? 0 }
}
