import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVE, fileOf, HOUR, OFFICER, PLANNER, SECOND_PLANNER, partWritten, thenDone, WRITTEN } from '../../tests/plan-cast.ts'
import { after } from '../kernel/instant.ts'
import { contentsOf, withPartsOf, writingOf, writtenAt } from './plan-file.ts'
import { planAt, planFile } from './plan-fold.ts'

const later = after(HOUR, 1)
const moved = thenDone([partWritten('hour', { at: later }), { by: SECOND_PLANNER }])

describe('a plan from its file', () => {
  test('knows who wrote each part and under which version', () => {
    const file = fileOf(moved)
    expect(writingOf(file, 'safety')?.noted).toMatchObject({ by: PLANNER })
    expect(writingOf(file, 'hour')).toMatchObject({ noted: { by: SECOND_PLANNER, version: moved.length }, written: { content: { at: later } } })
    expect([file.version, writtenAt(file)]).toEqual([moved.length, moved.length])
  })

  test('has its hour from whoever opened it', () => {
    const file = fileOf(WRITTEN.slice(0, 1))
    expect(contentsOf(file)).toEqual({ hour: { at: HOUR } })
    expect(file.versions).toMatchObject([{ act: 'plan/opened', part: 'hour' }])
  })

  test('is not there before somebody opens it', () => {
    expect(planFile([])).toBeNull()
    expect(planFile(WRITTEN.slice(1))).toBeNull()
  })

  test('can be read as it stood at every version', () => {
    expect(planAt(moved, WRITTEN.length)).toEqual(fileOf(WRITTEN))
    expect(contentsOf(planAt(moved, WRITTEN.length)!).hour.at).toBe(HOUR)
    expect(planAt(moved, 0)).toBeNull()
  })

  test('keeps what was done since when only its parts are read as they were', () => {
    const file = withPartsOf(fileOf(thenDone([partWritten('hour', { at: later })], [{ type: 'plan/entry-recorded', at: HOUR, says: 'In' }])), WRITTEN.length)
    expect(contentsOf(file).hour.at).toBe(HOUR)
    expect(file.entry).toMatchObject({ says: 'In' })
  })

  test('keeps the latest owner of each task, and no task twice', () => {
    const file = fileOf(thenDone(
      [{ type: 'plan/task-taken', task: 'care', owner: 'Shelter manager', done: 'no' }],
      [{ type: 'plan/task-taken', task: 'care', owner: 'Second manager', done: 'yes' }],
    ))
    expect(file.tasks).toMatchObject([{ task: 'care', owner: 'Second manager', done: 'yes' }])
  })

  test('keeps the first entry that was recorded, since there is one', () => {
    const file = fileOf(thenDone([{ type: 'plan/entry-recorded', at: HOUR, says: 'In' }], [{ type: 'plan/entry-recorded', at: later, says: 'Again' }]))
    expect(file.entry?.at).toBe(HOUR)
  })

  test('tells that something was written where its words are gone, and says no more of it', () => {
    const gone = fileOf([...WRITTEN.slice(0, 1), { ...WRITTEN[1]!, fact: { type: 'words/withheld', of: 'plan/part-written', part: 'goal' } }])
    expect(contentsOf(gone)).toEqual({ hour: { at: HOUR } })
    expect(gone.versions.at(-1)).toMatchObject({ act: 'plan/part-written', part: 'goal' })
    expect(gone.withheld).toHaveLength(1)
  })

  test('is the same whatever the order in which its entries are handed over, and however often', () => {
    const all = thenDone([{ type: 'plan/stood-down', because: 'A leak', owner: OFFICER, reviewBy: after(EVE, 3) }], [partWritten('rung', { rung: 'outreach-visit' })])
    fc.assert(fc.property(fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }), (handed) => {
      expect(planFile(handed)).toEqual(planFile(all))
    }))
  })
})
