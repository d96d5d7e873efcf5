import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryOf, later } from '../../tests/site-cast.ts'
import { fold } from '../kernel/decider.ts'
import type { ActorId } from '../kernel/id.ts'
import type { OnFile } from '../kernel/noted.ts'
import { foldSource, recordAt, sourceKeeping, taskable, type SourceCommand, type SourceFactRead, type SourceRefusal } from './source.ts'
import type { Outcome, SourceFact } from './source-facts.ts'
import { codeNameFrom } from './code-name.ts'

const [handler, controller] = ['handler-one' as ActorId, 'controller-one' as ActorId]
const registered = { type: 'source/registered', kind: 'informant-tested', codeName: 'larch-204', protected: 'yes', underControl: 'no', handler, controller } as const
const tasked = { type: 'source/tasked', task: 'task-one', site: 'site-one', says: 'Look at the gate' } as const
const judged = (report: string, outcome: Outcome): SourceFact => ({ type: 'source/outcome-judged', report, outcome, because: 'Seen at the door' })
const entries = (...facts: readonly SourceFactRead[]): readonly OnFile<SourceFactRead>[] => facts.map((fact, i) => entryOf(fact as never, i + 1))
const keeps = () => 'moves' as const

const decided = (command: SourceCommand, ...before: readonly SourceFact[]) => sourceKeeping.decide(command, fold(sourceKeeping, before))
const refused = (refusal: SourceRefusal) => ({ accepted: false, refusal })

describe('keeping a source', () => {
  test('begins with two people who answer for it', () => {
    expect(decided(registered)).toEqual({ accepted: true, facts: [registered] })
    expect(decided({ ...registered, controller: handler })).toEqual(refused({ code: 'source/handler-is-controller' }))
  })

  test('is not begun twice', () => {
    expect(decided(registered, registered)).toEqual(refused({ code: 'source/registered-already' }))
  })

  test('is handed on to two people, and never to one', () => {
    const charge = { type: 'source/charge-given', handler: 'handler-two' as ActorId, controller, because: 'Leave' } as const
    expect(decided(charge, registered)).toEqual({ accepted: true, facts: [charge] })
    expect(decided({ ...charge, handler: controller }, registered)).toEqual(refused({ code: 'source/handler-is-controller' }))
    expect(decided(charge)).toEqual(refused({ code: 'source/not-registered' }))
  })

  test('lets a free source be tasked, and nobody before they are registered', () => {
    expect(decided(tasked, registered)).toEqual({ accepted: true, facts: [tasked] })
    expect(decided(tasked)).toEqual(refused({ code: 'source/not-registered' }))
  })

  test.each(['yes', 'unknown'] as const)('never tasks a source of whom it is told that they are under control: %s', (underControl) => {
    expect(decided(tasked, { ...registered, underControl })).toEqual(refused({ code: 'source/under-control', underControl }))
    expect(decided(tasked, registered, { type: 'source/standing-noted', protected: 'yes', underControl, because: 'Met the foreman' })).toEqual(refused({ code: 'source/under-control', underControl }))
  })
})

describe('a source on file', () => {
  test('is nothing before it is registered', () => {
    expect(foldSource([])).toBeNull()
    expect(foldSource(entries({ type: 'source/risk-noted', risk: 'high', says: 'Seen talking' }))).toBeNull()
  })

  test('has who answers for it, its standing, its risk, its contacts and its tasks as last said', () => {
    const file = foldSource(entries(
      registered, { type: 'source/charge-given', handler: 'handler-two' as ActorId, controller, because: 'Leave' }, { type: 'source/standing-noted', protected: 'no', underControl: 'unknown', because: 'Gone quiet' },
      { type: 'source/risk-noted', risk: 'high', says: 'Seen talking' }, { type: 'source/contact-made', at: later(1), with: handler, says: 'By telephone' }, { type: 'source/identified', person: 'person-one', identity: { name: 'Sealed apart' } }, tasked,
    ))
    expect(file).toMatchObject({ version: 7, registered: { version: 1 }, source: { codeName: 'larch-204', charge: { handler: 'handler-two' }, protected: 'no', underControl: 'unknown', risk: 'high', contacts: [{ says: 'By telephone' }], person: 'person-one', tasks: ['task-one'] } })
    expect(JSON.stringify(file?.source)).not.toContain('Sealed apart')
    expect(taskable('source-one', file!.source)).toEqual({ id: 'source-one', kind: 'informant-tested', underControl: 'unknown' })
  })

  test('is the same where who they are was forgotten', () => {
    expect(foldSource(entries(registered, { type: 'words/withheld', of: 'source/identified', words: 'forgotten' }))?.source).toEqual(foldSource(entries(registered))?.source)
  })

  test('is the same however its entries are listed', () => {
    const all = entries(registered, judged('a', 'borne-out'), judged('a', 'not-borne-out'), tasked)
    fc.assert(fc.property(fc.shuffledSubarray([...all], { minLength: all.length }), (shuffled) => {
      expect(foldSource(shuffled)).toEqual(foldSource(all))
    }))
  })
})

describe('how often a source was borne out', () => {
  const all = [...entries(registered, judged('a', 'borne-out'), judged('b', 'not-borne-out'), judged('c', 'indeterminate')), entryOf(judged('b', 'borne-out') as never, 5, { receivedAt: later(9) })]

  test('counts each report once, the later judgement standing, and what is indeterminate as neither', () => {
    expect(recordAt(all, later(10), keeps)).toEqual({ hits: 2, misses: 0 })
  })

  test('is told as known at an instant', () => expect(recordAt(all, later(8), keeps)).toEqual({ hits: 1, misses: 1 }))

  test('is not kept of a kind of which none is', () => {
    expect(recordAt(all, later(10), () => 'never')).toEqual({})
    expect(recordAt([], later(10), keeps)).toEqual({})
  })
})

describe('a code name', () => {
  test('is drawn, and passes over names that are taken', () => {
    const first = codeNameFrom(17, new Set())
    expect(first).toMatch(/^[a-z]+-\d{3}$/)
    expect(codeNameFrom(17, new Set([first]))).toBe(codeNameFrom(18, new Set()))
  })

  test('is another for every draw', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(39_000), { minLength: 2, maxLength: 50 }), (draws) => {
      expect(new Set(draws.map((drawn) => codeNameFrom(drawn, new Set()))).size).toBe(draws.length)
    }))
  })

  test('is a fault once every one is taken', () => {
    const every = new Set(Array.from({ length: 40_000 }, (_, drawn) => codeNameFrom(drawn, new Set())))
    expect(() => codeNameFrom(1, every)).toThrow('every code name is taken')
  })
})
