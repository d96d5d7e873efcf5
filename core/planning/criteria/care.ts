import { daysBetween } from '../../kernel/instant.ts'
import { answered, lack, named } from '../answer.ts'
import { isDoneByThen } from '../done-by-then.ts'
import type { ExpectedGroup, PlannedOperation } from '../operation.ts'
import { shortfall } from '../places.ts'
import type { Place } from '../plan.ts'
import type { PlanningPolicy } from '../policy.ts'
import type { Rule } from './rule.ts'

/** Beds, seats and people for as many as may be found, confirmed before the door is opened. */
export const care: Rule<'care'> = {
  'care/places': (operation, policy) => {
    const { expected, plan: { care: { places } } } = operation
    if (atMost(expected) === 0) return answered(places, [lack('care/nobody-expected-stated')])
    const [confirmed, stale] = [places.filter((place) => isConfirmed(place, operation, policy)), places.filter((place) => !isConfirmed(place, operation, policy))]
    const missing = shortfall(expected, confirmed)
    if (!missing) return answered(confirmed, [])
    const { short, cells } = missing
    return answered(confirmed, [lack('care/places-short', { short, cell: cells.join(', ') }), ...stale.map(({ id }) => lack('care/place-not-confirmed', { place: id }))])
  },

  'care/transport': ({ expected, plan: { care: { transport } } }) => {
    const seats = transport.reduce((sum, vehicle) => sum + vehicle.seats, 0)
    const wanted = atMost(expected)
    if (transport.length === 0) return answered(transport, [lack('care/no-transport')])
    return answered(transport, seats >= wanted ? [] : [lack('care/seats-short', { short: wanted - seats })])
  },

  'care/medical': ({ plan }) => named(plan.care.medical, 'care/no-medical'),
  'care/advocates': ({ plan }) => named(plan.care.advocates, 'care/no-advocate'),
  'care/guardian': ({ plan }) => named(plan.care.guardians, 'care/no-guardian'),
  'care/shelter-security': ({ plan }) => named(plan.care.shelterSecurity, 'care/no-shelter-security'),
}

const atMost = (expected: readonly ExpectedGroup[]): number => expected.reduce((sum, { high }) => sum + high, 0)

/** A promise of last month is no bed, nor is one that is still to be given: confirmed within the time policy gives before entry. */
const isConfirmed = ({ confirmedAt }: Place, operation: PlannedOperation, { placeConfirmedHours }: PlanningPolicy): boolean =>
  isDoneByThen(confirmedAt, operation) && daysBetween(confirmedAt, operation.at) * 24 <= placeConfirmedHours.value
