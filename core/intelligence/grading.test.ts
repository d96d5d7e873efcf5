import { describe, expect, test } from 'vitest'
import { GRADING_CODES, informationJudged, sourceJudged, type Grading, type GradingScheme } from './grading.ts'

const label = { source: null, information: null }

/** Every grading a scheme can express. */
const gradingsIn = (scheme: GradingScheme): readonly Grading[] =>
  GRADING_CODES[scheme].source.flatMap((source) =>
    GRADING_CODES[scheme].information.map((information) => ({ scheme, source, information, label }) as Grading),
  )

const unjudgedSources = (scheme: GradingScheme) => [
  ...new Set(gradingsIn(scheme).filter((grading) => !sourceJudged(grading)).map(({ source }) => source)),
]

const unjudgedInformation = (scheme: GradingScheme) => [
  ...new Set(gradingsIn(scheme).filter((grading) => !informationJudged(grading)).map(({ information }) => information)),
]

describe('a grading', () => {
  test.each([
    ['admiralty', ['F'], ['6']],
    ['3x5x2', ['2'], ['D']],
    ['5x5x5', ['E'], ['4']],
  ] as const)('in %s says that nobody could judge by a code of its own', (scheme, sources, information) => {
    expect(unjudgedSources(scheme)).toEqual(sources)
    expect(unjudgedInformation(scheme)).toEqual(information)
  })

  test('by the letter E is judged in Admiralty, where it means unreliable, and not in 5x5x5, where it means untested', () => {
    expect(sourceJudged({ scheme: 'admiralty', source: 'E', information: '1', label })).toBe(true)
    expect(sourceJudged({ scheme: '5x5x5', source: 'E', information: '1', label })).toBe(false)
  })

  test('of the information does not depend on that of the source', () => {
    for (const scheme of ['admiralty', '3x5x2', '5x5x5'] as const)
      for (const information of GRADING_CODES[scheme].information) {
        const answers = gradingsIn(scheme).filter((grading) => grading.information === information).map(informationJudged)
        expect(new Set(answers).size).toBe(1)
      }
  })

  test('has six by six codes in Admiralty, three by five in 3x5x2 and five by five in 5x5x5', () => {
    expect(gradingsIn('admiralty')).toHaveLength(36)
    expect(gradingsIn('3x5x2')).toHaveLength(15)
    expect(gradingsIn('5x5x5')).toHaveLength(25)
  })
})
