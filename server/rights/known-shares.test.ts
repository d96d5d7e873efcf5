import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES, freshStore, sayWhatIsSkipped, tidyUp } from '../../tests/ledger-stores.ts'
import { preparedOn, SAFE, SECOND, WRITER } from '../../tests/share-cast.ts'
import { later } from '../../tests/site-cast.ts'
import type { ActorId, DeviceId, EntryId } from '../../core/kernel/id.ts'
import type { ShareFact } from '../../core/sharing/share-facts.ts'
import { sqlLedger } from '../../ledger/sql-ledger.ts'
import { shareTable } from '../../ledger/tables/share-table.ts'
import { fileShareFact } from '../../wire/filing/share-filing.ts'
import { knownShares } from './known-shares.ts'

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

const kept = (fact: ShareFact, by: ActorId, at: number) => {
  const { type, clear } = fileShareFact('one', fact)
  return { id: `entry-${at}` as EntryId, stream: 'share/one', by, device: 'office' as DeviceId, occurredAt: later(at), recordedAt: later(at), receivedAt: later(at), fact: { type, form: 1, clear, sealed: null } }
}

describe.each(ENGINES)('what the gate knows of something passed on, on %s', (engine) => {
  test('is whose it is and to whom it goes, and that it goes to nobody before it left', async () => {
    const store = await freshStore(engine)
    const ledger = await sqlLedger(store, { projections: [shareTable], upcasts: {} })
    await ledger.append([kept({ type: 'share/prepared', ...preparedOn([SAFE]) }, WRITER, 1)])
    expect([...(await knownShares(store, ['one', 'never']))]).toEqual([['one', { organisation: 'unit', to: 'nobody-yet' }]])
    await ledger.append([kept({ type: 'share/released', left: { says: 'Keep places', facts: [] }, knownAt: later(1) }, SECOND, 2)])
    expect((await knownShares(store, ['one'])).get('one')).toEqual({ organisation: 'unit', to: 'shelter-house' })
    expect((await knownShares(store, [])).size).toBe(0)
  })
})
