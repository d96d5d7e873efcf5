import type { CertaintyCase } from '../certainty/certainty-case.ts'
import { gatesOf } from '../certainty/gates.ts'
import type { CertaintyPolicy } from '../certainty/policy.ts'
import { takeIn } from '../intelligence/intake.ts'
import { byObservation, receivedAt, type Report, type VerificationAttempt } from '../intelligence/report.ts'
import { isDoneByThen } from './done-by-then.ts'
import { intrudesLess } from './ladder.ts'
import type { Operation } from './operation.ts'
import type { Attempt } from '../intelligence/attempt.ts'
import { saysSomething } from './says-something.ts'

/**
 * The certainty question that an operation asks, or null where the venue is not known and nothing can be computed.
 *
 * Reports pass through intake first, so that tips share an unknown origin until somebody says why they do not.
 */
export function askedCertainty(operation: Operation, policy: CertaintyPolicy): CertaintyCase | null {
  const { site: { venue, halfLifeDays }, at, knownAt, shocks } = operation
  if (venue === 'unknown') return null
  const alternative = alternativeAsked(operation)
  const asked: CertaintyCase = {
    name: operation.name,
    venue,
    at,
    shocks,
    reports: takenIn(operation),
    ...(halfLifeDays !== undefined && { halfLifeDays }),
    ...(knownAt !== undefined && { knownAt }),
    ...(alternative !== undefined && { alternative }),
    ...(operation.operation !== 'none' && operation.rung !== 'unknown' && { entry: intrudesLess(operation.rung) ? 'lower-intrusion' as const : 'planned' as const }),
  }
  const attempts = attemptsAsked(operation, asked, policy)
  return attempts ? { ...asked, attempts } : asked
}

const takenIn = ({ reports }: Operation): readonly Report[] => takeIn(reports === 'unknown' ? [] : reports)

/** What had reached us when it is asked, of what was seen by then; also where the venue is unknown. */
export const countedFor = (operation: Operation): readonly Report[] =>
  takenIn(operation)
    .filter((report) => report.observedAt <= operation.at && receivedAt(report) <= (operation.knownAt ?? operation.at))
    .toSorted(byObservation)

/** `unknown` is silence, and a text that says nothing is a blank one. */
function alternativeAsked({ alternative }: Operation): string | undefined {
  if (alternative === undefined || alternative.trim().toLowerCase() === 'unknown') return undefined
  return saysSomething(alternative) ? alternative : ''
}

/**
 * The attempts as the gate takes them; undefined where one of which not everything is told might have opened it.
 *
 * A published account seldom says how good a search was, or when. The gate is asked twice, with what is told and
 * with the best that what is not told could be; where the answers differ it is unknown rather than closed.
 */
function attemptsAsked(operation: Operation, asked: CertaintyCase, policy: CertaintyPolicy): readonly VerificationAttempt[] | undefined {
  if (operation.attempts === 'unknown') return undefined
  const here = operation.attempts.filter(({ thisSite, at }) => thisSite !== 'no' && (at === 'unknown' || isDoneByThen(at, operation)))
  const told = here.filter(({ thisSite, at, sensitivity }) => thisSite === 'yes' && at !== 'unknown' && sensitivity !== 'unknown').map((attempt) => atBest(attempt, operation))
  const best = here.map((attempt) => atBest(attempt, operation))
  const opens = (attempts: readonly VerificationAttempt[]): boolean =>
    gatesOf({ ...asked, attempts }, 0, policy).some(({ id, state }) => id === 'disconfirmation' && state === 'open')
  if (opens(told)) return told
  return opens(best) ? undefined : best
}

const atBest = ({ at, sensitivity, by }: Attempt, operation: Operation): VerificationAttempt => ({
  at: at === 'unknown' ? operation.at : at,
  sensitivity: sensitivity === 'unknown' ? 1 : sensitivity,
  ...(by !== 'unknown' && { by }),
})
