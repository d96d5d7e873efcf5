import type { Certainty } from '../../../core/certainty/certainty.ts'
import { instant, type Instant } from '../../../core/kernel/instant.ts'
import type { RaidReading } from '../../../core/planning/readiness.ts'
import { assess, type Assessed, type ReadBy } from '../../reading/assessed.ts'
import type { ShownPlan } from './plan-asked.ts'

/** A plan as it was shown, with what the server reckoned where the reports of its site are not for whoever reads. */
export type ShownOperation = Pick<ShownPlan, 'operation' | 'reckoned'>

/**
 * Reads a plan. Where the reports of its site are not for whoever reads, the reading is the server's, which was taken from all of them: read
 * from what is left here, every plan would be blind.
 */
export function readPlan({ operation, reckoned }: ShownOperation, readBy: ReadBy): Assessed | null {
  const own = assess(operation, readBy)
  if (!own || own.reading.read !== 'raid' || reckoned === null) return own ?? null
  const certainty = own.asked && certaintyFrom(own.asked.answer, reckoned.certainty)
  const asked = own.asked && certainty ? { ...own.asked, answer: certainty, latest: null } : null
  return { ...own, reading: readingFrom(own.reading, reckoned, certainty), asked }
}

type Reckoned = NonNullable<ShownPlan['reckoned']>

const momentOf = (told: string): Instant => instant(Date.parse(told))

const readingFrom = (own: RaidReading, { conditional, urgent, certainty: _figures, ...reckoned }: Reckoned, certainty: Certainty | null): RaidReading => ({
  ...own,
  ...reckoned,
  certainty,
  conditional: conditional && { ...conditional, seenAfter: momentOf(conditional.seenAfter) },
  urgent: urgent.map((task) => ({ ...task, due: momentOf(task.due) })),
})

/** How sure it is, by how many reports and until when. Which they are is not told, so that each is only one more. */
function certaintyFrom(own: Certainty, reckoned: Reckoned['certainty']): Certainty | null {
  if (reckoned === null) return null
  const { roots, gates, validUntil, ...interval } = reckoned
  return {
    ...own,
    ...interval,
    steps: [],
    roots: Array.from({ length: roots }, (_, at) => `not-told-${at + 1}`),
    gates: own.gates.map((gate) => ({ ...gate, state: gates.find(({ id }) => id === gate.id)?.state ?? 'unknown' })),
    validUntil: validUntil === null ? null : momentOf(validUntil),
  }
}
