import { describe, expect, test } from 'vitest'
import { convertInformation, convertSource, type ConvertedSource } from './convert-grading.ts'
import { GRADING_CODES, type Grading, type GradingScheme } from './grading.ts'

const label = { source: null, information: null }
const schemes: readonly GradingScheme[] = ['admiralty', '3x5x2', '5x5x5']

const graded = (scheme: GradingScheme, source: string): Grading =>
  ({ scheme, source, information: GRADING_CODES[scheme].information[0], label }) as Grading

const converted = (scheme: GradingScheme): Record<string, string> =>
  Object.fromEntries(
    GRADING_CODES[scheme].source.map((source) => {
      const conversion = convertSource(graded(scheme, source), '3x5x2')
      return [source, conversion.accepted ? conversion.converted.source : conversion.refusal.code]
    }),
  )

describe('reading a source code in 3x5x2', () => {
  test('from Admiralty: A and B reliable, C and F untested, D and E not reliable', () => {
    expect(converted('admiralty')).toEqual({ A: '1', B: '1', C: '2', D: '3', E: '3', F: '2' })
  })

  test('from 5x5x5: A and B reliable, C and E untested, D not reliable', () => {
    expect(converted('5x5x5')).toEqual({ A: '1', B: '1', C: '2', D: '3', E: '2' })
  })

  test('takes E as unreliable from Admiralty and as untested from 5x5x5', () => {
    expect(converted('admiralty')['E']).not.toBe(converted('5x5x5')['E'])
  })

  test('keeps the grading it was read from, with the words of its form', () => {
    const original: Grading = { scheme: '5x5x5', source: 'C', information: '1', label: { source: 'sometimes reliable', information: 'confirmed by other sources' } }
    const expected: ConvertedSource = { scheme: '3x5x2', source: '2', original }
    expect(convertSource(original, '3x5x2')).toEqual({ accepted: true, converted: expected })
  })
})

describe('what is not converted', () => {
  test.each(['admiralty', '5x5x5'] as const)('3x5x2 never goes back to %s, on either axis', (to) => {
    for (const source of GRADING_CODES['3x5x2'].source) {
      expect(convertSource(graded('3x5x2', source), to)).toEqual({ accepted: false, refusal: { code: 'grading/no-way-back' } })
      expect(convertInformation(graded('3x5x2', source), to)).toEqual({ accepted: false, refusal: { code: 'grading/no-way-back' } })
    }
  })

  test('between Admiralty and 5x5x5 there is no safe conversion, either way', () => {
    const refused = { accepted: false, refusal: { code: 'grading/no-safe-conversion' } }
    expect(convertSource(graded('admiralty', 'A'), '5x5x5')).toEqual(refused)
    expect(convertSource(graded('5x5x5', 'A'), 'admiralty')).toEqual(refused)
  })

  test.each(['admiralty', '5x5x5'] as const)('the information code of %s has no safe conversion to 3x5x2', (from) => {
    expect(convertInformation(graded(from, 'A'), '3x5x2')).toEqual({ accepted: false, refusal: { code: 'grading/no-safe-conversion' } })
  })

  test('a grading in the scheme already stays as it is', () => {
    for (const scheme of schemes) {
      const grading = graded(scheme, GRADING_CODES[scheme].source[0])
      expect(convertSource(grading, scheme)).toEqual({ accepted: false, refusal: { code: 'grading/already-in-scheme' } })
    }
  })
})
