import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { holdingFor, newOrganisationKey, openedHolding, recoveredKey, wordsOfMember, wordsOfOrganisation, type MadeKey } from './partner-organisation.ts'
import { newMember, trusting, unlockedMember, withNewPassphrase, type Member } from './partner-member.ts'
import { openedNote, sealedNote, type NotePlace } from './partner-note.ts'
import { ITERATIONS, suggestedPassphrase } from './partner-passphrase.ts'
import { lineOfNotesShare, notesShareIn, notesSharesOf, secretsIn, type NotesShare } from './partner-shares.ts'
import { areSameWords } from './partner-words.ts'

const FIRST = { organisation: 'ngo-1', person: 'person-1' }
const SECOND = { organisation: 'ngo-1', person: 'person-2' }
const PASSPHRASE = 'seven boats lie on the river'

let first: Member
let second: Member
let made: MadeKey
beforeAll(async () => {
  ;[first, second] = await Promise.all([newMember(FIRST, PASSPHRASE), newMember(SECOND, 'another sentence to remember')])
  made = await newOrganisationKey(first, 'key-1', { of: 3, need: 2 })
})

const HERE: NotePlace = { organisation: 'ngo-1', note: 'note-1', version: 1, by: 'person-1', key: 'key-1' }
const TEXT = { about: 'a call', says: 'She asked for a doctor.' }

async function note(): Promise<string> {
  const sealed = await sealedNote(made.opener, TEXT, HERE)
  return sealed.accepted ? sealed.box : sealed.code
}

const shares = async (...which: readonly number[]): Promise<readonly NotesShare[]> => {
  const read = await Promise.all(which.map((at) => notesShareIn(made.lines[at] ?? '')))
  return read.filter((share) => share !== null)
}

describe('somebody’s own key for notes', () => {
  test('opens under their passphrase, typed with other spaces too', async () => {
    expect((await unlockedMember(FIRST, first.kept, `  ${PASSPHRASE.replaceAll(' ', '  ')} `))?.opener.publicKey).toBe(first.kept.publicKey)
    expect(ITERATIONS).toBeGreaterThanOrEqual(600_000)
  })

  test('opens under no other passphrase, for nobody else, and not once anything kept of it is altered', async () => {
    expect(await unlockedMember(FIRST, first.kept, `${PASSPHRASE}s`)).toBeNull()
    expect(await unlockedMember(SECOND, first.kept, PASSPHRASE)).toBeNull()
    const altered = [{ publicKey: second.kept.publicKey }, { salt: second.kept.salt }, { salt: '?' }, { iterations: ITERATIONS + 1 }, { iterations: 1 }, { iterations: 1e12 }, { privateBox: second.kept.privateBox }, { trustBox: first.kept.privateBox }, { trustBox: '' }]
    for (const one of altered) expect(await unlockedMember(FIRST, { ...first.kept, ...one }, PASSPHRASE)).toBeNull()
  })

  test('keeps which keys are trusted where only its owner can write it', async () => {
    const trusted = await trusting(first, made.key.publicKey)
    expect((await unlockedMember(FIRST, trusted.kept, PASSPHRASE))?.trusted).toEqual([made.key.publicKey])
    expect((await unlockedMember(FIRST, first.kept, PASSPHRASE))?.trusted).toEqual([])
  })

  test('stays the same key under a new passphrase, and the old one opens it no more', async () => {
    const changed = await withNewPassphrase(FIRST, first.kept, { old: PASSPHRASE, fresh: 'eight boats lie on the river' })
    expect(changed?.kept.publicKey).toBe(first.kept.publicKey)
    expect(await unlockedMember(FIRST, changed?.kept ?? first.kept, PASSPHRASE)).toBeNull()
    expect(await withNewPassphrase(FIRST, first.kept, { old: 'not this one at all', fresh: 'x' })).toBeNull()
  })

  test('can lie under a passphrase that chance chose', () => {
    expect(suggestedPassphrase().split(' ')).toHaveLength(10)
    expect(suggestedPassphrase()).not.toBe(suggestedPassphrase())
  })
})

describe('the key of an organisation', () => {
  test('opens for whoever made it, and for nobody else', async () => {
    const opener = await openedHolding(first, made.key, made.holding)
    expect(await openedNote(opener ?? first.opener, await note(), HERE)).toEqual(TEXT)
    expect(await openedHolding(second, made.key, made.holding)).toBeNull()
    expect(await openedNote(second.opener, await note(), HERE)).toBeNull()
  })

  test('opens for a colleague who was let in, and for no third', async () => {
    const holding = await holdingFor(first, { ...made.key, holding: made.holding }, { person: 'person-2', publicKey: second.kept.publicKey })
    const opener = await openedHolding(second, made.key, holding ?? '')
    expect(await openedNote(opener ?? second.opener, await note(), HERE)).toEqual(TEXT)
    expect(await openedHolding({ ...second, person: 'person-3' }, made.key, holding ?? '')).toBeNull()
    expect(await holdingFor(second, { ...made.key, holding: made.holding }, { person: 'person-2', publicKey: second.kept.publicKey })).toBeNull()
  })

  test('is refused where the server says it is another than the box holds', async () => {
    const fake = await newOrganisationKey(second, 'key-1', { of: 3, need: 2 })
    expect(await openedHolding(first, { ...made.key, publicKey: fake.key.publicKey }, made.holding)).toBeNull()
    expect(await openedHolding(first, { ...made.key, id: 'key-2' }, made.holding)).toBeNull()
  })
})

describe('the words of a key', () => {
  test('are eight, the same each time, and others for another person, organisation or key', async () => {
    const words = await wordsOfMember(SECOND, second.kept.publicKey)
    expect(words.split(' ')).toHaveLength(8)
    expect(await wordsOfMember(SECOND, second.kept.publicKey)).toBe(words)
    const others = [await wordsOfMember(FIRST, second.kept.publicKey), await wordsOfMember(SECOND, first.kept.publicKey), await wordsOfMember({ ...SECOND, organisation: 'ngo-2' }, second.kept.publicKey), await wordsOfOrganisation('ngo-1', second.kept.publicKey)]
    expect(new Set([words, ...others]).size).toBe(5)
  })

  test('are compared as they are heard: capitals, commas and lines do not matter, a word does', () => {
    expect(areSameWords('Acorn, amber\n anchor', 'acorn amber anchor')).toBe(true)
    expect(areSameWords('acorn amber', 'acorn amber anchor')).toBe(false)
    expect(areSameWords('amber acorn anchor', 'acorn amber anchor')).toBe(false)
    expect(areSameWords('', '')).toBe(false)
  })
})

describe('recovery shares of an organisation', () => {
  test.each([[[0, 1]], [[0, 2]], [[2, 1]], [[0, 1, 2]]])('bring the key back for somebody who has lost all else: %j', async (which) => {
    const back = await recoveredKey(second, made.key, await shares(...which))
    expect(back.accepted && (await openedNote(back.opener, await note(), HERE))).toEqual(TEXT)
    expect(back.accepted && (await openedHolding(second, made.key, back.holding))?.publicKey).toBe(made.key.publicKey)
  })

  test('are refused where there are too few, where one is twice, or of another key', async () => {
    expect(await recoveredKey(second, made.key, await shares(0))).toEqual({ accepted: false, refusal: { code: 'shares/too-few', have: 1, need: 2 } })
    expect(await recoveredKey(second, made.key, await shares(1, 1))).toMatchObject({ refusal: { code: 'shares/too-few' } })
    const other = await newOrganisationKey(second, 'key-2', { of: 3, need: 2 })
    expect(await recoveredKey(second, other.key, await shares(0, 1))).toMatchObject({ refusal: { code: 'shares/other-set' } })
    const claimed = (await shares(0, 1)).map((share) => ({ ...share, set: other.key.set }))
    expect(await recoveredKey(second, other.key, claimed)).toMatchObject({ refusal: { code: 'shares/wrong' } })
  })

  test('bring it back with one wrong among more than are needed', async () => {
    const [one, two, three] = await shares(0, 1, 2)
    const wrong = { ...one!, point: { at: 1, bytes: one!.point.bytes.map((byte) => byte ^ 1) } }
    expect((await recoveredKey(second, made.key, [wrong, two!, three!])).accepted).toBe(true)
    expect(await recoveredKey(second, made.key, [wrong, two!])).toMatchObject({ refusal: { code: 'shares/wrong' } })
  })

  test('are useless without the box that the server keeps, and its box without them', async () => {
    const blank = { ...made.key, recoveryBox: `${made.key.recoveryBox.slice(0, -6)}AAAAAA` }
    expect(await recoveredKey(second, blank, await shares(0, 1))).toMatchObject({ refusal: { code: 'shares/wrong' } })
  })

  test('are read as somebody types them, and one slip of the hand is seen', async () => {
    const line = made.lines[0] ?? ''
    const share = await notesShareIn(line)
    expect(await notesShareIn(` ${line.toLowerCase().replaceAll(': ', ' :  ')} `)).toEqual(share)
    expect(await lineOfNotesShare(share!)).toBe(line)
    await fc.assert(fc.asyncProperty(fc.nat({ max: 51 }), fc.constantFrom(...'0 1 2 3 4 5 6 7 8 9 A B C D E F G H J K M N P Q R S T V W X Y Z'.split(' ')), async (at, letter) => {
      const [head = '', rest = ''] = line.split(/(?<=: )/)
      const place = at + Math.floor(at / 5)
      if (rest[place] === letter) return
      expect(await notesShareIn(`${head}${rest.slice(0, place)}${letter}${rest.slice(place + 1)}${line.slice(head.length + rest.length)}`)).toBeNull()
    }), { numRuns: 100 })
    for (const wrong of ['', 'share', line.replace('of 3', 'of 9'), line.replace('any 2', 'any 4'), line.replace(/set \w{8}/, 'set AAAAAAAA')]) expect(await notesShareIn(wrong)).toBeNull()
  })

  test('give any secret back from any choice of enough of them', () =>
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.integer({ min: 2, max: 5 }), fc.nat({ max: 2 }), (secret, need, more) => {
      const all = notesSharesOf(Uint8Array.from(secret), { of: need + more, need })
      const found = secretsIn(all.slice(more), all[0]!.set, need)
      expect(found.accepted && [...(found.secrets[0] ?? [])]).toEqual([...secret])
    }), { numRuns: 60 }))
})
