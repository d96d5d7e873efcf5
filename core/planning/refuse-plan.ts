import type { CaseRole } from '../kernel/access.ts'
import { accept, refuse, type Decision } from '../kernel/decider.ts'
import type { Instant } from '../kernel/instant.ts'
import type { NotActing, PlanFact } from './plan-facts.ts'
import type { PlanFile } from './plan-file.ts'

export interface RefusePlan extends NotActing {
  readonly role: CaseRole
  readonly at: Instant
}

export type RefusePlanRefusal =
  | { readonly code: 'plan/not-an-authorising-officer' }
  | { readonly code: 'plan/entered' }
  | { readonly code: 'plan/review-in-the-past' }

/**
 * Decides that a plan does not go ahead. That is a decision too: somebody owns it, says why, and looks again on a day.
 *
 * Standing down is not decided here: it never waits, and is recorded whoever calls it.
 */
export function refusePlan({ role, at, because, owner, reviewBy }: RefusePlan, plan: PlanFile): Decision<PlanFact, RefusePlanRefusal> {
  if (role !== 'authorising-officer') return refuse({ code: 'plan/not-an-authorising-officer' })
  if (plan.entry) return refuse({ code: 'plan/entered' })
  if (reviewBy <= at) return refuse({ code: 'plan/review-in-the-past' })
  return accept({ type: 'plan/refused', because, owner, reviewBy })
}
