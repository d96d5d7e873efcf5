import { expect, test } from 'vitest'
import { instant } from '../../../../core/kernel/instant.ts'
import { searchOf, timesIn, type AskedTimes } from './asked-times.ts'

const AT = instant(Date.UTC(2031, 2, 6, 5, 30))

test('a board that is loaded again asks for the same times', () => {
  const asked: readonly AskedTimes[] = [{ entry: 'as-planned', knownAt: null }, { entry: 'now', knownAt: null }, { entry: AT, knownAt: '2031-03-05T18:00:00.000Z' }]
  for (const times of asked) expect(timesIn(searchOf(times))).toEqual(times)
})

test('what is asked for anyway stands in no address', () => {
  expect(searchOf({ entry: 'as-planned', knownAt: null })).toEqual({ entry: undefined, knownAt: undefined })
})

test('what is no time asks nothing', () => {
  for (const wrong of ['', 'soon', 7, null, '2031-13-40T99:99', { at: AT }]) expect(timesIn({ entry: wrong, knownAt: wrong })).toEqual({ entry: 'as-planned', knownAt: null })
})
