import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byOccurrence, type Entry } from './entry.ts'
import type { ActorId, DeviceId, EntryId } from './id.ts'
import { instant } from './instant.ts'

const seen = (id: string, occurred: number): Entry<string> => ({
  id: id as EntryId, stream: 'site/1', fact: 'seen', by: 'officer-1' as ActorId, device: 'van-1' as DeviceId,
  occurredAt: instant(occurred), recordedAt: instant(0), receivedAt: null,
})

test('what happened first comes first, whenever it was written down or received', () => {
  const late = { ...seen('a', 1), recordedAt: instant(9), receivedAt: instant(99) }
  expect([seen('b', 2), late].toSorted(byOccurrence).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('two things in the same moment stand in the same order on every device, whatever the order of arrival', () => {
  const all = [seen('c', 5), seen('a', 5), seen('b', 5), seen('d', 4)]
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (arrived) => {
      expect(arrived.toSorted(byOccurrence).map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c'])
    }),
  )
})
