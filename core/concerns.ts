import type { Concern } from './planning/concerns.ts'

/**
 * Every reason a reviewer may be asked to look.
 *
 * A concern is no error and stops nothing. The codes are public: never renamed, never reused.
 */
export type ConcernCode = Concern['code']
