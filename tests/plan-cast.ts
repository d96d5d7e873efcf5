import { foldSite } from '../core/intelligence/site-fold.ts'
import type { Site, SiteFactRead } from '../core/intelligence/site.ts'
import type { ReportOnFile, SiteFact } from '../core/intelligence/site-facts.ts'
import { NO_RECORDS } from '../core/intelligence/site-reports.ts'
import type { ActorId, DeviceId, EntryId, ReportId } from '../core/kernel/id.ts'
import { after, instant, type Instant } from '../core/kernel/instant.ts'
import type { OnFile } from '../core/kernel/noted.ts'
import { atTheDoor, plannedOperation } from '../core/planning/planned-operation.ts'
import { PLAN_PARTS, type PartWritten, type PlanContents, type PlanFact, type PlanPart } from '../core/planning/plan-facts.ts'
import type { PlanFactRead, PlanFile } from '../core/planning/plan-file.ts'
import { planFile } from '../core/planning/plan-fold.ts'
import type { PlannedOperation } from '../core/planning/operation.ts'
import { siteLead } from '../core/planning/site-lead.ts'
import type { RaidReading } from '../core/planning/readiness.ts'
import { at, FORCE, readRaid, SMART } from './planning-cast.ts'

/** A plan for the invented workshop as it is filed, line by line. Nobody in it exists. */

const actor = (name: string): ActorId => name as ActorId
/** Two planners, an analyst, an officer who may authorise and one who writes too. */
export const [PLANNER, SECOND_PLANNER, ANALYST, OFFICER, WRITING_OFFICER] = [actor('planner-1'), actor('planner-2'), actor('analyst-1'), actor('officer-1'), actor('officer-2')]

/** The hour of entry, and the evening before, when everything is known and the plan is authorised. */
export const HOUR: Instant = SMART.at
export const EVE: Instant = at('2031-03-05T18:00:00Z')
const DAY_BEFORE: Instant = at('2031-03-04T22:00:00Z')

interface Told {
  readonly by?: ActorId
  readonly when?: Instant
  readonly received?: Instant
}

/** Facts as the entries of one file, numbered from 1 or from where the file stands. */
export function filed<Fact>(stream: string, facts: readonly (readonly [Fact, Told?])[], from = 0): readonly OnFile<Fact>[] {
  return facts.map(([fact, { by, when = DAY_BEFORE, received } = {}], i) => ({
    id: `${stream}-${from + i + 1}` as EntryId, stream, fact, by: by ?? PLANNER, device: 'desk' as DeviceId, occurredAt: when, recordedAt: when, receivedAt: received ?? when, version: from + i + 1,
  }))
}

const contents = { ...SMART.plan, hour: { at: HOUR }, rung: { rung: SMART.rung }, goal: SMART.goal, offences: SMART.offences, expected: SMART.expected, harm: SMART.harm, sources: SMART.sources } as PlanContents

export const partWritten = <Part extends PlanPart>(part: Part, content: PlanContents[Part] = contents[part]): PartWritten => ({ type: 'plan/part-written', part, content }) as PartWritten

export const OPENED: PlanFact = { type: 'plan/opened', number: 'P-1', site: 'workshop', at: HOUR }

/** Every part of the smart plan, written by one planner. */
export const WRITTEN: readonly OnFile<PlanFact>[] = filed<PlanFact>('plan/river-road', [[OPENED], ...PLAN_PARTS.filter((part) => part !== 'hour').map((part) => [partWritten(part)] as const)])

/** The plan with more done to it. */
export const thenDone = (...more: readonly (readonly [PlanFact, Told?])[]): readonly OnFile<PlanFact>[] => [...WRITTEN, ...filed('plan/river-road', more, WRITTEN.length)]

export function fileOf(entries: readonly OnFile<PlanFactRead>[]): PlanFile {
  const file = planFile(entries)
  if (!file) throw new Error('this plan was not opened')
  return file
}

const reportOnFile = (id: string): ReportOnFile => {
  const told = SMART.reports === 'unknown' ? undefined : SMART.reports.find((report) => report.id === id)
  if (!told?.grading || !told.handling) throw new Error(`the invented plan has no graded report ${id}`)
  const { sources: _sources, inexact: _inexact, grading, handling, ...report } = told
  return {
    ...report, id: id as ReportId, grading, handling,
    speaksOf: ['victim'], answers: { access: 'saw', record: 'unknown', motives: 'unknown', content: 'logical' }, reviewBy: after(EVE, 365),
  }
}

const [attempt] = SMART.attempts === 'unknown' ? [] : SMART.attempts

export const SITE_FACTS: readonly (readonly [SiteFact, Told?])[] = [
  [{ type: 'site/opened', number: 'S-1', jurisdiction: 'US', venue: 'resident-workshop', name: 'Workshop, river road', whereabouts: 'Behind the mill' }, { by: ANALYST, when: at('2031-03-01T08:00:00Z') }],
  [{ type: 'report/received', report: reportOnFile('escaped-worker') }, { by: ANALYST, when: at('2031-03-02T09:00:00Z') }],
  [{ type: 'report/received', report: reportOnFile('labour-inspector') }, { by: ANALYST, when: at('2031-03-03T12:00:00Z') }],
  [{ type: 'attempt/made', attempt: attempt! }, { by: ANALYST, when: at('2031-03-04T21:00:00Z') }],
  [{ type: 'alternative/written', says: SMART.alternative ?? '' }, { by: ANALYST, when: at('2031-03-04T21:30:00Z') }],
]

export const siteEntries = (...more: readonly (readonly [SiteFact, Told?])[]): readonly OnFile<SiteFactRead>[] => filed<SiteFactRead>('site/workshop', [...SITE_FACTS, ...more])

export function siteOf(entries: readonly OnFile<SiteFactRead>[] = siteEntries()): Site {
  const site = foldSite(entries)
  if (!site) throw new Error('this site was not opened')
  return site
}

/** The plan with its site, as known at an instant. */
export const operationOf = (file: PlanFile, site: Site = siteOf(), knownAt: Instant = EVE): PlannedOperation =>
  plannedOperation(file, siteLead(site, { at: HOUR, knownAt, records: NO_RECORDS }, FORCE.certainty), knownAt)

/** A report that confirms at the door: somebody in contact saw them, shortly before entry. */
export const contactReport = (id: string, observedAt: Instant): ReportOnFile => ({
  ...reportOnFile('labour-inspector'), id: id as ReportId, kind: 'undercover-contact', access: 'saw', observedAt, receivedAt: observedAt, reporter: 'officer-9', says: 'They are on the upper floor',
})

export const hoursBefore = (moment: Instant, hours: number): Instant => instant(moment - hours * 3_600_000)

/** A leak on the eve: the newest sighting is older than it, so that number and freshness close and nothing else does. */
export const LEAK: SiteFact = { type: 'shock/noted', id: 'leak', shock: { at: at('2031-03-05T12:00:00Z'), kind: 'leak' }, says: 'A driver talked' }

/** The plan as it is read at the door at an instant. */
export const readAt = (file: PlanFile, site: Site = siteOf(), now: Instant = EVE): RaidReading => readRaid(atTheDoor(operationOf(file, site, now), now), FORCE)
