import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Met } from './answer.ts'
import { answerTo, disputed } from './facts.ts'
import type { Fact } from './operation.ts'
import type { RequirementId } from './requirements.ts'

const fact = (answer: Fact['answer'], about: RequirementId = 'care/places', id = `${about} ${answer}`): Fact => ({ id, about, answer, says: 'So it was', sources: ['paper'] })

describe('what is told of a requirement', () => {
  test('silence is unknown, and so is a fact that says it is', () => {
    expect(answerTo('care/places', [])).toEqual({ met: 'unknown', restsOn: [], lacks: [] })
    expect(answerTo('care/places', [fact('unknown'), fact('yes', 'care/medical')])).toEqual({ met: 'unknown', restsOn: [], lacks: [] })
  })

  test('of several the worse governs, and all that tell are named', () => {
    expect(answerTo('care/places', [fact('yes'), fact('no'), fact('unknown')])).toMatchObject({ met: 'no', restsOn: ['care/places yes', 'care/places no'] })
    expect(answerTo('care/places', [fact('yes'), fact('partly')]).met).toBe('partly')
    expect(answerTo('care/places', [fact('not-applicable'), fact('yes')]).met).toBe('yes')
    expect(answerTo('care/places', [fact('not-applicable')]).met).toBe('not-applicable')
  })

  test('sources that disagree are shown as such; saying nothing is no disagreement', () => {
    expect(disputed([fact('yes'), fact('no'), fact('yes', 'care/medical'), fact('unknown', 'care/medical')])).toEqual(['care/places'])
  })

  test('sources that agree dispute nothing', () => {
    expect(disputed([fact('no', 'care/places', 'a'), fact('no', 'care/places', 'b')])).toEqual([])
  })
})

const RANK: Readonly<Record<Met, number>> = { no: 0, partly: 1, yes: 2, 'not-applicable': 3, unknown: 4 }

test('law: another fact never makes a known answer better, in whatever order the facts stand', () => {
  const answers = fc.array(fc.constantFrom('yes' as const, 'partly' as const, 'no' as const, 'unknown' as const, 'not-applicable' as const), { maxLength: 6 })
  fc.assert(
    fc.property(answers, fc.constantFrom('yes' as const, 'partly' as const, 'no' as const), (told, one) => {
      const facts = told.map((answer, i) => fact(answer, 'care/places', `${i}`))
      const before = answerTo('care/places', facts).met
      const after = answerTo('care/places', [...facts, fact(one)]).met
      expect(RANK[after]).toBeLessThanOrEqual(RANK[before])
      expect(answerTo('care/places', [...facts, fact(one)].toReversed()).met).toBe(after)
    }),
  )
})
