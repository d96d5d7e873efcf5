import { describe, expect, test } from 'vitest'
import { at, EMPTY_PLAN, LEAD, PAST } from '../../tests/planning-cast.ts'
import { verifies } from './attempt-to-verify.ts'
import type { Operation } from './operation.ts'
import { METHODS, type Attempt } from '../intelligence/attempt.ts'

const full: Attempt = {
  id: 'look', method: 'surveillance', by: 'team b', at: at('2001-06-01T00:00:00Z'), thisSite: 'yes', ifNobodyThere: 'No light at night', result: 'Light until two', sensitivity: 0.5, sources: [],
}
const OF_EACH_KIND: readonly Operation[] = [EMPTY_PLAN, PAST, LEAD]
const onEach = (changes: Partial<Attempt>) => OF_EACH_KIND.map((operation) => verifies({ ...full, ...changes }, operation))

describe('an attempt to verify', () => {
  test.each(METHODS)('by %s counts whatever it found', (method) => {
    expect(onEach({ method })).toEqual(['yes', 'yes', 'yes'])
    expect(onEach({ method, result: 'Nobody was there' })).toEqual(['yes', 'yes', 'yes'])
  })

  test('at another place is none', () => expect(onEach({ thisSite: 'no' })).toEqual(['no', 'no', 'no']))

  test('after the hour of entry is none', () => expect(onEach({ at: at('2032-01-01T00:00:00Z') })).toEqual(['no', 'no', 'no']))

  test('that is still to come when it is asked is none', () => {
    const known = at('2001-05-31T00:00:00Z')
    expect(OF_EACH_KIND.map((operation) => verifies(full, { ...operation, knownAt: known }))).toEqual(['no', 'no', 'no'])
  })

  test.each<[string, Partial<Attempt>]>([
    ['who', { by: 'unknown' }],
    ['when', { at: 'unknown' }],
    ['what would have been seen had nobody been there', { ifNobodyThere: 'unknown' }],
    ['the result', { result: 'unknown' }],
    ['anything but blanks of who', { by: '  ' }],
    ['anything but blanks of the other case', { ifNobodyThere: '' }],
    ['anything but a tick for a result', { result: 'yes' }],
  ])('that does not name %s is none on a plan, and one of the past and of a lead', (_what, changes) => {
    expect(onEach(changes)).toEqual(['no', 'yes', 'yes'])
  })

  test.each<[string, Partial<Attempt>]>([['how', { method: 'unknown' }], ['where', { thisSite: 'unknown' }]])('of which it is not told %s is not told', (_what, changes) => {
    expect(onEach(changes)).toEqual(['no', 'unknown', 'unknown'])
  })

  test('need not say how good the look was', () => expect(onEach({ sensitivity: 'unknown' })).toEqual(['yes', 'yes', 'yes']))
})
