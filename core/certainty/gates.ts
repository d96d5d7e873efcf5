import { isRoot } from '../intelligence/lineage.ts'
import type { Report, VerificationAttempt } from '../intelligence/report.ts'
import { after, isoOf, type Instant } from '../kernel/instant.ts'
import { countedReports, countedShocks, halfLifeOf, isFirstHand, type CertaintyCase } from './certainty-case.ts'
import { countedPresentRoots, independentVoices } from './independence.ts'
import type { CertaintyPolicy } from './policy.ts'

export const GATES = ['number', 'independence', 'freshness', 'disconfirmation', 'alternative'] as const
export type GateId = (typeof GATES)[number]

/** Open, closed, or unknown where the input says nothing. */
export type GateState = 'open' | 'closed' | 'unknown'

export type GateReason =
  | 'number/reached' | 'number/below' | 'number/nothing-known'
  | 'independence/enough' | 'independence/too-few' | 'independence/none-first-hand'
  | 'freshness/fresh' | 'freshness/stale' | 'freshness/shock-since' | 'freshness/none'
  | 'disconfirmation/attempted' | 'disconfirmation/none-made' | 'disconfirmation/none-counts' | 'disconfirmation/not-said'
  | 'alternative/written' | 'alternative/blank' | 'alternative/not-said'
  | 'times/inexact'

/** Why a gate stands as it does: a code with its figures; the words are made where they are shown. */
export interface Gate {
  readonly id: GateId
  readonly state: GateState
  readonly why: GateReason
  readonly figures: Readonly<Record<string, string | number>>
}

/** Probability alone never opens the way: five gates, each of which can be read out in court. */
export function gatesOf(asked: CertaintyCase, p10: number, policy: CertaintyPolicy): readonly Gate[] {
  const counted = countedReports(asked)
  return [
    numberGate(asked, counted, p10, policy),
    independenceGate(counted, policy),
    freshnessGate(asked, counted, policy),
    disconfirmationGate(asked, counted, policy),
    alternativeGate(asked),
  ]
}

/** The low end of the interval that is asked for: less where entry intrudes less (rungs 1 to 5 of the ladder). */
export const threshold = ({ entry }: CertaintyCase, { gates }: CertaintyPolicy): number =>
  entry === 'lower-intrusion' ? gates.numberLowerIntrusion : gates.number

/** Where no report weighs, the number is the base rate of such places and says nothing of this one, so no words print it. */
function numberGate(asked: CertaintyCase, counted: readonly Report[], p10: number, policy: CertaintyPolicy): Gate {
  const wanted = threshold(asked, policy)
  const state = p10 >= wanted ? 'open' : 'closed'
  if (!counted.some(isRoot)) return { id: 'number', state, why: 'number/nothing-known', figures: {} }
  return { id: 'number', state, why: state === 'open' ? 'number/reached' : 'number/below', figures: { p10, wanted } }
}

function independenceGate(counted: readonly Report[], policy: CertaintyPolicy): Gate {
  const roots = countedPresentRoots(counted, policy)
  const figures = { voices: independentVoices(roots, policy), wanted: policy.gates.independentRoots }
  if (figures.voices < figures.wanted) return { id: 'independence', state: 'closed', why: 'independence/too-few', figures }
  return roots.some((root) => isFirstHand(root, policy))
    ? { id: 'independence', state: 'open', why: 'independence/enough', figures }
    : { id: 'independence', state: 'closed', why: 'independence/none-first-hand', figures }
}

/** The newest counted root that saw somebody there. */
export const newestSighting = (counted: readonly Report[], policy: CertaintyPolicy) =>
  countedPresentRoots(counted, policy).findLast((root) => isFirstHand(root, policy))

/** When a sighting stops being fresh: half a half-life after it, by the half-life without shocks. */
export const freshUntil = (seenAt: Instant, asked: CertaintyCase, policy: CertaintyPolicy): Instant =>
  after(seenAt, policy.gates.freshHalfLives * halfLifeOf(asked, policy))

function freshnessGate(asked: CertaintyCase, counted: readonly Report[], policy: CertaintyPolicy): Gate {
  const newest = newestSighting(counted, policy)
  if (!newest) return { id: 'freshness', state: 'closed', why: 'freshness/none', figures: {} }
  const until = freshUntil(newest.observedAt, asked, policy)
  const figures = { report: newest.id, seenAt: isoOf(newest.observedAt), until: isoOf(until) }
  const shock = countedShocks(asked).find(({ at }) => at >= newest.observedAt)
  if (shock) return { id: 'freshness', state: 'closed', why: 'freshness/shock-since', figures: { ...figures, shock: shock.kind, shockAt: isoOf(shock.at) } }
  return asked.at < until
    ? { id: 'freshness', state: 'open', why: 'freshness/fresh', figures }
    : { id: 'freshness', state: 'closed', why: 'freshness/stale', figures }
}

/**
 * Attempts good enough to have shown absence, by somebody else than those who say that people are there.
 *
 * One who reports a presence cannot be the one who tries to disprove it.
 */
export function attemptsThatCount(asked: CertaintyCase, counted: readonly Report[], policy: CertaintyPolicy): readonly VerificationAttempt[] {
  const reporters = new Set(counted.filter(({ finding }) => finding === 'present').flatMap(({ reporter }) => reporter ?? []))
  return (asked.attempts ?? []).filter(
    ({ sensitivity, by }) => sensitivity >= policy.gates.attemptSensitivity && !(by !== undefined && reporters.has(by)),
  )
}

function disconfirmationGate(asked: CertaintyCase, counted: readonly Report[], policy: CertaintyPolicy): Gate {
  const closed = (why: GateReason): Gate => ({ id: 'disconfirmation', state: 'closed', why, figures: { wanted: policy.gates.attemptSensitivity } })
  if (!asked.attempts) return { id: 'disconfirmation', state: 'unknown', why: 'disconfirmation/not-said', figures: {} }
  if (asked.attempts.length === 0) return closed('disconfirmation/none-made')
  const earliest = after(asked.at, -halfLifeOf(asked, policy))
  const inTime = attemptsThatCount(asked, counted, policy).filter(({ at }) => at >= earliest && at <= asked.at)
  const newest = inTime.toSorted((a, b) => a.at - b.at).at(-1)
  return newest
    ? { id: 'disconfirmation', state: 'open', why: 'disconfirmation/attempted', figures: { at: isoOf(newest.at), sensitivity: newest.sensitivity } }
    : closed('disconfirmation/none-counts')
}

function alternativeGate({ alternative }: CertaintyCase): Gate {
  if (alternative === undefined) return { id: 'alternative', state: 'unknown', why: 'alternative/not-said', figures: {} }
  return alternative.trim() === ''
    ? { id: 'alternative', state: 'closed', why: 'alternative/blank', figures: {} }
    : { id: 'alternative', state: 'open', why: 'alternative/written', figures: {} }
}
