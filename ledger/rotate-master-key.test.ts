import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Sensitive } from '../core/kernel/sensitive.ts'
import { keyOf } from '../crypto/box.ts'
import { KeyFault, keyRing, opensUnder } from '../crypto/key-ring.ts'
import { masterKey, masterSecret, nextMasterKey } from '../crypto/master-key.ts'
import { stepOfCode, wrapCodeSecret } from '../crypto/one-time-code.ts'
import { holder, leave, told } from '../tests/ledger-cast.ts'
import { ENGINES, freshPlace, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import type { PlainStore } from './plain-tables.ts'
import { finishRotation, rotateMasterKey, type RotationStep } from './rotate-master-key.ts'
import { sealedLedger } from './sealed-ledger.ts'
import { keysOf, knownKey } from './sealed-under.ts'
import { sqlKeyStore, type KeyTables } from './sql-key-store.ts'
import { sqlLedger } from './sql-ledger.ts'
import type { LedgerTables } from './row.ts'
import { openStore } from './store/open.ts'
import type { Places } from './store/places.ts'
import type { Engine, Store } from './store/store.ts'

interface Opened {
  readonly entries: Store<LedgerTables>
  readonly keys: Store<KeyTables>
  readonly desk: PlainStore & { readonly close: () => Promise<void> }
}

let folder: string
beforeAll(sayWhatIsSkipped)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-rotation-'))
})
afterEach(async () => {
  await tidyUp()
  rmSync(folder, { recursive: true })
})

async function open<Answer>(places: Places, work: (opened: Opened) => Promise<Answer>): Promise<Answer> {
  const [entries, keys, desk] = [await openStore<LedgerTables>(places.ledger, 'ledger'), await openStore<KeyTables>(places.keys, 'keys'), await openStore<unknown>(places.desk, 'desk')]
  try {
    return await work({ entries, keys, desk: desk as unknown as Opened['desk'] })
  } finally {
    for (const store of [entries, keys, desk]) await store.close()
  }
}
const ringOver = ({ entries, keys }: Opened, places: Places) => keyRing({ store: sqlKeyStore(keys), master: masterKey(places.masterKey), known: knownKey(entries), lot: 8 })

/** What was said, as far as it still opens, whether the code of a telephone holds, and how many keys open under the master key in place. */
const standing = (places: Places): Promise<unknown> =>
  open(places, async (opened) => {
    await finishRotation(places.masterKey, opened.keys, opened.desk)
    const sealed = sealedLedger(await sqlLedger(opened.entries, { projections: [], upcasts: {} }), await ringOver(opened, places), {})
    const words = (await sealed.read(leave('site/1'))).map(({ fact: { said } }) => (said instanceof Sensitive ? said.reveal(leave('site/1')) : said))
    const master = masterKey(places.masterKey)
    const rows = await opened.keys.db.selectFrom('keys').selectAll().execute()
    const closed = rows.filter(({ id, wrapped }) => wrapped !== null && !opensUnder(master, { id, wrapped }))
    const { rows: boxes } = await sql<{ box: string }>`select box from second_factors`.execute(opened.desk.db)
    const codes = boxes.map(({ box }) => stepOfCode(master, 'ada', box, '287082', 59_000, 0))
    return { words, codes, closed: closed.length, left: existsSync(nextMasterKey(places.masterKey)) }
  })
const WHOLE = { words: ['words of 1', 'forgotten', 'words of 3'], codes: [1], closed: 0, left: false }

/** A ledger of three people, one of them forgotten, and one officer with codes on a telephone. */
async function begun(engine: Engine): Promise<Places> {
  const places = { ledger: freshPlace(engine), keys: freshPlace(engine), desk: freshPlace(engine), masterKey: join(folder, 'keys', 'master.key') }
  await open(places, async (opened) => {
    const ring = await ringOver(opened, places)
    const sealed = sealedLedger(await sqlLedger(opened.entries, { projections: [], upcasts: {} }), ring, {})
    for (const name of ['1', '2', '3']) await sealed.append([told('site/1', `words of ${name}`, { about: holder(name) })])
    await ring.forget(holder('2'), await keysOf(opened.entries, holder('2')))
    // The secret and the code of RFC 6238, appendix B.
    const box = wrapCodeSecret(masterKey(places.masterKey), 'ada', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    await sql`insert into people (id, sign_in_name, name, role, password_hash, must_change, made_by, made_at, changed_by, changed_at, left_at) values ('ada', 'ada', 'Ada', 'analyst', 'a hash', 'no', 'first-start', 1, 'first-start', 1, null)`.execute(opened.desk.db)
    await sql`insert into second_factors values ('ada', ${box}, 1, 1, 0)`.execute(opened.desk.db)
  })
  return places
}

describe.each(ENGINES)('rotating the master key on %s', (engine) => {
  let places: Places
  beforeEach(async () => {
    places = await begun(engine)
  })

  test('leaves every word and every code readable, what was forgotten forgotten, and nothing that the old key opens', async () => {
    const old = masterSecret(places.masterKey)
    await open(places, (opened) => rotateMasterKey(places.masterKey, opened.keys, opened.desk))
    expect([await standing(places), statSync(places.masterKey).mode & 0o777]).toEqual([WHOLE, 0o600])
    const rows = await open(places, ({ keys }) => keys.db.selectFrom('keys').selectAll().execute())
    expect(rows.filter(({ id, wrapped }) => wrapped !== null && opensUnder(keyOf(old), { id, wrapped }))).toEqual([])
    expect(masterSecret(places.masterKey).subarray(32).equals(old.subarray(32))).toBe(true)
  })

  test('a second time goes as well as the first', async () => {
    for (let i = 0; i < 2; i++) await open(places, (opened) => rotateMasterKey(places.masterKey, opened.keys, opened.desk))
    expect(await standing(places)).toEqual(WHOLE)
  })

  test.each(['next-key-written', 'half-rewrapped', 'keys-rewrapped', 'desk-rewrapped', 'done'] as const satisfies readonly RotationStep[])('killed at %s, every key can be opened after the next start', async (at) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'tests', 'rotation-killed.ts'), JSON.stringify({ places, at })], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)))
    expect([signal, said]).toEqual(['SIGKILL', ''])
    expect(await standing(places)).toEqual(WHOLE)
  })

  test('a server that ran meanwhile adds no key under the old master key, and reads on what it holds', async () => {
    await open(places, async (opened) => {
      const ring = await ringOver(opened, places)
      const sealed = sealedLedger(await sqlLedger(opened.entries, { projections: [], upcasts: {} }), ring, {})
      const say = (name: string) => sealed.append([told('site/1', `words of ${name}`, { about: holder(name) })])
      await say('4')
      await rotateMasterKey(places.masterKey, opened.keys, opened.desk)
      const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => say(`late-${index}`)))
      const refused = answers.filter((answer) => answer.status === 'rejected')
      expect(refused.length).toBeGreaterThan(0)
      expect(refused.every(({ reason }) => reason instanceof KeyFault && reason.message.startsWith('The master key was changed'))).toBe(true)
      const kept = answers.length - refused.length
      const { words, closed } = (await standing(places)) as { readonly words: readonly string[]; readonly closed: number }
      expect([words.length, words.filter((word) => word === 'missing'), closed]).toEqual([4 + kept, [], 0])
    })
  })

  test('where a key opens under neither master key, nothing is changed and it is named', async () => {
    await open(places, (opened) => sqlKeyStore(opened.keys).add([{ id: 'stray' as never, wrapped: Buffer.alloc(92).toString('base64') }]))
    const before = await open(places, ({ keys }) => keys.db.selectFrom('keys').selectAll().orderBy('id').execute())
    await expect(open(places, (opened) => rotateMasterKey(places.masterKey, opened.keys, opened.desk))).rejects.toThrow('The key stray opens under no master key at hand')
    expect(await open(places, ({ keys }) => keys.db.selectFrom('keys').selectAll().orderBy('id').execute())).toEqual(before)
    expect(existsSync(nextMasterKey(places.masterKey))).toBe(false)
    await open(places, ({ keys }) => keys.db.deleteFrom('keys').where('id', '=', 'stray').execute())
    expect(await standing(places)).toEqual(WHOLE)
  })
})

/** What PostgreSQL leaves on its disk is for its own vacuum, in files that only its server reads. */
test('on SQLite nothing of the old wrapping is left in the files', async () => {
  const places = await begun('sqlite')
  const rows = await open(places, ({ keys }) => keys.db.selectFrom('keys').selectAll().where('wrapped', 'is not', null).execute())
  await open(places, async (opened) => {
    await rotateMasterKey(places.masterKey, opened.keys, opened.desk)
    const file = 'file' in places.keys ? places.keys.file : ''
    const bytes = [file, `${file}-wal`].filter((path) => existsSync(path)).map((path) => readFileSync(path, 'latin1')).join('')
    expect(rows.filter(({ wrapped }) => bytes.includes(wrapped ?? ''))).toEqual([])
  })
})
