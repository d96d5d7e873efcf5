import type { Site } from '../../core/intelligence/site.ts'
import type { Lack } from '../../core/planning/answer.ts'
import type { PlannedOperation } from '../../core/planning/operation.ts'
import type { RaidReading } from '../../core/planning/readiness.ts'
import { assessmentAnswer, type AssessmentAnswer } from '../assessment.ts'
import type { Speak } from '../words.ts'

/** Whether the words of a plan's site are for whoever reads the plan. Who weighs a site is told what it comes to, and nothing that it was reckoned from. */
export const SITE_WORDS = ['open', 'not-for-you'] as const
export type SiteWords = (typeof SITE_WORDS)[number]

/** Ids of what lies in the file of a site, each by another that tells nothing. Empty where somebody reads the site. */
export type OtherIds = ReadonlyMap<string, string>

export const NO_OTHER_IDS: OtherIds = new Map()

/**
 * What a plan names of its site, under ids that tell nothing.
 *
 * Whoever entered a report may have chosen its id. Its place in the file stays what it is, so that what is written back by somebody who
 * was shown these is told apart again.
 */
export const otherIdsOf = ({ reports, withheldReports, attempts, shocks }: Pick<Site, 'reports' | 'withheldReports' | 'attempts' | 'shocks'>): OtherIds =>
  new Map([
    ...reports.map(({ report, noted }) => [report.id, otherId(noted.version)] as const),
    ...withheldReports.map(({ id, noted }) => [id, otherId(noted.version)] as const),
    ...attempts.map(({ attempt, noted }) => [attempt.id, otherId(noted.version)] as const),
    ...shocks.map(({ id, noted }) => [id, otherId(noted.version)] as const),
  ])

const otherId = (version: number): string => `at-the-site-${version}`

/** The way back, for what somebody writes who was shown the other ids. */
export const ownIdsOf = (others: OtherIds): OtherIds => new Map([...others].map(([own, other]) => [other, own]))

/** The same value with every id of a site told by its other one, however deep it stands. */
export function renamed<Value>(value: Value, ids: OtherIds): Value {
  return (ids.size === 0 ? value : deep(value, ids)) as Value
}

function deep(value: unknown, ids: OtherIds): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value
  if (Array.isArray(value)) return value.map((one) => deep(one, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, deep(inner, ids)]))
}

/** A plan as an operation, without what its site knows. The place goes by its number. */
export function operationWithoutSite({ alternative: _written, ...operation }: PlannedOperation, siteNumber: string, ids: OtherIds): PlannedOperation {
  return renamed({ ...operation, site: { ...operation.site, name: siteNumber }, reports: [], attempts: [], shocks: [] }, ids)
}

/** A reading of the whole, without the ids and the days of what it rests on. */
export function readingWithoutSite(reading: RaidReading, ids: OtherIds): RaidReading {
  const kept = (restsOn: readonly string[]): readonly string[] => restsOn.filter((id) => !ids.has(id))
  return {
    ...reading,
    markers: reading.markers.map((one) => ({ ...one, restsOn: kept(one.restsOn) })),
    criteria: reading.criteria.map((one) => ({
      ...one, restsOn: kept(one.restsOn), requirements: one.requirements.map((asked) => ({ ...asked, restsOn: kept(asked.restsOn), lacks: asked.lacks.map((lacking) => lackWithoutDays(lacking, ids)) })),
    })),
  }
}

/** The gate that tells of the newest sighting tells who saw it and when. */
const TELLS_OF_A_REPORT: ReadonlySet<string> = new Set(['freshness/fresh', 'freshness/stale', 'freshness/shock-since', 'disconfirmation/attempted'])
const KEPT_BACK = 'plan-page.why-not-for-you'

const lackWithoutDays = (lacking: Lack, ids: OtherIds): Lack => (TELLS_OF_A_REPORT.has(lacking.code) ? { code: KEPT_BACK, figures: {} } : renamed(lacking, ids))

/** The same as it is told to a programme. */
export function assessmentWithoutSite(reading: RaidReading, ids: OtherIds, speak: Speak): AssessmentAnswer {
  const told = assessmentAnswer(readingWithoutSite(reading, ids), speak)
  return { ...told, certainty: told.certainty && certaintyWithoutSite(told.certainty, ids, speak), concerns: told.concerns.map((one) => ({ ...one, restsOn: one.restsOn.filter((id) => !ids.has(id)) })) }
}

const certaintyWithoutSite = (certainty: NonNullable<AssessmentAnswer['certainty']>, ids: OtherIds, speak: Speak): NonNullable<AssessmentAnswer['certainty']> => ({
  ...certainty,
  gates: certainty.gates.map((gate) => (TELLS_OF_A_REPORT.has(gate.code) ? { ...gate, why: speak(KEPT_BACK) } : gate)),
  steps: [], circles: [], sharedOrigins: [],
  roots: certainty.roots.map((id) => ids.get(id) ?? id),
})
