import { elementsIn, type ElementRow } from './element-matrix.ts'
import type { ElementId, OffenceDefinition, Penalty, Years } from './offence.ts'
import { penaltiesFor, strictness, type AgeAsKnown } from './penalties.ts'

/** Whether an offence can be proved: on what is held, on what is to be found, not known, not at all; or not for this person. */
export type Provable = 'held' | 'at-scene' | 'unknown' | 'no' | 'does-not-apply'

/** An offence that might be charged, with its elements as they stand. */
export interface ChargeCandidate {
  readonly offence: OffenceDefinition
  readonly rows: readonly ElementRow[]
}

/** Where one offence stands among those that might be charged, and why. */
export interface OffenceStanding {
  readonly offence: string
  readonly provable: Provable
  readonly lacking: readonly ElementId[]
  readonly unknown: readonly ElementId[]
  readonly toFind: readonly ElementId[]
  readonly penalty: Penalty | null
  readonly highest: Years
  readonly restsOnAge: boolean
}

/**
 * The offences that might be charged, the highest provable maximum first.
 *
 * The easiest charge is not the best one: operations that fell back on minor
 * charges let those in control go within months. An offence with an element
 * that nothing supports is not provable, however high its maximum, and says
 * which element is lacking. Of several brackets that could apply the lowest
 * ranks, since the facts that raise it are still to be proved; `highest` says
 * how far it could go.
 */
export function rankOffences(candidates: readonly ChargeCandidate[], age: AgeAsKnown): readonly OffenceStanding[] {
  return candidates.map((candidate) => standingOf(candidate, age)).toSorted(byProvableMaximum)
}

function standingOf({ offence, rows }: ChargeCandidate, age: AgeAsKnown): OffenceStanding {
  const brackets = penaltiesFor(offence, age)
  const penalty = brackets[0] ?? null
  const most = [...brackets, ...offence.aggravations].map(({ maxYears }) => maxYears).toSorted((a, b) => strictness(b) - strictness(a))
  const [lacking, unknown, toFind] = [elementsIn(rows, 'nothing'), elementsIn(rows, 'unknown'), elementsIn(rows, 'at-scene')]
  return {
    offence: offence.id,
    provable: fits(offence, age) ? provable(lacking, unknown, toFind) : 'does-not-apply',
    lacking,
    unknown,
    toFind,
    penalty,
    highest: most[0] ?? 'unknown',
    restsOnAge: age.presumedChild && (offence.victims === 'child' || penalty?.victim === 'child' || spared(rows, offence)),
  }
}

function provable(lacking: readonly ElementId[], unknown: readonly ElementId[], toFind: readonly ElementId[]): Provable {
  if (lacking.length > 0) return 'no'
  if (unknown.length > 0) return 'unknown'
  return toFind.length > 0 ? 'at-scene' : 'held'
}

const fits = ({ victims }: OffenceDefinition, { presumedChild }: AgeAsKnown): boolean =>
  victims === 'anyone' || victims === (presumedChild ? 'child' : 'adult')

/** The means were spared because of age alone: at trial the age must be proved instead. */
const spared = (rows: readonly ElementRow[], { meansRequired }: OffenceDefinition): boolean =>
  meansRequired.adult !== 'no' && rows.some((row) => row.element === 'means' && !row.required && row.held.length === 0)

const TIER: Readonly<Record<Provable, number>> = { held: 0, 'at-scene': 0, unknown: 1, no: 2, 'does-not-apply': 3 }

function byProvableMaximum(a: OffenceStanding, b: OffenceStanding): number {
  const byHeld = Number(b.provable === 'held') - Number(a.provable === 'held')
  return TIER[a.provable] - TIER[b.provable]
    || strictest(b) - strictest(a)
    || byHeld
    || strictness(b.penalty?.minYears ?? null) - strictness(a.penalty?.minYears ?? null)
    || (a.offence < b.offence ? -1 : 1)
}

/** An unknown maximum counts for at least its minimum (Nigeria), and for nothing more. */
function strictest({ penalty }: OffenceStanding): number {
  if (penalty === null) return 0
  return penalty.maxYears === 'unknown' ? strictness(penalty.minYears) : strictness(penalty.maxYears)
}
