import { expect, test } from 'vitest'
import { accept, fold, refuse, type Decider } from './decider.ts'

/** A door that is opened once: the smallest thing that can be decided. */
const door: Decider<'shut' | 'open', 'open', 'opened', { readonly code: 'door/already-open' }> = {
  initial: 'shut',
  evolve: () => 'open',
  decide: (_command, state) => (state === 'open' ? refuse({ code: 'door/already-open' }) : accept('opened')),
}

test('a decision is either the facts that follow, or the reason why none do', () => {
  expect(door.decide('open', fold(door, []))).toEqual({ accepted: true, facts: ['opened'] })
  expect(door.decide('open', fold(door, ['opened']))).toEqual({ accepted: false, refusal: { code: 'door/already-open' } })
})

test('a state is folded from the facts in their order, beginning with the initial one', () => {
  const heard = { initial: '', evolve: (state: string, fact: string) => state + fact }
  expect([fold(heard, []), fold(heard, ['a', 'b', 'c'])]).toEqual(['', 'abc'])
})
