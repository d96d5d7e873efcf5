import { named, type RequirementAnswer } from '../answer.ts'
import { isDoneByThen } from '../done-by-then.ts'
import type { PlannedOperation } from '../operation.ts'
import type { Undertaking } from '../plan.ts'

/** Met when somebody has given an undertaking; one that is still to be given binds nobody yet. */
export const undertaken = (operation: PlannedOperation, undertakings: readonly Undertaking[], code: string): RequirementAnswer =>
  named(undertakings.filter(({ on }) => isDoneByThen(on, operation)), code)
