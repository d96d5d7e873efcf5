import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { backup } from '../cli/commands/backup.ts'
import { newIdentity, openedText } from '../crypto/age.ts'
import { keyOf, unlock } from '../crypto/box.ts'
import { masterSecret } from '../crypto/master-key.ts'
import { asBytes, bytesIn, type Bytes, type PartnerPlace } from '../crypto/partner-bytes.ts'
import { lockKeyFrom, unlocked } from '../crypto/partner-lock.ts'
import { newMember, unlockedMember } from '../crypto/partner-member.ts'
import { MOST_BOX_LETTERS, openedNote } from '../crypto/partner-note.ts'
import { newOrganisationKey, openedHolding, recoveredKey } from '../crypto/partner-organisation.ts'
import { openedAmong, openedBy, openerFrom } from '../crypto/partner-pair.ts'
import { ITERATIONS, stretched } from '../crypto/partner-passphrase.ts'
import { notesShareIn } from '../crypto/partner-shares.ts'
import { openStore } from '../ledger/store/open.ts'
import type { Location } from '../ledger/store/store.ts'
import { MOST_NOTE_LETTERS, notesKeyId, OwnNotesKeyShape, type NotesKeysSent } from '../wire/office/notes.ts'
import { bytesOf, rowsOf } from './kept-anywhere.ts'
import { ENGINES, sayWhatIsSkipped } from './ledger-stores.ts'
import { asSent, json, NGO, noteBox, partnerAt } from './notes-cast.ts'
import { asColleague, closeOffices, freshOffice } from './office-cast.ts'

/**
 * Whoever holds everything the server side has holds no partner's note.
 *
 * What is tried here is every byte string that lies anywhere: rows of every table, the backup opened, the master key, and every key that it wraps.
 */

let folder: string
const usual = process.env['TMPDIR']
beforeAll(sayWhatIsSkipped)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-notes-'))
  process.env['TMPDIR'] = folder
})
afterEach(async () => {
  await closeOffices()
  if (usual === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = usual
  rmSync(folder, { recursive: true, force: true })
})

const PASSPHRASE = 'seven CANARIES sing on the river'
const SAYS = 'CANARY-note: she asked for a doctor'
const NOTE = 'note-0001'

/** A partner who keeps one note, with everything that was only ever in their browser or on their paper. */
async function partnerWithNote(engine: 'sqlite' | 'postgres') {
  const given = await freshOffice(engine)
  const analyst = await asColleague(given, 'analyst')
  await analyst.post('/api/sites', { id: 'site-for-its-keys', jurisdiction: 'US', venue: 'resident-workshop', name: 'Nowhere', whereabouts: 'Nowhere' })
  const partner = await partnerAt(given, 'ada')
  const member = await newMember({ organisation: NGO.id, person: partner.id }, PASSPHRASE)
  expect((await partner.post('/api/notes/own-key', { ...member.kept, replaces: null })).status).toBe(200)
  const made = await newOrganisationKey(member, notesKeyId(NGO.id, 1), { of: 3, need: 2 })
  expect((await partner.post('/api/notes/keys', asSent(made, 1))).status).toBe(200)
  const sealed = await noteBox(partner, made, { note: NOTE, says: SAYS })
  expect((await partner.post('/api/notes', { id: NOTE, ...sealed })).status).toBe(201)
  return { given, partner, member, made, box: sealed.box }
}

type Kept = Awaited<ReturnType<typeof partnerWithNote>>

/** A backup as whoever has its identity reads it. */
async function backupOf({ given }: Kept): Promise<string> {
  for (const name of ['one', 'two']) mkdirSync(join(folder, name))
  const { identity, recipient } = await newIdentity()
  const [file, keys] = [join(folder, 'one', 'daylight.age'), join(folder, 'two', 'keys.age')]
  const complaints: string[] = []
  const desk = { places: given.places, tables: { projections: [], upcasts: {} }, say: () => undefined, complain: (text: string) => complaints.push(text) }
  expect([await backup(desk, file, { keys, recipient: [recipient] }), complaints]).toEqual([0, []])
  const read: string[] = []
  for (const path of [file, keys]) for await (const text of openedText((async function* () { yield readFileSync(path) })(), { identity })) read.push(text)
  return read.join('\n')
}

/** Every value of every row of a place. */
async function valuesIn(place: Location): Promise<readonly string[]> {
  const store = await openStore<never>(place, 'desk')
  try {
    const named = store.engine === 'sqlite' ? sql<{ name: string }>`select name from sqlite_master where type = 'table'` : sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = current_schema()`
    const values: string[] = []
    for (const { name } of (await named.execute(store.db)).rows) for (const row of (await sql<object>`select * from ${sql.table(name)}`.execute(store.db)).rows) values.push(...Object.values(row).map(String))
    return values
  } finally {
    await store.close()
  }
}

/** The keys that the master key wraps, unwrapped. */
async function wrappedKeys({ given: { places } }: Kept): Promise<readonly Bytes[]> {
  const [master, store] = [keyOf(masterSecret(places.masterKey)), await openStore<never>(places.keys, 'keys')]
  try {
    const { rows } = await sql<{ id: string; wrapped: string | null }>`select id, wrapped from keys where wrapped is not null`.execute(store.db)
    return rows.map(({ id, wrapped }) => Uint8Array.from(unlock(master, Buffer.from(wrapped ?? '', 'base64'), `key/${id}`)))
  } finally {
    await store.close()
  }
}

/** Bytes as they are, and as whatever they may be the text of. */
const readings = (text: string): readonly Bytes[] => [asBytes(text), bytesIn(text), Uint8Array.from(Buffer.from(text, 'base64')), Uint8Array.from(Buffer.from(text, 'hex'))].filter((bytes) => bytes !== null && bytes.length > 0) as readonly Bytes[]

/** Every way in which our own boxes are ever opened, tried with some bytes. */
async function opensAnything(bytes: Bytes, boxes: readonly (readonly [box: string, place: PartnerPlace])[]): Promise<boolean> {
  const keys = [await lockKeyFrom(bytes, asBytes('daylight notes 1 recovery')), await lockKeyFrom(bytes, asBytes('daylight notes 1 passphrase'))]
  for (const part of [bytes.subarray(0, 32), bytes.subarray(32, 64)])
    if (part.length === 32) keys.push(await globalThis.crypto.subtle.importKey('raw', part, 'AES-GCM', false, ['decrypt']))
  const opener = await openerFrom(bytes)
  for (const [box, place] of boxes) {
    if (opener && ((await openedBy(opener, box, place)) ?? (await openedAmong(opener, box, place)))) return true
    for (const key of keys) if (await unlocked(key, box.split('.').at(-1) ?? '', place)) return true
  }
  return false
}

test('what is read at the edge has room for the longest note, and takes no passphrase that costs less than ours', () => {
  expect(MOST_NOTE_LETTERS).toBeGreaterThanOrEqual(MOST_BOX_LETTERS)
  const key = { publicKey: `B${'A'.repeat(86)}`, salt: 'AA', privateBox: 'AA', trustBox: 'AA', replaces: null }
  expect([ITERATIONS, ITERATIONS - 1].map((iterations) => OwnNotesKeyShape.safeParse({ ...key, iterations }).success)).toEqual([true, false])
})

const MARK = /CANAR/
const encoded = (bytes: Uint8Array): readonly string[] => [Buffer.from(bytes).toString('base64').replace(/=+$/, ''), Buffer.from(bytes).toString('base64url'), Buffer.from(bytes).toString('hex'), Buffer.from(bytes).toString('latin1')]

describe.each(ENGINES)('with database, backup and master key in hand, on %s', (engine) => {
  test('no partner’s note opens, and neither it nor what would open it lies anywhere', async () => {
    const kept = await partnerWithNote(engine)
    const { given: { places, logged }, partner, member, made, box } = kept
    const [taken, unwrapped] = [await backupOf(kept), await wrappedKeys(kept)]
    expect(unwrapped.length).toBeGreaterThan(100)
    const tables = (await Promise.all([places.ledger, places.keys, places.desk].map(rowsOf))).flat()
    const lying = [...bytesOf(folder), ...tables, ['backup', taken] as const, ['log', logged.join('\n')] as const]

    const { own, keys: [key] } = await json<NotesKeysSent>(await partner.get('/api/notes/keys'))
    if (!own || !key) throw new Error('the server keeps neither key')
    const shares = await Promise.all(made.lines.map(notesShareIn))
    const salt = bytesIn(own.salt)!
    const onlyTheirs = [PASSPHRASE, SAYS, ...made.lines, ...shares.flatMap((share) => encoded(share!.point.bytes)), ...encoded(await stretched(asBytes(PASSPHRASE), salt, own.iterations)), ...encoded(asBytes(SAYS))]
    expect(lying.filter(([, text]) => MARK.test(text) || onlyTheirs.some((secret) => text.includes(secret))).map(([where]) => where)).toEqual([])
    // The box itself lies there, in the database and in the backup: what was searched is where it would have been.
    expect(taken).toContain(box)
    expect(lying.some(([where, text]) => where !== 'backup' && text.includes(box))).toBe(true)

    const place: PartnerPlace = ['note', NGO.id, NOTE, 1, partner.id, key.id]
    const boxes = [
      [box, place], [key.holding ?? '', ['holding', NGO.id, key.id, key.publicKey, partner.id]], [key.recoveryBox ?? '', ['recovery', NGO.id, key.id, key.publicKey, key.set, key.of, key.need]],
      [own.privateBox, ['private', NGO.id, partner.id, own.publicKey, own.salt, own.iterations]], [own.trustBox, ['trust', NGO.id, partner.id, own.publicKey, own.salt]],
    ] as const
    const values = (await Promise.all([places.desk, places.keys, places.ledger].map(valuesIn))).flat()
    const held = [...unwrapped, Uint8Array.from(masterSecret(places.masterKey)), ...[...new Set([...values, ...taken.split(/[\s",:{}[\]]+/)])].flatMap(readings)]
    const opening: string[] = []
    for (const bytes of held) if (await opensAnything(bytes, boxes)) opening.push(Buffer.from(bytes).toString('base64'))
    expect(opening).toEqual([])
    expect(held.length).toBeGreaterThan(1000)

    // Each way that was tried opens what it should, for whoever holds what the server never had.
    const again = await unlockedMember(member, own, PASSPHRASE)
    const opener = await openedHolding(again!, key, key.holding ?? '')
    const where = { organisation: NGO.id, note: NOTE, version: 1, by: partner.id, key: key.id }
    expect((await openedNote(opener!, box, where))?.says).toBe(SAYS)
    const papers = await recoveredKey(again!, { ...key, recoveryBox: key.recoveryBox ?? '' }, [shares[0]!, shares[2]!])
    expect(papers.accepted && (await openedNote(papers.opener, box, where))?.says).toBe(SAYS)
    const underPassphrase = await stretched(asBytes(PASSPHRASE), salt, own.iterations)
    expect(await opensAnything(underPassphrase, boxes)).toBe(true)
  })

  test('a deleted note leaves no byte of its box in the database', async () => {
    const { given: { places }, partner, box } = await partnerWithNote(engine)
    expect((await partner.ask('DELETE', `/api/notes/${NOTE}`, undefined, { 'if-match': '"1"' })).status).toBe(200)
    expect((await valuesIn(places.desk)).filter((value) => value.includes(box.slice(100, 160)))).toEqual([])
  })
})
