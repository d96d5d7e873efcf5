import { badInput } from '../../wire/reading/bad-input.ts'
import type { Speak } from '../../wire/words.ts'
import { refuseBody } from '../http/problem.ts'

/** Where a page of a list ended, so that the next goes on there however the list has grown. */
export type Place = readonly (string | number)[]

/** As text for an address. It holds what the page has shown already and nothing else. */
export const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place), 'utf8').toString('base64url')

/** The place a cursor stands for; null where it is none of this list. */
export function placeIn(cursor: string, kinds: readonly ('string' | 'number')[]): Place | null {
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown
    const isPlace = Array.isArray(place) && place.length === kinds.length && place.every((part, at) => typeof part === kinds[at])
    return isPlace ? (place as Place) : null
  } catch {
    return null
  }
}

/** One line more than a page was asked for, so that it is known whether there is another page. */
export function paged<Row>(rows: readonly Row[], limit: number, placeOf: (last: Row) => Place): { readonly shown: readonly Row[]; readonly next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { shown, next: rows.length > limit && last !== undefined ? cursorOf(placeOf(last)) : null }
}

/** A cursor that is none of this list: the list is asked for from its beginning. */
export const noSuchCursor = (speak: Speak): Response =>
  refuseBody(speak, [badInput('address', { code: 'reading/wrong-value', path: ['cursor'], problem: 'is no cursor of this list in this order', expected: 'the cursor that the page before gave, or none' })])
