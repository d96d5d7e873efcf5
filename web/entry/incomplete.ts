import type { AttemptDraft, Draft, ReportDraft, ShockDraft } from './draft.ts'
import { isTime } from './typed-instant.ts'

/** What keeps something entered from counting yet, as the id of its words. */
export type Lacking = `lacking.${string}`

/** A blank is unknown and no fault; what stands there and is no time is one. */
export const timeProblem = (typed: string): Lacking | undefined => (typed.trim() === '' || isTime(typed) ? undefined : 'lacking.not-a-time')

const shareOf = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed))
const isShare = (typed: string): boolean => shareOf(typed) > 0 && shareOf(typed) < 1

/** Why a report is not counted yet. */
export function lackingInReport(report: ReportDraft): Lacking | undefined {
  if (report.kind === '') return 'lacking.report-kind'
  if (!isTime(report.observedAt)) return report.observedAt.trim() === '' ? 'lacking.report-time' : 'lacking.not-a-time'
  if (timeProblem(report.receivedAt)) return 'lacking.not-a-time'
  if (report.finding === 'present' || report.derivedFrom.length > 0) return undefined
  if (!isShare(report.sensitivity) || !isShare(report.specificity)) return 'lacking.report-power'
  return shareOf(report.sensitivity) + shareOf(report.specificity) < 1 ? 'lacking.report-power-low' : undefined
}

export function lackingInAttempt({ at, sensitivity }: AttemptDraft): Lacking | undefined {
  if (timeProblem(at)) return 'lacking.not-a-time'
  return sensitivity.trim() === '' || isShare(sensitivity) ? undefined : 'lacking.sensitivity'
}

export const lackingInShock = ({ at }: ShockDraft): Lacking | undefined => (isTime(at) ? undefined : 'lacking.not-a-time')

/** A vessel has no half-life of its own. */
export const lackingInSite = ({ venue, halfLifeDays }: Draft): Lacking | undefined =>
  venue === 'vessel' && !(Number(halfLifeDays) > 0) ? 'lacking.voyage' : undefined

export const hasHour = ({ at }: Draft): boolean => isTime(at)
