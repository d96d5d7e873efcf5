import { describe, expect, test } from 'vitest'
import { printBadInput } from './reading/bad-input.ts'
import { readJson } from './reading/json.ts'
import { readShape } from './reading/shape-problems.ts'
import { GradingShape, HandlingShape } from './grading.ts'

const refusals = (shape: typeof GradingShape | typeof HandlingShape, value: unknown): readonly string[] => {
  const read = readJson('report.json', JSON.stringify(value))
  if (!read.accepted) throw new Error(printBadInput(read.bad))
  const shaped = readShape<unknown>(shape, 'report.json', read)
  return shaped.accepted ? [] : shaped.bad.map((bad) => `${bad.path}: ${bad.expected ?? ''}`)
}

describe('a grading that comes in', () => {
  test('keeps its scheme, its codes and the words of its form', () => {
    const grading = { scheme: '5x5x5', source: 'B', information: '1', label: { source: null, information: 'confirmed by other sources' } }
    expect(GradingShape.parse(grading)).toEqual(grading)
  })

  test('may leave out the words where one scheme has one form', () => {
    expect(GradingShape.parse({ scheme: 'admiralty', source: 'B', information: '2' })).toMatchObject({ label: { source: null, information: null } })
    expect(GradingShape.parse({ scheme: '3x5x2', source: '1', information: 'B', label: { source: 'reliable' } })).toMatchObject({ label: { source: 'reliable', information: null } })
  })

  test('must bring them in 5x5x5, where two forms use one digit for two things', () => {
    expect(refusals(GradingShape, { scheme: '5x5x5', source: 'B', information: '1' })).toEqual(['label: a group of fields'])
    expect(refusals(GradingShape, { scheme: '5x5x5', source: 'B', information: '1', label: { source: 'mostly reliable' } })).toEqual(['label.information: text'])
    expect(refusals(GradingShape, { scheme: '5x5x5', source: 'B', information: '1', label: { information: '  ' } })).toEqual(['label.information: at least 1 character'])
  })

  test('by the letter A is no source in 3x5x2, whose source is a digit', () => {
    expect(refusals(GradingShape, { scheme: '3x5x2', source: 'A', information: 'B' })).toEqual(['source: one of: "1", "2", "3"'])
    expect(refusals(GradingShape, { scheme: '3x5x2', source: '1', information: '2' })).toEqual(['information: one of: A, B, C, D, E'])
  })

  test('is refused for a code of another scheme: F in 5x5x5, 6 in 5x5x5, MISP’s g in Admiralty', () => {
    const label = { information: 'cannot be judged' }
    expect(refusals(GradingShape, { scheme: '5x5x5', source: 'F', information: '4', label })).toHaveLength(1)
    expect(refusals(GradingShape, { scheme: '5x5x5', source: 'A', information: '6', label })).toHaveLength(1)
    expect(refusals(GradingShape, { scheme: 'admiralty', source: 'g', information: '1' })).toHaveLength(1)
  })

  test('is refused without its scheme, as a bare code, or with a field more', () => {
    expect(refusals(GradingShape, { source: 'B', information: '2' })).toEqual(['scheme: one of: admiralty, "3x5x2", "5x5x5"'])
    expect(refusals(GradingShape, 'B2')).toEqual([': a group of fields'])
    expect(refusals(GradingShape, { scheme: 'admiralty', source: 'B', information: '2', score: 0.75 })).toEqual(['score: one of: scheme, source, information, label'])
  })
})

describe('handling that comes in', () => {
  test.each([
    [{ sharing: 'TLP:WHITE' }, { sharing: 'TLP:CLEAR' }],
    [{ sharing: 'TLP:AMBER+STRICT', action: 'PAP:WHITE' }, { sharing: 'TLP:AMBER+STRICT', action: 'PAP:CLEAR' }],
  ])('%j is read by the name it has today', (given, kept) => {
    expect(HandlingShape.parse(given)).toEqual(kept)
  })

  test('in 3x5x2 is P alone, or C with its conditions', () => {
    const form = (more: object) => ({ sharing: 'TLP:AMBER', form: { scheme: '3x5x2', ...more } })
    expect(refusals(HandlingShape, form({ code: 'P' }))).toEqual([])
    expect(refusals(HandlingShape, form({ code: 'C', conditions: 'ask the originator first' }))).toEqual([])
    expect(refusals(HandlingShape, form({ code: 'C' }))).toEqual(['form.conditions: text'])
    expect(refusals(HandlingShape, form({ code: 'P', conditions: 'none' }))).toEqual(['form.conditions: one of: scheme, code'])
  })

  test('in 5x5x5 brings the form’s own words, since what the digits mean could not be verified', () => {
    const form = (more: object) => ({ sharing: 'TLP:AMBER', form: { scheme: '5x5x5', code: '5', ...more } })
    expect(refusals(HandlingShape, form({}))).toEqual(['form.label: text'])
    expect(refusals(HandlingShape, form({ label: 'conditions apply' }))).toEqual([])
  })

  test('is refused for a label that neither protocol has', () => {
    expect(refusals(HandlingShape, { sharing: 'TLP:UNCLEAR' })).toEqual(['sharing: one of: TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR'])
    expect(refusals(HandlingShape, { sharing: 'TLP:RED', action: null })).toEqual(['action: one of: PAP:RED, PAP:AMBER, PAP:GREEN, PAP:CLEAR'])
  })
})
