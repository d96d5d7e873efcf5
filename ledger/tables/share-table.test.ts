import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES, freshStore, sayWhatIsSkipped, tidyUp } from '../../tests/ledger-stores.ts'
import { PARTNER, preparedOn, SAFE, SECOND, who, WRITER } from '../../tests/share-cast.ts'
import { later } from '../../tests/site-cast.ts'
import type { ActorId, DeviceId, EntryId } from '../../core/kernel/id.ts'
import type { ShareFact } from '../../core/sharing/share-facts.ts'
import { fileShareFact } from '../../wire/filing/share-filing.ts'
import type { Kept } from '../ledger.ts'
import { rebuild } from '../projection.ts'
import { sqlLedger } from '../sql-ledger.ts'
import { shareTable, type ShareRow } from './share-table.ts'

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

const left = { says: 'Keep places', facts: [] }
const STORY: readonly (readonly [ShareFact, ActorId])[] = [
  [{ type: 'share/prepared', ...preparedOn([SAFE]) }, WRITER],
  [{ type: 'share/released-at-once', left, knownAt: later(1), because: 'Fire', told: [who('a'), who('b')], passedOver: [] }, WRITER],
  [{ type: 'share/acknowledged', edition: 1 }, PARTNER],
  [{ type: 'share/reviewed', says: 'Right' }, SECOND],
  [{ type: 'share/corrected', passed: { says: 'Two', facts: [{ ...SAFE, basis: 'authority-danger-to-life' }] }, because: 'Counted' }, WRITER],
  [{ type: 'share/released', left, knownAt: later(1) }, SECOND],
  [{ type: 'share/recalled', ground: 'error', says: 'Wrong' }, SECOND],
  [{ type: 'share/recall-acknowledged', outcome: 'deleted', because: '' }, PARTNER],
]

const kept = (share: string, [fact, by]: readonly [ShareFact, ActorId], at: number): Kept => {
  const { type, clear } = fileShareFact(share, fact)
  return { id: `${share}-${at}` as EntryId, stream: `share/${share}`, by, device: 'office' as DeviceId, occurredAt: later(at), recordedAt: later(at), receivedAt: later(at), fact: { type, form: 1, clear, sealed: null } }
}

describe.each(ENGINES)('the log of what left on %s', (engine) => {
  const opened = async () => {
    const store = await freshStore(engine)
    const tables = { projections: [shareTable], upcasts: {} }
    return { store, tables, ledger: await sqlLedger(store, tables) }
  }
  const rows = async (store: Awaited<ReturnType<typeof opened>>['store']) =>
    (await sql<ShareRow>`select * from shares order by id`.execute(store.db)).rows.map((row) => ({ ...row, released_at: Number(row.released_at), acknowledged_at: Number(row.acknowledged_at), editions: Number(row.editions), last_position: Number(row.last_position) }))

  test('tells what became of each, in whatever lots it came; filled again it tells the same', async () => {
    const { store, tables, ledger } = await opened()
    for (const [at, step] of STORY.entries()) await ledger.append([kept('one', step, at + 1)])
    await ledger.append(STORY.map((step, at) => kept('two', step, at + 1)))
    const told = await rows(store)
    const [one, two] = told
    expect(one).toMatchObject({
      file: 'site/site-one', giver: 'unit', receiver: 'shelter-house', named: null, content: 'tasking', bases: ',authority-danger-to-life,', controllers: ',unit,', prepared_by: WRITER,
      released_at: later(6), released_by: SECOND, editions: 2, told: ',a,b,', acknowledged_at: later(3), recall_ground: 'error', recall_outcome: 'deleted',
    })
    expect({ ...two, id: 'one', last_position: one?.last_position }).toEqual(one)
    await rebuild(store, tables)
    expect(await rows(store)).toEqual(told)
  })
})
