import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inverse, times } from './field-256.ts'
import { split, through } from './shamir.ts'

const byte = fc.integer({ min: 0, max: 255 })
/** A secret, how many shares, how many are needed, and an order in which somebody brings them. */
const sharing = fc.integer({ min: 2, max: 8 }).chain((of) => fc.record({ of: fc.constant(of), need: fc.integer({ min: 2, max: of }), secret: fc.uint8Array({ minLength: 1, maxLength: 40 }), order: fc.shuffledSubarray(Array.from({ length: of }, (_, i) => i), { minLength: of }) }))

test('the field is the one of FIPS 197, and every element but nothing has one that undoes it', () => {
  expect([times(0x57, 0x83), times(0x57, 0x13), times(0x57, 0x02), times(0x57, 0x10)]).toEqual([0xc1, 0xfe, 0xae, 0x07])
  expect(inverse(0x53)).toBe(0xca)
  for (let a = 1; a < 256; a++) expect([a, times(a, inverse(a)), times(a, 1), times(a, 0)]).toEqual([a, 1, a, 0])
  fc.assert(fc.property(byte, byte, byte, (a, b, c) => {
    expect([times(a, b), times(a, b ^ c), times(a, times(b, c))]).toEqual([times(b, a), times(a, b) ^ times(a, c), times(times(a, b), c)])
  }))
})

test('any so many of the shares rebuild the secret, in whatever order they come', () => {
  fc.assert(fc.property(sharing, ({ of, need, secret, order }) => {
    const points = split(secret, { of, need })
    expect(Buffer.compare(through(order.slice(0, need).map((index) => points[index]!)), secret)).toBe(0)
  }))
})

test('fewer shares tell nothing: with one missing, any secret at all is consistent with those that are there', () => {
  fc.assert(fc.property(sharing, fc.infiniteStream(byte), ({ of, need, secret, order }, more) => {
    const held = order.slice(0, need - 1).map((index) => split(secret, { of, need })[index]!)
    const other = Uint8Array.from(secret, () => more.next().value as number)
    const missing = (order[need - 1] ?? 0) + 1
    const point = { at: missing, bytes: through([{ at: 0, bytes: other }, ...held], missing) }
    expect(Buffer.compare(through([...held, point]), other)).toBe(0)
  }))
})

test('a share by itself is every byte equally often, whatever the secret is', () => {
  for (const secret of [0, 1, 97, 255]) for (const at of [1, 2, 5]) {
    const seen = Array.from({ length: 256 }, (_, drawn) => split(Uint8Array.of(secret), { of: 5, need: 2 }, () => Uint8Array.of(drawn))[at - 1]!.bytes[0])
    expect(new Set(seen).size).toBe(256)
  }
})

test('the chance is drawn anew for every coefficient', () => {
  const asked: number[] = []
  split(new Uint8Array(7), { of: 5, need: 4 }, (bytes) => (asked.push(bytes), new Uint8Array(bytes)))
  expect(asked).toEqual([7, 7, 7])
  const [one, two] = [split(new Uint8Array(32), { of: 3, need: 2 }), split(new Uint8Array(32), { of: 3, need: 2 })]
  expect(Buffer.compare(one[0]!.bytes, two[0]!.bytes)).not.toBe(0)
})
