import { expect, test } from 'vitest'
import { BLANK_DRAFT } from './blank-draft.ts'
import { isBlank, next, NOTHING_ENTERED, type EntryState } from './entry-state.ts'

const named = (name: string): EntryState => next(NOTHING_ENTERED, { act: 'change', change: (draft) => ({ ...draft, name }) })

test('what is cleared can be brought back', () => {
  const cleared = next(named('a raid'), { act: 'clear' })
  expect(isBlank(cleared.now)).toBe(true)
  expect(next(cleared, { act: 'undo' }).now).toMatchObject({ draft: { name: 'a raid' } })
})

test('clearing twice still brings back what was there', () => {
  const twice = next(next(named('a raid'), { act: 'clear' }), { act: 'clear' })
  expect(next(twice, { act: 'undo' }).now).toMatchObject({ draft: { name: 'a raid' } })
})

test('what a file took the place of can be brought back', () => {
  const opened = next(named('a raid'), { act: 'open', opened: { entered: 'plan', file: {}, from: 'plan.yaml' } })
  expect(opened.undo).toMatchObject({ words: 'undo.open' })
  expect(next(opened, { act: 'undo' }).now).toMatchObject({ draft: { name: 'a raid' } })
})

test('a removed row can be brought back', () => {
  const removed = next(named('a raid'), { act: 'remove', change: () => BLANK_DRAFT })
  expect(next(removed, { act: 'undo' }).now).toMatchObject({ draft: { name: 'a raid' } })
})

test('a plan from a file is not edited here', () => {
  const plan = next(NOTHING_ENTERED, { act: 'open', opened: { entered: 'plan', file: {}, from: 'plan.yaml' } })
  expect(next(plan, { act: 'change', change: (draft) => ({ ...draft, name: 'other' }) })).toBe(plan)
})

test('it is told what is not saved yet', () => {
  expect(named('a raid').unsaved).toBe(true)
  expect(next(named('a raid'), { act: 'saved' }).unsaved).toBe(false)
  expect(next(named('a raid'), { act: 'clear' }).unsaved).toBe(false)
})
