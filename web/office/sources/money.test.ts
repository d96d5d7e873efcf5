import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minorOf, moneyText } from './money.ts'

test('a sum is typed as people write it, and kept in the smallest unit of its currency', () => {
  expect([minorOf('50', 'EUR'), minorOf('50.5', 'EUR'), minorOf('50,05', 'EUR'), minorOf('1 200', 'JPY'), minorOf('1.234', 'KWD')]).toEqual([5000, 5050, 5005, 1200, 1234])
})

test.each([['fifty', 'EUR'], ['-5', 'EUR'], ['0', 'EUR'], ['5.005', 'EUR'], ['5.5', 'JPY'], ['', 'EUR']])('%s is no sum of %s', (typed, currency) => {
  expect(minorOf(typed, currency)).toBeNull()
})

test('a sum is never rounded', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), (minor) => {
    expect(minorOf((minor / 100).toFixed(2), 'EUR')).toBe(minor)
    expect(moneyText({ minor, currency: 'EUR' }, 'en').replaceAll(/[^\d]/g, '')).toBe(String(minor).padStart(3, '0'))
  }))
})
