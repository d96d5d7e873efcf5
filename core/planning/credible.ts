import { isFirstHand } from '../certainty/certainty-case.ts'
import type { CertaintyPolicy } from '../certainty/policy.ts'
import { isPresent } from '../certainty/weigh.ts'
import type { Report } from '../intelligence/report.ts'

/**
 * Whether a report is enough to declare that a child is exploited now: somebody saw, or its kind is reliable enough for
 * the gates to count. A bare tip or a reputation is not.
 */
export const isFirstHandOrCredible = (report: Report, policy: CertaintyPolicy): boolean =>
  isPresent(report) && (isFirstHand(report, policy) || policy.kinds[report.kind].reliability >= policy.gates.countedReliability)
