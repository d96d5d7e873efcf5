import { describe, expect, test } from 'vitest'
import { factOn, groundsOf, INSPECTOR, preparedOn, SECOND, shareOf, WORKER, WRITER } from '../../tests/share-cast.ts'
import { later, reportOn } from '../../tests/site-cast.ts'
import { answerExposure, openFindings } from './answer-exposure.ts'
import type { ExposureAnswer } from './share-facts.ts'
import { stillHolds } from './share.ts'

const grounds = groundsOf([WORKER, INSPECTOR, reportOn('visit', { kind: 'inspector', observedAt: later(4) })])
const DOOR = factOn('door', ['worker'])
const waiting = shareOf(preparedOn([DOOR]))
const on = { fact: 'door', exposure: 'one-source' } as const
const says = 'As it reads after that'
const answering = (answer: ExposureAnswer, oversees: readonly string[] = []) => answerExposure({ answers: [answer], says, oversees: new Set(oversees) }, waiting, grounds)
const accepted = (answer: ExposureAnswer, oversees?: readonly string[]) => {
  const decision = answering(answer, oversees)
  expect(decision).toEqual({ accepted: true, facts: [{ type: 'share/checked', answers: [answer], says }] })
  return shareOf(preparedOn([DOOR]), [{ type: 'share/checked', answers: [answer], says }, SECOND])
}
const refused = (code: string) => ({ accepted: false, refusal: { code, facts: ['door'] } })

describe('answering what the check found', () => {
  test('with another report that carries the fact as well, settles it where that is somebody else who knew it otherwise', () => {
    const share = accepted({ ...on, how: 'other-provenance', restsOn: ['inspector'] as never })
    expect([share.draft?.passed.facts[0]?.restsOn, openFindings(share, grounds)]).toEqual([['worker', 'inspector'], []])
    expect(answering({ ...on, how: 'other-provenance', restsOn: ['worker'] as never })).toEqual(refused('share/still-exposed'))
  })
  test('with a delay, waits at least until somebody else was there', () => {
    expect(openFindings(accepted({ ...on, how: 'delayed', until: later(4) }), grounds)).toEqual([])
    expect(answering({ ...on, how: 'delayed', until: later(-1) })).toEqual(refused('share/delay-too-short'))
    expect(answerExposure({ answers: [{ ...on, how: 'delayed', until: later(4) }], says, oversees: new Set() }, waiting, groundsOf([WORKER]))).toEqual(refused('share/delay-too-short'))
  })
  test('more coarsely, tells no more than was proposed, in other words', () => {
    const coarse = { ...on, how: 'coarsened', tells: { kind: 'not-told', time: 'not-told' }, says: 'The door can be opened' } as const
    const share = accepted(coarse)
    expect(share.draft?.passed).toMatchObject({ says, facts: [{ says: 'The door can be opened', tells: { kind: 'not-told', time: 'not-told' } }] })
    expect(openFindings(share, grounds)).toEqual([])
    expect(answering({ ...coarse, tells: { kind: 'exact', time: 'not-told' } })).toEqual(refused('share/not-coarse-enough'))
    expect(answering({ ...coarse, says: DOOR.says })).toEqual(refused('share/not-coarse-enough'))
  })
  test('by leaving it out, leaves it out', () => expect(accepted({ ...on, how: 'left-out' }).draft?.passed.facts).toEqual([]))
  test('by taking the risk, is for whoever oversees the source', () => {
    const risk = { ...on, how: 'risk-accepted', ground: 'source-is-safe', because: 'Abroad since May' } as const
    expect(answering(risk)).toEqual(refused('share/not-the-controller'))
    expect(accepted(risk, ['door']).draft?.answers).toMatchObject([{ how: 'risk-accepted', by: SECOND }])
  })
  test('answers what was found, and nothing else', () => expect(answering({ fact: 'door', exposure: 'one-origin', how: 'left-out' })).toEqual(refused('share/no-such-finding')))
  test('has nothing to answer once it left', () =>
    expect(answerExposure({ answers: [], says, oversees: new Set() }, shareOf(preparedOn([DOOR]), [{ type: 'share/released', left: { says, facts: [] }, knownAt: later(1) }, WRITER]), grounds)).toEqual({ accepted: false, refusal: { code: 'share/nothing-waits' } }))
})

test('an answer settles what was found then; what is found otherwise later is open again', () => {
  const share = accepted({ ...on, how: 'delayed', until: later(4) })
  expect(openFindings(share, grounds)).toEqual([])
  expect(openFindings(share, groundsOf([INSPECTOR])).map(({ exposure }) => exposure)).toEqual(['not-traced'])
})

describe('an answer holds for the words it was given on', () => {
  const delayed: ExposureAnswer = { ...on, how: 'delayed', until: later(4) }
  const coarse = (fact: string): ExposureAnswer => ({ fact, exposure: 'one-source', how: 'coarsened', tells: { kind: 'not-told', time: 'not-told' }, says: `More of ${fact}` })
  const WINDOW = factOn('window', ['worker'])
  const checked = (...then: readonly { readonly answers: readonly ExposureAnswer[]; readonly says: string }[]) => shareOf(preparedOn([DOOR, WINDOW]), ...then.map((one) => [{ type: 'share/checked' as const, ...one }, SECOND] as const))
  const open = (share: ReturnType<typeof checked>) => openFindings(share, grounds).map(({ fact }) => fact)
  test('and is open again once the text is another', () => {
    expect(open(checked({ answers: [delayed], says }))).toEqual(['window'])
    expect(open(checked({ answers: [delayed], says }, { answers: [coarse('window')], says }))).toEqual([])
    expect(open(checked({ answers: [delayed], says }, { answers: [coarse('window')], says: 'Another text' }))).toEqual(['door'])
  })
  test('and is open again once its fact is told in other words', () => {
    const risk: ExposureAnswer = { ...on, how: 'risk-accepted', ground: 'source-is-safe', because: 'Abroad since May' }
    const share = checked({ answers: [risk], says })
    expect(stillHolds(share.draft!.answers[0]!, { passed: { says, facts: [{ ...DOOR, says: 'Which door, and whose key' }, WINDOW] } })).toBe(false)
    expect(stillHolds(share.draft!.answers[0]!, share.draft!)).toBe(true)
  })
  test('and what was written anew once may be answered for as it stands', () => {
    const share = checked({ answers: [coarse('door')], says }, { answers: [coarse('window')], says: 'Another text' })
    expect(open(share)).toEqual(['door'])
    expect(answerExposure({ answers: [coarse('door')], says: 'Another text', oversees: new Set() }, share, grounds)).toMatchObject({ accepted: true })
  })
})
