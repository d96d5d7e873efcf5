import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyOf, newSecret } from '../../crypto/box.ts'
import { keyRing } from '../../crypto/key-ring.ts'
import type { KeyId } from '../../crypto/key-store.ts'
import { holder, kept } from '../../tests/ledger-cast.ts'
import { ENGINES, freshKeys, freshStore, openLedgerStore, sayWhatIsSkipped, tidyUp } from '../../tests/ledger-stores.ts'
import type { LedgerTables } from '../row.ts'
import { sqlKeyStore } from '../sql-key-store.ts'
import { sqlLedger } from '../sql-ledger.ts'
import { verify } from '../verify.ts'
import { StoreFault } from './fault.ts'
import { openStore } from './open.ts'

let folder: string
beforeAll(sayWhatIsSkipped)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-store-'))
})
afterEach(async () => {
  await tidyUp()
  rmSync(folder, { recursive: true })
})

const tables = { projections: [], upcasts: {} }

test('SQLite writes through to the disk at every commit, and its files are their owner’s alone', async () => {
  const file = join(folder, 'deep', 'ledger.sqlite')
  const store = await openLedgerStore({ file })
  await (await sqlLedger(store, tables)).append([kept('site/1')])
  const settings = await Promise.all(['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'temp_store'].map(async (name) => Object.values((await sql.raw(`pragma ${name}`).execute(store.db)).rows[0] as object)[0] as unknown))
  expect(settings).toEqual(['wal', 2, 1, 1, 2])
  expect(['', '-wal', '-shm'].map((ending) => statSync(file + ending).mode & 0o777)).toEqual([0o600, 0o600, 0o600])
  expect(statSync(join(folder, 'deep')).mode & 0o777).toBe(0o700)
})

test('a full disk is told with its place; nothing is half written, and nothing that was acknowledged is lost', async () => {
  const file = join(folder, 'ledger.sqlite')
  const store = await openLedgerStore({ file })
  const ledger = await sqlLedger(store, tables)
  await ledger.append([kept('site/1')])
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db)
  await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 4}`).execute(store.db)
  const big = Array.from({ length: 40 }, () => kept('site/1', { box: 'A'.repeat(4000) }))
  const answers = await Promise.allSettled([ledger.append([kept('site/2')]), ledger.append(big), ledger.append([kept('site/3')])])
  expect(answers.filter(({ status }) => status === 'rejected').map((answer) => (answer as PromiseRejectedResult).reason as unknown)).toEqual(expect.arrayContaining([expect.any(StoreFault)]))
  await expect(ledger.append(big)).rejects.toThrow(`${file}: the disk is full. Nothing of this was kept; make room and try again.`)
  expect([await verify(store), (await ledger.read('site/1')).length]).toMatchObject([{ holds: true }, 1])
  await sql`pragma max_page_count = 1000000`.execute(store.db)
  expect(await ledger.append(big)).toMatchObject({ accepted: true })
})

test('a file that is no database is refused by name and left as it was', async () => {
  const file = join(folder, 'ledger.sqlite')
  writeFileSync(file, 'not a database at all, but quite long enough to look like one might '.repeat(20))
  await expect(openStore<LedgerTables>({ file }, 'ledger')).rejects.toThrow(`${file}: the file is damaged or is no store of ours`)
  expect(statSync(file).size).toBe(68 * 20)
})

test('a server that is not there is told by its place, without the password', async () => {
  const failing = openStore<LedgerTables>({ url: 'postgres://user:hidden-word@127.0.0.1:9/none', schema: 'ledger' }, 'ledger')
  await expect(failing).rejects.toThrow(/^postgres at 127\.0\.0\.1:9\/none: the database cannot be reached/)
  await expect(failing).rejects.not.toThrow(/hidden-word/)
})

test('a schema is named by a name', async () => {
  await expect(openStore<LedgerTables>({ url: 'postgres://127.0.0.1:9/none', schema: 'a; drop table entries' }, 'ledger')).rejects.toThrow('a schema is named in small letters')
})

describe.each(ENGINES)('the store of keys on %s', (engine) => {
  test('gives back what it was given, after it was closed too, and remembers what it destroyed', async () => {
    const store = await freshKeys(engine)
    const keys = sqlKeyStore(store)
    const ids = Array.from({ length: 600 }, (_, i) => `key-${i}` as KeyId)
    await keys.add(ids.map((id) => ({ id, wrapped: `wrapped ${id}` })))
    await keys.drop([ids[1]!])
    const found = await keys.find([...ids, 'other' as KeyId])
    expect([found.size, found.get(ids[0]!), found.get(ids[1]!), found.has('other' as KeyId)]).toEqual([600, { wrapped: 'wrapped key-0' }, 'forgotten', false])
  })

  test('a destroyed key is in no file of the store any more', async () => {
    const store = await freshKeys(engine)
    const ring = await keyRing({ store: sqlKeyStore(store), master: keyOf(newSecret()), known: async () => null })
    const { id } = await ring.keyFor(holder('1'))
    const { wrapped } = (await store.db.selectFrom('keys').selectAll().where('id', '=', id).executeTakeFirstOrThrow()) as { wrapped: string }
    await ring.forget(holder('1'), [id])
    expect(await ring.find([id])).toEqual(new Map([[id, 'forgotten']]))
    expect(JSON.stringify(await store.db.selectFrom('keys').selectAll().execute())).not.toContain(wrapped)
    if (engine === 'sqlite') expect(filesOf(store.where)).not.toContain(wrapped)
  })

  test('the ledger’s migrations and those of the keys do not mix', async () => {
    const [ledger, keys] = [await freshStore(engine), await freshKeys(engine)]
    await expect(sql`select * from keys`.execute(ledger.db)).rejects.toThrow('keys')
    await expect(sql`select * from entries`.execute(keys.db)).rejects.toThrow('entries')
  })
})

const filesOf = (file: string): string => ['', '-wal'].map((ending) => readFileSync(file + ending, 'latin1')).join('')
