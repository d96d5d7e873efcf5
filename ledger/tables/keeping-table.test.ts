import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ActorId, DeviceId, EntryId, HolderId } from '../../core/kernel/id.ts'
import { OWN_UNIT } from '../../core/kernel/organisation.ts'
import { after } from '../../core/kernel/instant.ts'
import type { KeepingFact } from '../../core/retention/keeping-facts.ts'
import { foldKeeping } from '../../core/retention/keeping.ts'
import { onDay, OPENED_AT } from '../../tests/keeping-cast.ts'
import { ENGINES, freshStore, sayWhatIsSkipped, tidyUp } from '../../tests/ledger-stores.ts'
import { fileKeepingFact, keepingStream } from '../../wire/filing/retention-filing.ts'
import { forgottenInLedger, forgottenTable } from '../forgotten-table.ts'
import type { Kept } from '../ledger.ts'
import { rebuild } from '../projection.ts'
import { sqlLedger } from '../sql-ledger.ts'
import { keepingTable, NO_DAY, type HoldRow, type KeepingRow } from './keeping-table.ts'

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

const tables = { projections: [keepingTable, forgottenTable], upcasts: {} }
const HOLDERS = ['site/s', 'report/r'] as const
const by = 'ada' as ActorId
let drawn = 0

/** Facts of keeping; a hold is placed under an id of its own, since that is the id of the act. */
const anyFact: fc.Arbitrary<(n: number) => KeepingFact> = fc.oneof(
  fc.nat(9).map((day) => (n: number): KeepingFact => ({ type: 'hold/placed', hold: `hold-${n}`, ground: 'appeal', reference: 'A-1', reviewBy: onDay(100 + day), organisation: OWN_UNIT })),
  fc.integer({ min: 1, max: 6 }).map((back) => (n: number): KeepingFact => ({ type: 'hold/lifted', hold: `hold-${n - back}`, ground: 'ground-has-ended' })),
  fc.nat(9).map((day) => (): KeepingFact => ({ type: 'retention/set', reviewBy: onDay(200 + day), ground: 'unit-decision' })),
  fc.nat(9).map((day) => (): KeepingFact => ({ type: 'retention/reviewed', outcome: 'keep', reviewBy: onDay(300 + day), ground: 'hold-stands' })),
  fc.constant((): KeepingFact => ({ type: 'retention/reviewed', outcome: 'may-be-forgotten', ground: 'purpose-has-ended' })),
  fc.constant((n: number): KeepingFact => ({ type: 'forgetting/asked', asking: `asking-${n}`, ground: 'court-order', reach: 'own-words', by, at: onDay(n) })),
  fc.constant((n: number): KeepingFact => ({ type: 'forgetting/seconded', asking: `asking-${n}`, ground: 'court-order', reach: 'own-words', askedBy: by, by: 'bo' as ActorId, at: onDay(n), keys: [`key-${n}`, `other-${n}`], holders: ['person/p', 'report/r'] as readonly string[] as readonly HolderId[] })),
)

const keptAs = (holder: string, fact: KeepingFact): Kept => {
  const { type, clear } = fileKeepingFact(fact, 'site/s')
  const at = after(OPENED_AT, ++drawn / 1000)
  return { id: `e${drawn}` as EntryId, stream: keepingStream(holder), by, device: 'office' as DeviceId, occurredAt: at, recordedAt: at, receivedAt: at, fact: { type, form: 1, clear, sealed: null } }
}

describe.each(ENGINES)('the read tables of keeping on %s', (engine) => {
  test('tell what the fold tells, whatever the lots; rebuilt, they tell the same', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(fc.tuple(fc.constantFrom(...HOLDERS), anyFact), { maxLength: 4 }), { maxLength: 6 }), async (lots) => {
      const store = await freshStore(engine)
      const ledger = await sqlLedger(store, tables)
      const facts = new Map<string, KeepingFact[]>(HOLDERS.map((holder) => [holder, []]))
      let n = 0
      for (const lot of lots) {
        const made = lot.map(([holder, make]) => [holder, make(++n)] as const)
        for (const [holder, fact] of made) facts.get(holder)?.push(fact)
        await ledger.append(made.map(([holder, fact]) => keptAs(holder, fact)))
      }
      const all = async () => [(await sql<KeepingRow>`select * from keeping order by holder`.execute(store.db)).rows, (await sql<HoldRow>`select * from holds order by holder, hold`.execute(store.db)).rows, await forgottenInLedger(store)] as const
      const [keeping, holds, forgotten] = await all()
      for (const holder of HOLDERS) {
        const told = foldKeeping(facts.get(holder) ?? [])
        const row = keeping.find((one) => one.holder === holder)
        expect(holds.filter((one) => one.holder === holder && one.lifted_at === null && one.placed_at !== null).map(({ hold }) => hold).toSorted()).toEqual(told.holds.map(({ hold }) => hold).toSorted())
        expect((row?.review_by ?? NO_DAY) === NO_DAY ? null : Number(row?.review_by)).toBe(told.reviewBy)
        expect(row?.outcome === 'may-be-forgotten').toBe(told.lastReview?.outcome === 'may-be-forgotten')
        expect(Number(row?.asked_version ?? 0) > Number(row?.seconded_version ?? 0)).toBe(told.asked !== null)
      }
      expect(forgotten.map(({ key }) => key).toSorted()).toEqual([...facts.values()].flat().flatMap((fact) => (fact.type === 'forgetting/seconded' ? fact.keys : [])).toSorted())
      expect(new Set(forgotten.map(({ kind }) => kind)).size).toBeLessThanOrEqual(2)
      await rebuild(store, tables)
      expect(await all()).toEqual([keeping, holds, forgotten])
    }), { numRuns: engine === 'sqlite' ? 40 : 8 })
  })
})
