import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answered, inDays, onFile, received, told } from '../../tests/rights-cast.ts'
import { fold } from '../kernel/decider.ts'
import { ANSWER_GROUNDS } from './grounds.ts'
import { requestAnswering, type RequestCommand, type RightsRefusal } from './answer-request.ts'
import { foldRequest } from './request.ts'
import { GO_BETWEENS, REQUEST_OUTCOMES, type RequestFact, type WhoAsks } from './request-facts.ts'

const decided = (command: RequestCommand, ...before: readonly RequestFact[]) => requestAnswering.decide(command, fold(requestAnswering, before))
const refused = (refusal: RightsRefusal) => ({ accepted: false, refusal })
const accepted = (...facts: readonly RequestFact[]) => ({ accepted: true, facts })

const less = { grounds: ['protects-others'], reason: 'It names the sister who told' } as const
const complained: RequestFact = { type: 'request/complaint-forwarded', to: 'The authority for data', at: inDays(15), says: 'They disagree' }

describe('a request', () => {
  test('begins once', () => {
    expect(decided(received)).toEqual(accepted(received))
    expect(decided(received, received)).toEqual(refused({ code: 'rights/received-already' }))
    expect(decided(answered())).toEqual(refused({ code: 'rights/no-such-request' }))
  })

  test('ends as told only once somebody was told, and may always be withdrawn', () => {
    const close = { type: 'request/closed', because: 'told', says: 'Done' } as const
    expect(decided(close, received, answered())).toEqual(refused({ code: 'rights/not-told' }))
    expect(decided(close, received, answered(), told)).toEqual(accepted(close))
    expect(decided({ ...close, because: 'withdrawn' }, received)).toEqual(accepted({ ...close, because: 'withdrawn' }))
    expect(decided(answered(), received, close)).toEqual(refused({ code: 'rights/closed' }))
  })
})

describe('answering somebody', () => {
  test('gives what was asked to whoever has shown that they are the person', () => {
    expect(decided(answered(), received)).toEqual(accepted(answered()))
  })

  test.each(REQUEST_OUTCOMES.filter((outcome) => outcome !== 'granted'))('with less than was asked needs a ground and a reason: %s', (outcome) => {
    expect(decided(answered({ outcome, reason: 'Because' }), received)).toEqual(refused({ code: 'rights/no-ground' }))
    expect(decided(answered({ outcome, grounds: ['protects-others'], reason: ' ' }), received)).toEqual(refused({ code: 'rights/no-ground' }))
  })

  test.each(REQUEST_OUTCOMES)('always says to whom they may complain: %s', (outcome) => {
    expect(decided(answered({ outcome, ...less, complainTo: '' }), received)).toEqual(refused({ code: 'rights/nobody-to-complain-to' }))
  })

  test('needs words in their language, but for neither confirming nor denying, which has none of its own', () => {
    expect(decided(answered({ words: null }), received)).toEqual(refused({ code: 'rights/no-words' }))
    const neither = answered({ outcome: 'neither-confirmed-nor-denied', ...less, words: null })
    expect(decided(neither, received)).toEqual(accepted(neither))
    expect(decided({ ...neither, words: 'We hold nothing' }, received)).toEqual(refused({ code: 'rights/words-would-tell' }))
  })

  test('happens once, and anew after a complaint', () => {
    expect(decided(answered(), received, answered())).toEqual(refused({ code: 'rights/answered-already' }))
    expect(decided(answered(), received, answered(), complained)).toEqual(accepted(answered()))
    expect(decided(answered(), received, answered(), complained, answered())).toEqual(refused({ code: 'rights/answered-already' }))
  })

  test('tells nothing to somebody of whom it is not known who they are, not even by a refusal', () => {
    const unknown = { ...received, identity: 'not-established' } as const
    for (const outcome of ['granted', 'granted-in-part', 'refused'] as const) expect(decided(answered({ outcome, ...less }), unknown)).toEqual(refused({ code: 'rights/identity-not-checked' }))
    const asksBack = answered({ outcome: 'refused', grounds: ['identity-not-established'], reason: 'No document, nobody knows them' })
    expect(decided(asksBack, unknown)).toEqual(accepted(asksBack))
    const neither = answered({ outcome: 'neither-confirmed-nor-denied', ...less, words: null })
    expect(decided(neither, unknown)).toEqual(accepted(neither))
    expect(decided(answered(), unknown, { type: 'request/identity-checked', identity: 'known-to-partner', mandate: 'unknown', goBetweenIs: 'unknown', says: 'The shelter knows them' })).toEqual(accepted(answered()))
  })

  test('tells nothing through somebody without a mandate, or who may stand in the files', () => {
    const through = (more: Partial<WhoAsks>) => ({ ...received, through: 'guardian', ...more }) as const
    for (const mandate of ['not-seen', 'unknown'] as const) expect(decided(answered(), through({ mandate, goBetweenIs: 'in-no-file' }))).toEqual(refused({ code: 'rights/no-mandate' }))
    for (const goBetweenIs of ['in-the-files', 'unknown'] as const) expect(decided(answered(), through({ mandate: 'seen', goBetweenIs }))).toEqual(refused({ code: 'rights/go-between-in-doubt', goBetweenIs }))
    expect(decided(answered(), through({ mandate: 'seen', goBetweenIs: 'in-no-file' }))).toEqual(accepted(answered()))
  })

  test('never gives less than was asked without a ground, a reason and a way to complain, whatever else is so', () => {
    const anything = fc.record({
      outcome: fc.constantFrom(...REQUEST_OUTCOMES), grounds: fc.subarray([...ANSWER_GROUNDS]), reason: fc.constantFrom('', 'Because'), words: fc.constantFrom(null, 'Words'), complainTo: fc.constantFrom('', 'There'), hold: fc.constantFrom('stands', 'none', 'not-asked'),
    })
    const whoAsks = fc.record({ identity: fc.constantFrom('document-seen', 'not-established'), mandate: fc.constantFrom('seen', 'unknown'), goBetweenIs: fc.constantFrom('in-no-file', 'unknown') })
    fc.assert(fc.property(anything, whoAsks, fc.constantFrom(...GO_BETWEENS), fc.constantFrom('know', 'erase'), (given, who, through, wants) => {
      const decision = decided(answered(given as never), { ...received, ...who, through, wants } as never)
      if (!decision.accepted) return
      expect(given.complainTo).toBe('There')
      if (given.outcome !== 'granted') expect([given.grounds.length > 0, given.reason]).toEqual([true, 'Because'])
      if (given.outcome.startsWith('granted')) expect([who.identity, through === 'themselves' || who.goBetweenIs === 'in-no-file', wants === 'know' || given.hold === 'none']).toEqual(['document-seen', true, true])
    }))
  })
})

describe('erasing', () => {
  const wantsErased = { ...received, wants: 'erase' } as const
  const asking = { type: 'request/forgetting-asked', asking: 'asking-0001', file: 'source/source-1' } as const

  test('is not granted while a legal hold stands or nobody looked; the file is restricted instead, with a ground', () => {
    for (const hold of ['stands', 'not-asked'] as const) expect(decided(answered({ hold }), wantsErased)).toEqual(refused({ code: 'rights/on-hold' }))
    const instead = answered({ outcome: 'restricted-instead', hold: 'stands', grounds: ['needed-as-evidence'], reason: 'The appeal is open' })
    expect(decided(instead, wantsErased)).toEqual(accepted(instead))
    expect(decided(instead, received)).toEqual(refused({ code: 'rights/not-for-erasing' }))
    expect(decided(answered({ hold: 'none' }), wantsErased)).toEqual(accepted(answered({ hold: 'none' })))
  })

  test('is asked for elsewhere and only pointed to here, once it was granted', () => {
    expect(decided(asking, wantsErased)).toEqual(refused({ code: 'rights/not-granted' }))
    expect(decided(asking, received, answered())).toEqual(refused({ code: 'rights/not-granted' }))
    expect(decided(asking, wantsErased, answered({ hold: 'none' }))).toEqual(accepted(asking))
  })
})

describe('extending', () => {
  const clock = { regime: 'general', due: inDays(31), longest: inDays(92) } as const
  const extend = (until: number, now: number) => ({ type: 'extend', fact: { type: 'request/extended', until: inDays(until), reason: 'Three archives' }, clock, now: inDays(now) }) as const

  test('happens once, before it is due, and no longer than the law allows', () => {
    expect(decided(extend(60, 20), received)).toEqual(accepted(extend(60, 20).fact))
    expect(decided(extend(60, 20), received, extend(50, 10).fact)).toEqual(refused({ code: 'rights/extended-already' }))
    expect(decided(extend(60, 32), received)).toEqual(refused({ code: 'rights/too-late-to-extend', due: clock.due }))
    expect(decided(extend(93, 20), received)).toEqual(refused({ code: 'rights/too-long', due: clock.longest }))
    expect(decided(extend(60, 20), received, answered())).toEqual(refused({ code: 'rights/answered-already' }))
  })
})

describe('a restriction', () => {
  const restricted: RequestFact = { type: 'request/restricted', file: 'site/site-1', because: 'accuracy-contested', says: 'They were never there' }
  const lift = { type: 'request/restriction-lifted', file: 'site/site-1', toldBefore: 'yes', because: 'Found right' } as const

  test('is lifted only where it stands and the person was told before, also after the request was closed', () => {
    expect(decided(lift, received)).toEqual(refused({ code: 'rights/not-restricted' }))
    for (const toldBefore of ['no', 'unknown'] as const) expect(decided({ ...lift, toldBefore }, received, restricted)).toEqual(refused({ code: 'rights/not-told-before-lifting' }))
    expect(decided(lift, received, restricted, { type: 'request/closed', because: 'withdrawn', says: 'They moved' })).toEqual(accepted(lift))
    expect(decided(lift, received, restricted, lift)).toEqual(refused({ code: 'rights/not-restricted' }))
  })
})

describe('a request on file', () => {
  const correction: RequestFact = { type: 'request/correction-made', file: 'site/site-1', entry: 'entry-7', says: 'Born in 1999, not 1989' }
  const holding: RequestFact = { type: 'request/holding-noted', file: 'source/source-1', report: null, basis: 'task-of-authority', says: 'Their identity' }

  test('is nothing before it came in', () => {
    expect(foldRequest([])).toBeNull()
    expect(foldRequest(onFile(told, answered()))).toBeNull()
  })

  test('holds every correction beside what it corrects, and each file they stand in', () => {
    const file = foldRequest(onFile(received, holding, correction, { ...correction, says: 'And not there' }, { type: 'request/extended', until: inDays(40), reason: 'Three archives' }, { type: 'words/withheld', of: 'request/told', words: 'forgotten' }))
    expect(file).toMatchObject({ version: 6, received: { version: 1 }, request: { corrections: [{ entry: 'entry-7', says: 'Born in 1999, not 1989' }, { says: 'And not there' }], holdings: [{ file: 'source/source-1' }], extended: { until: inDays(40) }, told: [] } })
  })

  test('closed, it says how', () => {
    expect(foldRequest(onFile(received, answered(), told, { type: 'request/closed', because: 'told', says: 'Done' }))?.request).toMatchObject({ closed: 'told', told: [{ how: 'in-person' }] })
  })
})
