import type { SiteFactRead, Site } from '../../core/intelligence/site.ts'
import type { SourceRecords } from '../../core/intelligence/site-reports.ts'
import type { Look } from '../../core/kernel/access.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { OnFile } from '../../core/kernel/noted.ts'
import type { InForce } from '../../core/planning/dossier.ts'
import type { PlannedOperation } from '../../core/planning/operation.ts'
import type { PlanFactRead, PlanFile } from '../../core/planning/plan-file.ts'
import { planFile } from '../../core/planning/plan-fold.ts'
import { atTheDoor, hourOf, plannedOperation } from '../../core/planning/planned-operation.ts'
import { readRaid, type RaidReading } from '../../core/planning/readiness.ts'
import { siteLead } from '../../core/planning/site-lead.ts'
import { planStream, readPlanFact } from '../../wire/filing/plan-filing.ts'
import { readSiteFact, siteStream } from '../../wire/filing/site-filing.ts'
import { openFile, type OpenFile } from '../case/open-file.ts'
import type { AccessRefusalCode } from '../gate.ts'
import type { SignedIn } from '../session/sessions.ts'
import type { SiteDesk } from '../sites/site-file.ts'
import { siteShownTo, type SiteShown } from '../sites/site-words.ts'

/** Which plan, for whom and why. */
export interface AskedPlan {
  readonly who: SignedIn
  readonly id: string
  readonly look: Look
}

/** A plan and its site, both open. */
export interface PlanOpened {
  readonly file: OpenFile<PlanFactRead>
  readonly plan: PlanFile
  readonly siteFile: OpenFile<SiteFactRead>
  /** What of the site is shown to whoever reads the plan. Everything is reckoned from the whole of it. */
  readonly shown: SiteShown
}

export type PlanOpening = { readonly accepted: true; readonly opened: PlanOpened } | { readonly accepted: false; readonly code: AccessRefusalCode }

/** Opens a plan with its site for somebody: a plan is read from both. */
export async function openPlan(desk: SiteDesk, { who, id, look }: AskedPlan): Promise<PlanOpening> {
  const opening = await openFile(desk, { who, stream: planStream(id), look }, readPlanFact)
  if (!opening.accepted) return opening
  const plan = planFile(opening.file.entries)
  if (plan === null) return { accepted: false, code: 'access/no-such-file' }
  const site = await openFile(desk, { who, stream: siteStream(plan.site), look, action: 'weigh' }, readSiteFact)
  if (!site.accepted) return site
  return { accepted: true, opened: { file: opening.file, plan, siteFile: site.file, shown: await siteShownTo(desk, who, look, site.file) } }
}

interface KnownThen {
  readonly site: Site
  readonly records: SourceRecords
  readonly knownAt: Instant
  readonly inForce: InForce
}

/** A plan with what was known of its site at an instant, as one operation. */
export const operationOf = (plan: PlanFile, { site, records, knownAt, inForce }: KnownThen): PlannedOperation =>
  plannedOperation(plan, siteLead(site, { at: hourOf(plan), knownAt, records }, inForce.certainty), knownAt)

/** How a plan reads at an instant. Once an entry is recorded, it is read for the hour that was planned. */
export const readingAt = (plan: PlanFile, operation: PlannedOperation, now: Instant, inForce: InForce): RaidReading =>
  readRaid(plan.entry ? operation : atTheDoor(operation, now), inForce)

/** Everybody who stands in a plan's file: whoever did something with it, and whoever was to look again. */
export const peopleInPlan = (entries: readonly OnFile<PlanFactRead>[]): readonly string[] =>
  entries.flatMap(({ by, fact }) => (fact.type === 'plan/refused' || fact.type === 'plan/stood-down' ? [by, fact.owner] : [by]))
