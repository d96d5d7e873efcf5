import type { SiteConcern } from './intelligence/site-concerns.ts'
import type { Concern } from './planning/concerns.ts'
import type { PlanConcern } from './planning/plan-concerns.ts'
import type { RightsConcern } from './rights/request-concerns.ts'

/**
 * Every reason a reviewer may be asked to look.
 *
 * A concern is no error and stops nothing. The codes are public: never renamed, never reused.
 */
export type ConcernCode = Concern['code'] | SiteConcern['code'] | PlanConcern['code'] | RightsConcern['code']
