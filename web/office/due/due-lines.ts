import type { Sent } from '../../../wire/api.ts'
import type { DueShape } from '../../../wire/office/due.ts'

export type DueSent = Sent<typeof DueShape>

/** One thing that is owed, whatever it is. */
export interface DueLine {
  readonly key: string
  readonly what: 'task' | 'lead-verify' | 'lead-review' | 'leads-nobody' | 'plan-review' | 'report-review' | 'source'
  readonly where: { readonly site: string; readonly siteNumber: string; readonly plan?: string; readonly planNumber?: string } | { readonly source: string }
  /** Null where nobody answers for it yet. */
  readonly owner: string | null
  /** Null where no day was set. */
  readonly due: string | null
  readonly count: number
}

/** Everything that is owed in one list: what has no day first, since nobody has looked at it yet; then by day. */
export function dueLines({ tasks, leads, leadsNobodyHas, plans, reviews, sources }: DueSent): readonly DueLine[] {
  const lines: readonly DueLine[] = [
    ...leadsNobodyHas.map(({ count, ...where }) => ({ key: `nobody ${where.site}`, what: 'leads-nobody' as const, where, owner: null, due: null, count })),
    ...tasks.map(({ task, owner, due, ...where }) => ({ key: `task ${task}`, what: 'task' as const, where, owner, due, count: 1 })),
    ...leads.map(({ report, owner, verifyBy, reviewBy, because, site, siteNumber }) => ({
      key: `lead ${report}`, what: because === 'verify-by' ? 'lead-verify' as const : 'lead-review' as const, where: { site, siteNumber }, owner, due: because === 'verify-by' ? verifyBy : reviewBy, count: 1,
    })),
    ...plans.map(({ plan, number, owner, reviewBy, site, siteNumber }) => ({ key: `plan ${plan}`, what: 'plan-review' as const, where: { site, siteNumber, plan, planNumber: number }, owner, due: reviewBy, count: 1 })),
    ...reviews.map(({ report, reviewBy, ...where }) => ({ key: `review ${report}`, what: 'report-review' as const, where, owner: null, due: reviewBy, count: 1 })),
    ...sources.map(({ source, owner, by }) => ({ key: `source ${source}`, what: 'source' as const, where: { source }, owner, due: by, count: 1 })),
  ]
  return lines.toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))
}

/** What somebody owes, and what others owe or nobody has yet. */
export const byWhose = (lines: readonly DueLine[], me: string | null) => ({
  mine: lines.filter(({ owner }) => owner !== null && owner === me),
  others: lines.filter(({ owner }) => owner === null || owner !== me),
})
