import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Sensitive } from '../core/kernel/sensitive.ts'
import { newIdentity } from '../crypto/age.ts'
import { keyRing } from '../crypto/key-ring.ts'
import { masterKey } from '../crypto/master-key.ts'
import type { BackupOptions } from '../cli/commands/backup.ts'
import { withStores, type Stores } from '../cli/commands/backup-stores.ts'
import type { LedgerDesk } from '../cli/commands/ledger-desk.ts'
import { forgottenListBeside } from '../ledger/forgotten-list.ts'
import { plainTables, rowsOfTable } from '../ledger/plain-tables.ts'
import { sealedLedger } from '../ledger/sealed-ledger.ts'
import { keysOf, knownKey } from '../ledger/sealed-under.ts'
import { sqlKeyStore } from '../ledger/sql-key-store.ts'
import { sqlLedger } from '../ledger/sql-ledger.ts'
import type { Engine } from '../ledger/store/store.ts'
import { holder, leave, told } from './ledger-cast.ts'
import { freshPlace, tidyUp } from './ledger-stores.ts'
import { lastRoom, roomsOf } from './read-table-cast.ts'

const tables = { projections: [lastRoom], upcasts: {} }

/** A folder with two disks, a medium for anchors and a safe with an identity, for one test. */
export async function disks() {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-backup-'))
  for (const name of ['one', 'two', 'media']) mkdirSync(join(folder, name))
  const { identity, recipient } = await newIdentity()
  const identityFile = join(folder, 'identity')
  writeFileSync(identityFile, `# kept in the safe\n${identity}\n`)
  const options: BackupOptions = { keys: join(folder, 'two', 'keys.age'), recipient: [recipient], identity: identityFile }
  const heard: string[] = []
  const deskOn = (engine: Engine, name: string): LedgerDesk => ({
    places: { ledger: freshPlace(engine), keys: freshPlace(engine), desk: freshPlace(engine), masterKey: join(folder, name, 'master.key') },
    tables, say: (text) => heard.push(text), complain: (text) => heard.push(text),
  })
  /** Three people of whom one was forgotten, and two of the office. */
  const filled = async (engine: Engine): Promise<LedgerDesk> => {
    const desk = deskOn(engine, 'here')
    await write(desk, '1', '2', '3')
    await forget(desk, '2')
    await peopled(desk)
    return desk
  }
  return {
    folder, recipient, identity, identityFile, options, heard, deskOn, filled, file: join(folder, 'one', 'daylight.age'), anchors: join(folder, 'media', 'anchors'),
    clear: async () => {
      await tidyUp()
      rmSync(folder, { recursive: true })
    },
  }
}

const sealedOver = async (stores: Stores, desk: LedgerDesk) => {
  const ring = await keyRing({ store: sqlKeyStore(stores.keys), master: masterKey(desk.places.masterKey), known: knownKey(stores.entries), lot: 4 })
  return { sealed: sealedLedger(await sqlLedger(stores.entries, tables), ring, {}), ring }
}
/** Words of somebody, each of a kind of its own. */
export const write = (desk: LedgerDesk, ...names: readonly string[]): Promise<void> =>
  withStores(desk.places, async (stores) => {
    const { sealed } = await sealedOver(stores, desk)
    for (const name of names) await sealed.append([told('site/1', `words of ${name}`, { about: holder(name), type: `report/kind-${name}`, clear: { room: name } })])
  })
const forget = (desk: LedgerDesk, name: string): Promise<void> =>
  withStores(desk.places, async (stores) => (await sealedOver(stores, desk)).ring.forget(holder(name), await keysOf(stores.entries, holder(name))))

/** Two people of the office, one of whom changed, with a session that is not to travel. */
export const peopled = (desk: LedgerDesk): Promise<void> =>
  withStores(desk.places, async ({ desk: { db } }) => {
    for (const name of ['ada', 'bo']) await sql`insert into people (id, sign_in_name, name, role, password_hash, must_change, made_by, made_at, changed_by, changed_at, left_at) values (${name}, ${name}, ${`Öfficer ${name}`}, 'analyst', 'a hash', 'yes', 'first-start', 1, 'first-start', 1, null)`.execute(db)
    await sql`update people set must_change = 'no', changed_by = 'ada', changed_at = 2 where id = 'ada'`.execute(db)
    await sql`insert into looks (at, who, role, stream, look, allowed) values (3, 'ada', 'analyst', 'site/1', 'care', 'yes')`.execute(db)
    await sql`insert into sessions (token_digest, id, person, made_at, seen_at, ends_at, address, proved_at, proved_by) values ('digest', 'session', 'ada', 1, 1, 1, 'here', 1, 'password')`.execute(db)
  })

/** All that can be told of what is kept: rows, words, read tables, the head. */
export const everythingIn = (desk: LedgerDesk): Promise<unknown> =>
  withStores(desk.places, async (stores) => {
    const { sealed } = await sealedOver(stores, desk)
    const rows: Record<string, unknown[]> = {}
    for (const table of await plainTables(stores.desk)) for await (const row of rowsOfTable(stores.desk, table)) (rows[table.name] ??= []).push(Object.fromEntries(table.columns.map((column, index) => [column, row[index]])))
    const words = (await sealed.read(leave('site/1'))).map(({ fact: { said } }) => (said instanceof Sensitive ? said.reveal(leave('site/1')) : said))
    return { rows, words, rooms: await roomsOf(stores.entries.db), head: await stores.entries.db.selectFrom('head').selectAll().execute() }
  })
/** The master key travels by a way of its own, and the list of what was forgotten with it. */
export const bringMasterKey = (from: LedgerDesk, to: LedgerDesk): void => {
  mkdirSync(join(to.places.masterKey, '..'), { recursive: true })
  for (const pathOf of [({ places }: LedgerDesk) => places.masterKey, ({ places }: LedgerDesk) => forgottenListBeside(places.masterKey)])
    if (existsSync(pathOf(from))) copyFileSync(pathOf(from), pathOf(to))
}
/** The code in what a command complained of. */
export const codeOf = (text: string | undefined): string | undefined => /: ((?:backup|keys|anchors|archive|forgotten)\/[a-z-]+)\. /.exec(text ?? '')?.[1]
