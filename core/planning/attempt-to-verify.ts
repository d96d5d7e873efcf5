import { isDoneByThen } from './done-by-then.ts'
import type { Operation } from './operation.ts'
import type { Attempt } from '../intelligence/attempt.ts'
import { saysSomething } from './says-something.ts'

/** Whether something was an attempt to verify: yes, no, or not told. */
export type Verifies = 'yes' | 'no' | 'unknown'

/**
 * An attempt names its method, who, when, this site, what would have been seen had nobody been there, and the result.
 *
 * It counts whatever it found. Receiving an account is not an attempt, and so has no method here. On a unit's own
 * plan all of it must be named; a published account need only tell that it was made, here, and how.
 */
export function verifies(attempt: Attempt, operation: Operation): Verifies {
  if (attempt.thisSite === 'no' || isYetToCome(attempt, operation)) return 'no'
  if (operation.operation === 'plan') return isFullyNamed(attempt) ? 'yes' : 'no'
  return attempt.method === 'unknown' || attempt.thisSite === 'unknown' ? 'unknown' : 'yes'
}

const isYetToCome = ({ at }: Attempt, operation: Operation): boolean => at !== 'unknown' && !isDoneByThen(at, operation)

/** How good the look was is not among these: that is what the disconfirmation gate asks. */
const isFullyNamed = ({ method, by, at, thisSite, ifNobodyThere, result }: Attempt): boolean =>
  at !== 'unknown' && thisSite === 'yes' && [method, by, ifNobodyThere, result].every(saysSomething)
