import { isFirstHand } from '../certainty/certainty-case.ts'
import { independentVoices } from '../certainty/independence.ts'
import { isPresent } from '../certainty/weigh.ts'
import { isRoot } from '../intelligence/lineage.ts'
import { elementsIn } from '../law/element-matrix.ts'
import { idsOf } from './answer.ts'
import { verifies } from './attempt-to-verify.ts'
import { bestGrounded } from './chosen-offence.ts'
import type { Dossier } from './dossier.ts'
import { answerTo } from './facts.ts'
import type { GoalKind, Raid } from './operation.ts'

export const MARKERS = ['B1', 'B2', 'B3', 'B4', 'B5'] as const
export type MarkerId = (typeof MARKERS)[number]
export type MarkerState = 'found' | 'not-found' | 'unknown'

/** A sign of a blind raid, with why it stands as it does and what that rests on. Source: design/readiness.md. */
export interface Marker {
  readonly id: MarkerId
  readonly state: MarkerState
  readonly why: string
  readonly restsOn: readonly string[]
}

export const markersOf = (dossier: Dossier): readonly Marker[] => [
  noAttemptToVerify(dossier),
  assumptionAlone(dossier),
  blindGoal(dossier),
  noLegalGround(dossier),
  noIdentification(dossier),
]

/** On a unit's own plan silence is a finding; of a past operation it tells nothing. */
const silent = ({ operation }: Raid): MarkerState => (operation === 'plan' ? 'found' : 'unknown')

/** Of a past operation the reports, the attempts and how each was made must all be told before it is said that there was none. */
function noAttemptToVerify({ operation, counted, inForce: { certainty: policy } }: Dossier): Marker {
  const attempts = operation.attempts === 'unknown' ? [] : operation.attempts
  const made = attempts.filter((attempt) => verifies(attempt, operation) === 'yes')
  if (made.length > 0) return { id: 'B1', state: 'not-found', why: 'B1/attempt-made', restsOn: idsOf(made) }

  const sightings = counted.filter(isRoot).filter(isPresent).filter((report) => isFirstHand(report, policy))
  if (independentVoices(sightings, policy) >= 2) return { id: 'B1', state: 'not-found', why: 'B1/two-independent-sightings', restsOn: idsOf(sightings) }

  const untold = operation.attempts === 'unknown' || operation.reports === 'unknown' || attempts.some((attempt) => verifies(attempt, operation) === 'unknown')
  if (operation.operation === 'past' && untold) return { id: 'B1', state: 'unknown', why: 'B1/not-told', restsOn: [] }
  return { id: 'B1', state: 'found', why: 'B1/no-attempt', restsOn: idsOf(counted) }
}

function assumptionAlone({ operation, counted }: Dossier): Marker {
  if (counted.length === 0) return { id: 'B2', state: silent(operation), why: 'B2/no-report', restsOn: [] }
  const weighing = counted.filter(isRoot)
  return weighing.length > 0
    ? { id: 'B2', state: 'not-found', why: 'B2/some-weigh', restsOn: idsOf(weighing) }
    : { id: 'B2', state: 'found', why: 'B2/none-weighs', restsOn: idsOf(counted) }
}

/** Goals that turn a raid against the people it finds: source document, "round-ups … to clean out". */
const BLIND_GOALS: ReadonlySet<GoalKind | 'unknown'> = new Set<GoalKind>([
  'clear-district', 'clear-trade', 'clear-class-of-people', 'immigration-enforcement', 'prostitution-enforcement',
])

/** What governs is what was declared or what the tasking shows; the power by which a door is opened is not the goal. */
function blindGoal({ operation: { goal } }: Dossier): Marker {
  if (goal === 'unknown') return { id: 'B3', state: 'unknown', why: 'B3/not-told', restsOn: [] }
  const restsOn = ['goal']
  if (BLIND_GOALS.has(goal.declared)) return { id: 'B3', state: 'found', why: 'B3/declared', restsOn }
  if (BLIND_GOALS.has(goal.tasking)) return { id: 'B3', state: 'found', why: 'B3/shown-by-tasking', restsOn }
  return goal.declared === 'unknown' && goal.tasking === 'unknown'
    ? { id: 'B3', state: 'unknown', why: 'B3/not-told', restsOn: [] }
    : { id: 'B3', state: 'not-found', why: 'B3/other-goal', restsOn }
}

function noLegalGround({ offences }: Dossier): Marker {
  if (!offences) return { id: 'B4', state: 'unknown', why: 'B4/not-told', restsOn: [] }
  const best = bestGrounded(offences)
  if (!best) return { id: 'B4', state: 'found', why: 'B4/no-offence', restsOn: [] }
  const restsOn = [best.chosen.id, ...idsOf(best.chosen.support)]
  if (best.supported === 'yes') return { id: 'B4', state: 'not-found', why: 'B4/elements-supported', restsOn }
  if (best.supported === 'no') return { id: 'B4', state: 'found', why: 'B4/element-without-support', restsOn }
  return { id: 'B4', state: 'unknown', why: elementsIn(best.matrix, 'nothing').length > 0 ? 'B4/law-unverified' : 'B4/element-not-told', restsOn }
}

function noIdentification({ operation }: Dossier): Marker {
  if (operation.operation === 'plan') {
    const { screening } = operation.plan.identification
    return screening.length > 0
      ? { id: 'B5', state: 'not-found', why: 'B5/screening', restsOn: idsOf(screening) }
      : { id: 'B5', state: 'found', why: 'B5/no-screening', restsOn: [] }
  }
  const { met, restsOn } = answerTo('identification/screening', operation.facts)
  if (met === 'no') return { id: 'B5', state: 'found', why: 'B5/no-screening', restsOn }
  if (met === 'unknown') return { id: 'B5', state: 'unknown', why: 'B5/not-told', restsOn }
  return { id: 'B5', state: 'not-found', why: met === 'not-applicable' ? 'B5/nobody-to-screen' : 'B5/screening', restsOn }
}
