import { instant } from '../../../../core/kernel/instant.ts'
import type { OperationReport } from '../../../../core/planning/operation.ts'
import type { ShownPlan } from '../plan-asked.ts'

type Condition = Pick<NonNullable<NonNullable<ShownPlan['authority']>['condition']>, 'seenAfter' | 'confirmedBy'>

/**
 * The reports on file that can meet a condition: of a kind that was allowed, that somebody is there, seen since the hour it names.
 *
 * Whether one of them does meet it is decided where the plan is read; the others cannot, and are not offered.
 */
export const mayConfirm = (reports: readonly OperationReport[], { seenAfter, confirmedBy }: Condition): readonly OperationReport[] =>
  reports.filter(({ kind, finding, observedAt }) => finding === 'present' && confirmedBy.includes(kind) && observedAt >= instant(Date.parse(seenAfter))).toSorted((a, b) => b.observedAt - a.observedAt)
