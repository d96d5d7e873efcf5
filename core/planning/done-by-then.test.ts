import { expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { isDoneByThen } from './done-by-then.ts'

const [asked, entry] = [instant(10), instant(20)]

test('what lies behind us when it is asked is done, to the instant', () => {
  expect([9, 10, 11].map((moment) => isDoneByThen(instant(moment), { at: entry, knownAt: asked }))).toEqual([true, true, false])
})

test('where nobody says when it is asked, it is asked at the hour of entry', () => {
  expect([20, 21].map((moment) => isDoneByThen(instant(moment), { at: entry }))).toEqual([true, false])
})

test('asked after entry, nothing done after entry counts', () => {
  expect([10, 11].map((moment) => isDoneByThen(instant(moment), { at: asked, knownAt: entry }))).toEqual([true, false])
})
