import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('so many run at once, the others in their order, and one that fails holds nobody up', async () => {
  const turns = inTurn(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const work = (name: number) =>
    turns.take(async () => {
      begun.push(name)
      await new Promise<void>((resolve) => ends.push(resolve))
      if (name === 1) throw new Error('failed')
      return name
    })
  const all = Promise.allSettled([1, 2, 3, 4].map(work))
  await Promise.resolve()
  expect([begun, turns.waiting()]).toEqual([[1, 2], 2])
  for (let step = 0; step < 4; step++) {
    ends[step]?.()
    for (let tick = 0; tick < 10; tick++) await Promise.resolve()
    expect(begun.length).toBe(Math.min(4, step + 3))
  }
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(turns.waiting()).toBe(0)
})
