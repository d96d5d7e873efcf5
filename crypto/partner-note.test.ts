import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { bytesIn, textOf } from './partner-bytes.ts'
import { MOST_BOX_LETTERS, MOST_NOTE_BYTES, openedNote, sealedNote, type NotePlace, type NoteText } from './partner-note.ts'
import { newPair, openedAmong, sealedAmong, sealedTo, type NewPair } from './partner-pair.ts'

const HERE: NotePlace = { organisation: 'ngo-1', note: 'note-1', version: 1, by: 'person-1', key: 'key-1' }
const TEXT: NoteText = { about: 'somebody who called', says: 'She asked for a doctor. ជំរាបសួរ' }

let own: NewPair
let other: NewPair
beforeAll(async () => {
  ;[own, other] = await Promise.all([newPair(), newPair()])
})

const boxOf = async (text: NoteText = TEXT, place = HERE): Promise<string> => {
  const sealed = await sealedNote(own, text, place)
  return sealed.accepted ? sealed.box : sealed.code
}

describe('a note of a partner', () => {
  test('opens under the organisation’s key, whatever was written', () =>
    fc.assert(fc.asyncProperty(fc.record({ about: fc.string({ unit: 'binary' }), says: fc.string({ unit: 'grapheme', maxLength: 3000 }) }), async (text) => {
      expect(await openedNote(own, await boxOf(text), HERE)).toEqual(JSON.parse(JSON.stringify(text)))
    }), { numRuns: 60 }))

  test('opens under no other key', async () => {
    const box = await boxOf()
    expect(await openedNote(other, box, HERE)).toBeNull()
    expect(await openedNote({ ...other, publicKey: own.publicKey }, box, HERE)).toBeNull()
  })

  test('opens in no other place: not as another note, version, author, organisation or key', async () => {
    const box = await boxOf()
    const elsewhere: readonly Partial<NotePlace>[] = [{ note: 'note-2' }, { version: 2 }, { by: 'person-2' }, { organisation: 'ngo-2' }, { key: 'key-2' }]
    for (const other of elsewhere) expect(await openedNote(own, box, { ...HERE, ...other })).toBeNull()
    expect(await openedNote(own, box, HERE)).toEqual(TEXT)
  })

  test('does not open once any byte of it is altered, cut off or added', async () => {
    const box = await boxOf()
    const [from = '', rest = ''] = box.split('.')
    const bytes = { from: bytesIn(from) ?? new Uint8Array(), rest: bytesIn(rest) ?? new Uint8Array() }
    await fc.assert(fc.asyncProperty(fc.constantFrom('from', 'rest'), fc.nat(), fc.integer({ min: 1, max: 255 }), async (part, at, by) => {
      const altered = Uint8Array.from(bytes[part as 'from'])
      altered[at % altered.length]! ^= by
      const parts = { ...bytes, [part]: altered }
      expect(await openedNote(own, `${textOf(parts.from)}.${textOf(parts.rest)}`, HERE)).toBeNull()
    }), { numRuns: 200 })
    for (const wrong of ['', '.', from, rest, `${box}A`, box.slice(0, -4), `${box}.${rest}`, `${rest}.${from}`, box.toUpperCase(), 'ä.ö']) expect(await openedNote(own, wrong, HERE)).toBeNull()
  })

  test('is refused as a value whatever is handed in for a box or a key', () =>
    fc.assert(fc.asyncProperty(fc.string(), fc.string(), async (box, key) => {
      expect(await openedNote(own, box, HERE)).toBeNull()
      expect(await sealedTo(key, new Uint8Array(1), [])).toBeNull()
    }), { numRuns: 100 }))

  test('is refused where what was sealed is no note', async () => {
    for (const text of ['', 'null', '[]', '{"about":1,"says":""}', '{']) {
      const bytes = new TextEncoder().encode(text)
      const block = new Uint8Array(4 + bytes.length)
      new DataView(block.buffer).setUint32(0, bytes.length)
      block.set(bytes, 4)
      const box = await sealedAmong(own, block, ['note', 'ngo-1', 'note-1', 1, 'person-1', 'key-1'])
      expect(await openedAmong(own, box ?? '', ['note', 'ngo-1', 'note-1', 1, 'person-1', 'key-1'])).not.toBeNull()
      expect(await openedNote(own, box ?? '', HERE)).toBeNull()
    }
  })

  test('cannot be made by whoever has the public key alone, such as the server', async () => {
    const block = new Uint8Array(1024)
    expect(await openedNote(own, (await sealedTo(own.publicKey, block, ['note', 'ngo-1', 'note-1', 1, 'person-1', 'key-1'])) ?? '', HERE)).toBeNull()
    const forged = await sealedNote({ publicKey: own.publicKey, privateKey: other.privateKey }, TEXT, HERE)
    expect(forged.accepted && (await openedNote(own, forged.box, HERE))).toBeNull()
  })

  test('makes another box each time, and a short one no shorter than its block', async () => {
    expect(await boxOf()).not.toBe(await boxOf())
    expect((await boxOf({ about: '', says: 'a' })).length).toBe((await boxOf({ about: 'b', says: 'a'.repeat(900) })).length)
  })

  test('is as long as it may be, and not longer', async () => {
    const room = MOST_NOTE_BYTES - JSON.stringify({ about: '', says: '' }).length
    expect((await boxOf({ about: '', says: 'a'.repeat(room) })).length).toBeLessThanOrEqual(MOST_BOX_LETTERS)
    expect(await sealedNote(own, { about: '', says: 'a'.repeat(room + 1) }, HERE)).toEqual({ accepted: false, code: 'note/too-long' })
    expect(await sealedNote({ ...own, publicKey: 'no key' }, TEXT, HERE)).toEqual({ accepted: false, code: 'note/no-key' })
  })
})

describe('a private half', () => {
  test('is held by the platform and not given out', async () => {
    for (const format of ['pkcs8', 'jwk'] as const) await expect(globalThis.crypto.subtle.exportKey(format, own.privateKey)).rejects.toThrow(/extractable/)
  })
})
