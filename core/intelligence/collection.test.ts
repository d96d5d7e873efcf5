import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { later, MORNING } from '../../tests/site-cast.ts'
import type { ActorId } from '../kernel/id.ts'
import { setTask, UNDER_CONTROL, type Taskable } from './collection.ts'
import { SOURCE_KINDS, speaksOfThemselves, type WeighingKind } from './report.ts'
import type { CollectionTask } from './site-facts.ts'

const canBeSent: ReadonlySet<WeighingKind> = new Set(['undercover-contact', 'undercover-observation', 'informant-tested', 'informant-untested', 'inspector'])
const task: CollectionTask = { id: 'task-one', question: 'Who opens the gate?', kind: 'undercover-observation', owner: 'analyst-two' as ActorId, due: later(2), before: 0.4, yes: 0.7, no: 0.2 }
const informant: Taskable = { id: 'source-one', kind: 'informant-tested', underControl: 'no' }
const set = (changes: Partial<CollectionTask> = {}, source: Taskable | null = null, may = canBeSent) => setTask({ ...task, ...changes }, { now: MORNING, canBeSent: may, source })

const WEIGHING = SOURCE_KINDS.filter((kind): kind is WeighingKind => kind !== 'assumption')

describe('setting a task of collection', () => {
  test('is kept with what its answers would do to the number', () => {
    expect(set()).toEqual({ accepted: true, facts: [{ type: 'task/set', task }] })
  })

  test('goes to a recruited informant by name who is free', () => {
    expect(set({ kind: 'informant-tested', source: 'source-one' }, informant)).toMatchObject({ accepted: true })
    expect(set({ kind: 'informant-tested' })).toMatchObject({ refusal: { code: 'task/nobody-to-send', kind: 'informant-tested' } })
  })

  test.each(['client', 'family-or-coworker', 'tip-detailed', 'tip-bare', 'open-source', 'ngo-disclosure'] as const)('is refused for %s, whom nobody can send', (kind) => {
    expect(set({ kind })).toEqual({ accepted: false, refusal: { code: 'task/nobody-to-send', kind } })
  })

  test.each(['victim-on-site', 'escaped-victim', 'rescued-victim'] as const)('is refused for %s, whatever policy says', (kind) => {
    expect(set({ kind }, null, new Set(WEIGHING))).toEqual({ accepted: false, refusal: { code: 'task/under-control', source: null } })
  })

  test.each(['yes', 'unknown'] as const)('is refused for an informant of whom it is told that they are under control: %s', (underControl) => {
    expect(set({ kind: 'informant-tested', source: 'source-one' }, { ...informant, underControl })).toEqual({ accepted: false, refusal: { code: 'task/under-control', source: 'source-one' } })
  })

  test('is refused for a day that has passed', () => {
    for (const due of [MORNING, later(-1)]) expect(set({ due })).toEqual({ accepted: false, refusal: { code: 'task/due-in-the-past', due } })
  })

  test('never sends anybody who was held, nor anybody who may not be free', () => {
    const kinds = fc.constantFrom(...WEIGHING)
    fc.assert(fc.property(kinds, fc.option(fc.record({ id: fc.constant('s'), kind: kinds, underControl: fc.constantFrom(...UNDER_CONTROL) })), fc.uniqueArray(kinds), (kind, source, may) => {
      if (!set({ kind }, source, new Set(may)).accepted) return
      expect([speaksOfThemselves(kind), source?.underControl ?? 'no', may.includes(kind)]).toEqual([false, 'no', true])
    }))
  })
})
