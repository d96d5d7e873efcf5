import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyOf } from '../../crypto/box.ts'
import { opensUnder } from '../../crypto/key-ring.ts'
import { masterSecret, writeMasterSecret } from '../../crypto/master-key.ts'
import { lineOfShare, rebuilt, shareIn, sharesOf, type Share } from '../../crypto/recovery-shares.ts'
import { MOST_SHARES } from '../../crypto/shamir.ts'
import { rotateMasterKey } from '../../ledger/rotate-master-key.ts'
import { CHECK, type KeyTables } from '../../ledger/sql-key-store.ts'
import type { Store } from '../../ledger/store/store.ts'
import { speakOfKeys } from '../in-words.ts'
import { refuse, told } from './backup-told.ts'
import { withStores } from './backup-stores.ts'
import { withKeys, type LedgerDesk } from './ledger-desk.ts'

/** Puts every key under a new master key. The old one opens nothing afterwards but what was copied before. */
export const rotate = (desk: LedgerDesk): Promise<number> =>
  told(desk, desk.places.masterKey, async () => {
    const { masterKey, keys } = desk.places
    if (!existsSync(masterKey)) return refuse(desk, masterKey, { code: 'keys/no-master-key' })
    if ('file' in keys && !existsSync(keys.file)) return refuse(desk, keys.file, { code: 'keys/no-store' })
    return withStores(desk.places, async (stores) => {
      const rotated = await rotateMasterKey(masterKey, stores.keys, stores.desk)
      desk.say(`Every key lies under a new master key now: ${rotated.keys} keys, and ${rotated.codes} secrets of one-time codes.`)
      desk.say('Start the server again if it ran. Take a backup and make recovery shares now: those of before open with the old master key only, and it is gone from here.')
      return 0
    })
  })

interface Sharing {
  readonly of: string
  readonly need: string
  readonly to?: string
}

/** Shares the master key among officers: one file each in a folder, or one line each on the screen. */
export const shares = (desk: LedgerDesk, { of, need, to }: Sharing): Promise<number> =>
  told(desk, to ?? desk.places.masterKey, async () => {
    const { masterKey } = desk.places
    const [many, enough] = [Number(of), Number(need)]
    if (!existsSync(masterKey)) return refuse(desk, masterKey, { code: 'keys/no-master-key' })
    if (!Number.isInteger(many) || !Number.isInteger(enough) || enough < 2 || enough > many || many > MOST_SHARES) return refuse(desk, `${need} of ${of}`, { code: 'shares/not-so-many', figures: { most: MOST_SHARES } })
    const lines = sharesOf(masterSecret(masterKey), { of: many, need: enough }).map(lineOfShare)
    if (to === undefined) for (const line of lines) desk.say(line)
    else {
      mkdirSync(to, { recursive: true, mode: 0o700 })
      for (const [index, line] of lines.entries()) writeFileSync(join(to, `share-${index + 1}-of-${many}.txt`), `Daylight recovery share. Any ${enough} of the ${many} rebuild the master key.\n${line}\n`, { mode: 0o600, flag: 'wx' })
      desk.say(`Wrote ${many} shares to ${to}. Give each to one officer, and take them away from here.`)
    }
    desk.say(`Any ${enough} of these ${many} rebuild the master key, and fewer tell nothing of it. Shares made before still work.`)
    return 0
  })

/** Rebuilds the master key from files that hold shares, and lays it in its place where none is. */
export const recover = (desk: LedgerDesk, files: readonly string[]): Promise<number> =>
  told(desk, files[0] ?? '', async () => {
    const { masterKey } = desk.places
    if (existsSync(masterKey)) return refuse(desk, masterKey, { code: 'keys/master-key-there' })
    const brought: Share[] = []
    for (const file of files)
      for (const line of readFileSync(file, 'utf8').split('\n')) {
        const share = shareIn(line)
        if (share === 'misread') return refuse(desk, file, { code: 'shares/misread' })
        if (share !== null) brought.push(share)
      }
    const found = rebuilt(brought)
    if (!found.accepted) return refuse(desk, files.join(', '), { code: found.refusal.code, figures: { ...found.refusal } })
    if (found.wrong.length > 0) desk.complain(`daylight: ${speakOfKeys()('shares.left-aside', { share: found.wrong.join(', ') })}`)
    const fits = await withKeysOrNone(desk, (store) => opensCheck(store, found.secret))
    if (!fits) return refuse(desk, masterKey, { code: 'keys/other-master-key' })
    writeMasterSecret(masterKey, found.secret)
    desk.say(`The master key is in its place again: ${masterKey}`)
    return 0
  })

/** Where the store of keys is there, the key has to open it; where it is not, the key is laid down for the restore to come. */
async function withKeysOrNone(desk: LedgerDesk, asks: (store: Store<KeyTables>) => Promise<boolean>): Promise<boolean> {
  const { keys } = desk.places
  if ('file' in keys && !existsSync(keys.file)) return true
  let answer = false
  await withKeys(desk, async (store) => {
    answer = await asks(store)
    return 0
  })
  return answer
}

async function opensCheck({ db }: Store<KeyTables>, secret: Buffer): Promise<boolean> {
  const row = await db.selectFrom('keys').selectAll().where('id', '=', CHECK).executeTakeFirst()
  return row?.wrapped === undefined || row.wrapped === null || opensUnder(keyOf(secret), { id: row.id, wrapped: row.wrapped })
}
