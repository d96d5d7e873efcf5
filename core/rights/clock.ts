import { after, instant, type Instant } from '../kernel/instant.ts'
import type { OrganisationKind } from '../kernel/organisation.ts'
import type { AnswerTerm, Regime, RightsPolicy } from './grounds.ts'

/** The end of a term that began at an instant: the same day of a later month, or the last where that month is shorter. */
export function endOfTerm(from: Instant, { count, unit }: AnswerTerm): Instant {
  if (unit === 'days') return after(from, count)
  const began = new Date(from)
  const month = began.getUTCMonth() + count
  const lastDay = new Date(Date.UTC(began.getUTCFullYear(), month + 1, 0)).getUTCDate()
  const sinceMidnight = from - Date.UTC(began.getUTCFullYear(), began.getUTCMonth(), began.getUTCDate())
  return instant(Date.UTC(began.getUTCFullYear(), month, Math.min(began.getUTCDate(), lastDay)) + sinceMidnight)
}

/** By when a request is answered, and how far that can be put off at most. */
export interface AnswerClock {
  readonly regime: Regime
  readonly due: Instant
  readonly longest: Instant
}

interface Running {
  readonly receivedAt: Instant
  readonly extendedTo: Instant | null
}

/** The clock of a request, under the law of whoever answers it. */
export function answerClock({ receivedAt, extendedTo }: Running, kind: OrganisationKind, { regimes, terms }: RightsPolicy): AnswerClock {
  const regime = regimes.value[kind]
  const { answer, extension } = terms[regime]
  const first = endOfTerm(receivedAt, answer.value)
  return { regime, due: extendedTo ?? first, longest: endOfTerm(first, extension.value) }
}
