import { describe, expect, test } from 'vitest'
import { soundOf, soundsOf } from './sound.ts'

describe('how a part of a name sounds', () => {
  test.each([['mohammed', 'MT'], ['muhamad', 'MT'], ['fatima', 'PTM'], ['philip', 'PRP'], ['قاسم', 'KSM'], ['פטימה', 'PTM'], ['マイケル', 'MKR'], ['aou', ''], ['伊莎貝拉', '']])('%s is %s', (part, sound) => expect(soundOf(part)).toBe(sound))

  test('may be otherwise to whoever wrote it down, and then is both', () => expect(soundsOf('georgi')).toEqual(['KRK', 'SRS']))
})
