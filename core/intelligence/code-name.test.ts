import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeNameFrom, codeNamesIn } from './code-name.ts'

test('every name that can be drawn is found in a text, however it is written there', () =>
  fc.assert(fc.property(fc.nat(), (drawn) => {
    const name = codeNameFrom(drawn, new Set())
    expect(codeNamesIn(`We heard it from ${name.toUpperCase()}, and ${name} is sure.`)).toEqual([name])
  })))

test('trees and stones with other figures are no names', () => expect(codeNamesIn('The elm at 12 Birch Road, flint-7, pine 204')).toEqual([]))
