import { expect, test } from 'vitest'
import { StoreFault } from './store/fault.ts'
import { writeQueue } from './write-queue.ts'

test('calls that arrive together, or while the disk is busy, share a write in their order', async () => {
  const lots: (readonly number[])[] = []
  const write = writeQueue(async (calls: readonly number[]) => {
    lots.push(calls)
    await Promise.resolve()
    return calls.map((call) => call * 10)
  }, 3)
  expect(await Promise.all([1, 2, 3, 4, 5].map(write))).toEqual([10, 20, 30, 40, 50])
  expect(lots).toEqual([[1, 2, 3], [4, 5]])
  expect(await write(6)).toBe(60)
})

test('one call’s fault is its own; the others of its lot are kept', async () => {
  const write = writeQueue(async (calls: readonly number[]) => {
    await Promise.resolve()
    if (calls.includes(3)) throw new Error('not three')
    return calls
  }, 9)
  const answers = await Promise.allSettled([1, 2, 3, 4].map(write))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
})

test('when the store itself fails all are told, and later calls are tried again', async () => {
  let failing = true
  let tries = 0
  const write = writeQueue(async (calls: readonly number[]) => {
    tries++
    await Promise.resolve()
    if (failing) throw new StoreFault('disk-full', 'here')
    return calls
  }, 9)
  const answers = await Promise.allSettled([1, 2, 3, 4].map(write))
  expect([answers.every(({ status }) => status === 'rejected'), tries]).toEqual([true, 1])
  failing = false
  expect(await write(5)).toBe(5)
})
