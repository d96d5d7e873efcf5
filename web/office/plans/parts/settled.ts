import type { PlanPart } from '../../../../core/planning/plan-facts.ts'
import type { Reading } from '../../../../core/planning/readiness.ts'
import { criteriaOfPart, markerMendedIn } from '../live/mends.ts'

/**
 * Whether a part needs nobody's attention: it is written, what it answers holds, and no sign of a blind raid is mended in it.
 *
 * Only such a part is folded away until somebody asks for it; whatever is lacking stands open.
 */
export function isSettled(part: PlanPart, content: unknown, reading: Reading): boolean {
  if (content === null || content === undefined || (Array.isArray(content) && content.length === 0)) return false
  if (reading.read !== 'raid') return true
  const own = criteriaOfPart(part)
  const holds = reading.criteria.filter(({ id }) => own.includes(id)).every(({ finding }) => finding === 'holds' || finding === 'not-applicable')
  return holds && reading.markers.every(({ id, state }) => state === 'not-found' || markerMendedIn(id) !== part)
}
