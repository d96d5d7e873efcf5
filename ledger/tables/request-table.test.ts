import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ActorId, DeviceId, EntryId } from '../../core/kernel/id.ts'
import type { RequestFact } from '../../core/rights/request-facts.ts'
import { ENGINES, freshStore, sayWhatIsSkipped, tidyUp } from '../../tests/ledger-stores.ts'
import { answered, ASKED_AT, inDays, received, told } from '../../tests/rights-cast.ts'
import { fileRequestFact, requestStream } from '../../wire/filing/request-filing.ts'
import type { Kept } from '../ledger.ts'
import { rebuild } from '../projection.ts'
import { sqlLedger } from '../sql-ledger.ts'
import { caseTables } from './case-tables.ts'

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

const anyFact: fc.Arbitrary<RequestFact> = fc.oneof(
  fc.constant(answered()), fc.constant(told), fc.nat(90).map((day): RequestFact => ({ type: 'request/extended', until: inDays(day), reason: 'Three archives' })),
  fc.constantFrom('site/one', 'site/two').chain((file) => fc.constantFrom<RequestFact>({ type: 'request/restricted', file, because: 'accuracy-contested', says: 'x' }, { type: 'request/restriction-lifted', file, toldBefore: 'yes', because: 'x' })),
  fc.constant<RequestFact>({ type: 'request/closed', because: 'withdrawn', says: 'x' }),
)

let drawn = 0
const keptAs = (request: string, fact: RequestFact): Kept => {
  const { type, clear } = fileRequestFact(request, fact)
  const at = inDays(drawn += 1)
  return { id: `r${String(drawn).padStart(6, '0')}` as EntryId, stream: requestStream(request), by: 'a' as ActorId, device: 'desk' as DeviceId, occurredAt: at, recordedAt: at, receivedAt: at, fact: { type, form: 1, clear, sealed: null } }
}

describe.each(ENGINES)('the table of requests on %s', (engine) => {
  test('says of each request whose it is and how far it came, and of each file whether it is contested now', async () => {
    const store = await freshStore(engine)
    const ledger = await sqlLedger(store, caseTables)
    await ledger.append([keptAs('one', received), keptAs('one', { type: 'request/restricted', file: 'site/one', because: 'accuracy-contested', says: 'x' }), keptAs('one', answered()), keptAs('two', received)])
    const { rows } = await sql<Record<string, unknown>>`select id, organisation, wants, received_at, told_at, closed_at, version from requests order by id`.execute(store.db)
    expect(rows).toMatchObject([{ id: 'one', organisation: 'unit', wants: 'know', received_at: ASKED_AT, told_at: null, closed_at: null, version: 3 }, { id: 'two', version: 1 }])
    const contested = async () => (await sql<{ file: string }>`select file from restrictions where lifted_at is null`.execute(store.db)).rows.map(({ file }) => file)
    expect(await contested()).toEqual(['site/one'])
    await ledger.append([keptAs('one', { type: 'request/restriction-lifted', file: 'site/one', toldBefore: 'yes', because: 'x' })])
    expect(await contested()).toEqual([])
    await ledger.append([keptAs('one', { type: 'request/restricted', file: 'site/one', because: 'accuracy-contested', says: 'x' })])
    expect(await contested()).toEqual(['site/one'])
  })

  test('comes to the same in whatever lots the entries arrive, and when it is filled again', async () => {
    const store = await freshStore(engine)
    const ledger = await sqlLedger(store, caseTables)
    const shown = async () => {
      const [requests, restrictions] = [await sql`select * from requests order by id`.execute(store.db), await sql`select * from restrictions order by file, request`.execute(store.db)]
      return JSON.stringify([requests.rows, restrictions.rows])
    }
    await fc.assert(fc.asyncProperty(fc.array(anyFact, { maxLength: 12 }), fc.nat(5), async (facts, lot) => {
      const request = `p${(drawn += 1)}`
      const entries = [received, ...facts].map((fact) => keptAs(request, fact))
      for (let at = 0; at < entries.length; at += lot + 1) await ledger.append(entries.slice(at, at + lot + 1))
      const before = await shown()
      await rebuild(store, caseTables)
      expect(await shown()).toBe(before)
    }), { numRuns: 12 })
  })
})
