import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES, freshStore, sayWhatIsSkipped, tidyUp } from '../../tests/ledger-stores.ts'
import { StoreFault } from './fault.ts'

/** A database server that goes away while it is used, as `npm run crash` has it killed under a whole server. */

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

describe.skipIf(!ENGINES.includes('postgres'))('a connection that the server ends', () => {
  test('is told as a store that is away to whoever only reads, and the next is as before', async () => {
    const store = await freshStore('postgres')
    await expect(sql`select pg_terminate_backend(pg_backend_pid())`.execute(store.db)).rejects.toBeInstanceOf(StoreFault)
    expect((await sql`select 1 as one`.execute(store.db)).rows).toEqual([{ one: 1 }])
  })

  test('between two statements of a transaction is told by the second, and ends nothing else', async () => {
    const store = await freshStore('postgres')
    const cutOff = store.transact(async (db) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(store.db)
      await pause(200)
      await sql`select 1`.execute(db)
    })
    await expect(cutOff).rejects.toBeInstanceOf(StoreFault)
    expect((await sql`select 1 as one`.execute(store.db)).rows).toEqual([{ one: 1 }])
  })
})
