import type { RequirementAnswer } from '../answer.ts'
import type { PlannedOperation } from '../operation.ts'
import type { PlanningPolicy } from '../policy.ts'
import type { CriterionId, RequirementOf } from '../requirements.ts'

/** How a unit's own plan meets each requirement of one criterion: from its entries, and from nothing else. */
export type Rule<C extends CriterionId> = {
  readonly [R in RequirementOf<C>]?: (operation: PlannedOperation, policy: PlanningPolicy) => RequirementAnswer
}
