import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answered, inDays, onFile, received, told } from '../../tests/rights-cast.ts'
import { answerPaper } from './answer-paper.ts'
import { ANSWER_GROUNDS, HOLDING_BASES } from './grounds.ts'
import { foldRequest } from './request.ts'
import { IDENTITY_CHECKS, type RequestAnswered, type RequestFact } from './request-facts.ts'

const paperOf = (...facts: readonly RequestFact[]) => {
  const file = foldRequest(onFile(...facts))
  return file && answerPaper(file.request)
}

const file = fc.constantFrom('site/site-1', 'source/source-1', 'plan/plan-1')
const says = fc.string({ minLength: 1 })

/** Whatever may be found about a person, or done with what was found. */
const found: fc.Arbitrary<RequestFact> = fc.oneof(
  fc.record({ type: fc.constant('request/holding-noted' as const), file, report: fc.constantFrom(null, 'report-1'), basis: fc.constantFrom(...HOLDING_BASES), says }),
  fc.record({ type: fc.constant('request/correction-made' as const), file, entry: fc.constant(null), says }),
  fc.record({ type: fc.constant('request/restricted' as const), file, because: fc.constant('accuracy-contested' as const), says }),
  fc.record({ type: fc.constant('request/identity-checked' as const), identity: fc.constantFrom(...IDENTITY_CHECKS), mandate: fc.constant('seen' as const), goBetweenIs: fc.constant('in-the-files' as const), says }),
)

const neither = (more: Partial<RequestAnswered> = {}) => answered({ outcome: 'neither-confirmed-nor-denied', words: null, grounds: ['protects-investigation'], reason: 'An inquiry is open', ...more })

test('the paper that neither confirms nor denies is the same whether something is held or nothing, and whatever the ground is', () => {
  const nothingHeld = JSON.stringify(paperOf(received, neither()))
  fc.assert(fc.property(
    fc.array(found), fc.array(found), fc.subarray([...ANSWER_GROUNDS], { minLength: 1 }), says, fc.constantFrom('told' as const, 'kept-from-them' as const), fc.constantFrom('stands' as const, 'none' as const), fc.option(says), fc.subarray(['victim', 'suspect', 'not-known'] as const),
    (before, after, grounds, reason, groundsAre, hold, wordsOfTheFile, standsAs) => {
      expect(JSON.stringify(paperOf({ ...received, standsAs }, ...before, neither({ grounds, reason, groundsAre, hold, wordsOfTheFile }), ...after, told))).toBe(nothingHeld)
    },
  ))
})

test('even where words came with it from another place, none of them is on that paper', () => {
  expect(paperOf(received, neither({ words: 'We hold three reports' }))).toMatchObject({ words: null, grounds: [] })
})

test('the paper carries the words of the answer and its frame, and nothing of any file', () => {
  const paper = paperOf(received, { type: 'request/holding-noted', file: 'source/source-1', report: null, basis: 'task-of-authority', says: 'Their sister told' }, answered())
  expect(paper).toEqual({ language: 'th', wants: 'know', receivedAt: received.receivedAt, answeredAt: inDays(10), outcome: 'granted', words: 'In their words', grounds: [], complainTo: 'The authority for data, Invented Street 1' })
})

test('a ground is on the paper where it may be told, and is not where telling it would do the harm', () => {
  const refused = { outcome: 'refused', grounds: ['protects-others'], reason: 'It names the sister' } as const
  expect(paperOf(received, answered(refused))?.grounds).toEqual(['protects-others'])
  expect(paperOf(received, answered({ ...refused, groundsAre: 'kept-from-them' }))?.grounds).toEqual([])
})

test('there is no paper before there is an answer', () => {
  expect(paperOf(received)).toBeNull()
})
