import { after, type Instant } from '../kernel/instant.ts'
import type { PlanFile } from './plan-file.ts'
import type { PlanningPolicy } from './policy.ts'

/** Codes of what a reviewer should look at in the file of a plan. What was done is kept whatever it raises. */
export const PLAN_CONCERNS = ['plan/entered-after-stand-down', 'plan/entered-without-leave', 'plan/urgent-unreviewed', 'plan/review-overdue', 'plan/withheld'] as const

/** Something in the file of a plan that a reviewer should look at, with the entries that show it. It blocks nothing. */
export interface PlanConcern {
  readonly code: (typeof PLAN_CONCERNS)[number]
  readonly restsOn: readonly string[]
}

/** What a reviewer should look at in the file of a plan at an instant, the gravest first. */
export function planConcerns(file: PlanFile, now: Instant, policy: PlanningPolicy): readonly PlanConcern[] {
  const { entry, notActing, urgent, withheld } = file
  const found: Readonly<Record<PlanConcern['code'], readonly string[]>> = {
    'plan/entered-after-stand-down': entry && notActing?.act === 'plan/stood-down' && notActing.noted.occurredAt < entry.at ? [notActing.noted.entry, entry.noted.entry] : [],
    'plan/entered-without-leave': entry && !urgent && !hadLeave(file, entry.noted.version) ? [entry.noted.entry] : [],
    'plan/urgent-unreviewed': urgent && isUnreviewed(file, urgent.at, now, policy) ? [urgent.noted.entry] : [],
    'plan/review-overdue': notActing && !entry && notActing.reviewBy <= now && !hasMovedOn(file, notActing.noted.version) ? [notActing.noted.entry] : [],
    'plan/withheld': withheld.map((noted) => noted.entry),
  }
  return PLAN_CONCERNS.filter((code) => found[code].length > 0).map((code) => ({ code, restsOn: found[code] }))
}

/** Leave for what the plan said then, and not taken back. Whether it had lapsed is read again from what was known. */
function hadLeave({ authority, notActing, writings }: PlanFile, entered: number): boolean {
  if (!authority || authority.noted.version > entered) return false
  const changed = writings.some(({ noted }) => noted.version > authority.plan && noted.version < entered)
  return !changed && !(notActing && notActing.noted.version > authority.noted.version && notActing.noted.version < entered)
}

/** An urgent entry is reviewed by another unit within the time that policy gives. */
const isUnreviewed = ({ tasks }: PlanFile, declared: Instant, now: Instant, { urgentReviewHours }: PlanningPolicy): boolean =>
  now > after(declared, urgentReviewHours.value / 24) && !tasks.some(({ task, done }) => task === 'review' && done === 'yes')

/** Somebody took it up again: wrote, decided, or declared danger. */
const hasMovedOn = ({ writings, authority, urgent }: PlanFile, version: number): boolean =>
  [...writings, ...(authority ? [authority] : []), ...(urgent ? [urgent] : [])].some(({ noted }) => noted.version > version)
