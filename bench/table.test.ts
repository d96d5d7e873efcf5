import { describe, expect, test } from 'vitest'
import { table, verdictOf, type Figure } from './table.ts'

const start: Figure = { figure: 'start to serving', value: 812.34, unit: 'ms', bar: { atMost: 1000 }, baseline: null }
const recall: Figure = { figure: 'blind plans found', value: 0.875, unit: '', bar: { atLeast: 0.9 }, baseline: 0.6 }

describe('the verdict on a figure', () => {
  test('a bar to stay under is met at the bar, and not above it', () => {
    expect(verdictOf({ ...start, value: 1000 })).toBe('met')
    expect(verdictOf({ ...start, value: 1000.1 })).toBe('not met')
  })
  test('a bar to reach is met at the bar, and not below it', () => {
    expect(verdictOf({ ...recall, value: 0.9 })).toBe('met')
    expect(verdictOf({ ...recall, value: 0.89 })).toBe('not met')
  })
  test('a figure that was not measured meets no bar', () => {
    expect(verdictOf({ ...start, value: Number.NaN })).toBe('not met')
    expect(verdictOf({ ...recall, value: Number.NaN })).toBe('not met')
  })
  test('a figure that is only told has none', () => {
    expect(verdictOf({ ...start, bar: null })).toBe('no bar')
    expect(table([{ ...start, bar: null }])).toContain('812 ms    —         —  no bar')
  })
})

describe('the table of figures', () => {
  test('sets value, bar, baseline and verdict below each other', () => {
    expect(table([start, recall])).toBe(
      [
        'figure              value        bar  baseline  verdict',
        '-----------------  ------  ---------  --------  -------',
        'start to serving   812 ms  ≤ 1000 ms         —  met',
        'blind plans found   0.875      ≥ 0.9       0.6  not met',
      ].join('\n'),
    )
  })
  test('says so where nothing was measured', () => {
    expect(table([{ ...start, value: Number.NaN }])).toContain('not measured')
  })
  test('without figures has its heads only', () => {
    expect(table([]).split('\n')).toHaveLength(2)
  })
})
