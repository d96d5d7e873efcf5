import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { reviewByOf } from '../../core/intelligence/site.ts'
import { foldSite } from '../../core/intelligence/site-fold.ts'
import type { SiteFact } from '../../core/intelligence/site-facts.ts'
import type { ActorId, DeviceId, EntryId, ReportId } from '../../core/kernel/id.ts'
import { instant } from '../../core/kernel/instant.ts'
import type { PlanFact } from '../../core/planning/plan-facts.ts'
import { planFile } from '../../core/planning/plan-fold.ts'
import { filePlanFact } from '../../wire/filing/plan-filing.ts'
import { fileSiteFact } from '../../wire/filing/site-filing.ts'
import { attemptOn, OPENED, reportOn } from '../../tests/site-cast.ts'
import { ENGINES, freshStore, sayWhatIsSkipped, tidyUp } from '../../tests/ledger-stores.ts'
import type { Kept, Stored } from '../ledger.ts'
import { rebuild } from '../projection.ts'
import { sqlLedger } from '../sql-ledger.ts'
import { caseTables } from './case-tables.ts'
import { REVIEW_BY } from './review-table.ts'
import { LEAD_IS_CLOSED, LEAD_REVIEW } from './lead-table.ts'

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

const MARCH = Date.UTC(2031, 2, 1)
const days = (count: number) => instant(MARCH + count * 86_400_000)
const [r1, r2] = ['report-one' as ReportId, 'report-two' as ReportId]
const who = (name: string): ActorId => name as ActorId

/** Facts of a site that a read table tells of, in whatever order a law may want them. */
const anyFact: fc.Arbitrary<SiteFact> = fc.oneof(
  fc.constantFrom(r1, r2).map((id): SiteFact => ({ type: 'report/received', report: reportOn(id) })),
  fc.tuple(fc.constantFrom(r1, r2), fc.nat(9)).map(([report, day]): SiteFact => ({ type: 'report/review-set', report, reviewBy: days(100 + day), because: 'asked again' })),
  fc.tuple(fc.constantFrom('t1', 't2'), fc.constantFrom('a', 'b'), fc.nat(9)).map(([id, owner, day]): SiteFact => ({ type: 'task/set', task: { id, question: 'Locked?', kind: 'inspector', owner: who(owner), due: days(day), before: 0.5, yes: 0.6, no: 0.4 } })),
  fc.constantFrom('t1', 't2').map((task): SiteFact => ({ type: 'task/answered', task, answer: 'yes', says: 'It is' })),
  fc.tuple(fc.constantFrom(r1, r2), fc.constantFrom('a', 'b'), fc.nat(9)).map(([report, owner, day]): SiteFact => ({ type: 'lead/assigned', report, owner: who(owner), verifyBy: days(day), reviewBy: days(20 + day) })),
  fc.tuple(fc.constantFrom(r1, r2), fc.nat(9)).map(([report, day]): SiteFact => ({ type: 'lead/closed', report, because: 'Nobody there', attempt: 'look', reviewBy: days(40 + day) })),
  fc.constant<SiteFact>({ type: 'attempt/made', attempt: attemptOn('look') }),
)

let drawn = 0
const keptAs = (stream: string, fact: ReturnType<typeof fileSiteFact>, minute: number): Kept => ({
  id: `e${String(++drawn).padStart(6, '0')}` as EntryId, stream, by: who('a'), device: 'desk' as DeviceId,
  occurredAt: instant(MARCH + minute * 60_000), recordedAt: instant(MARCH), receivedAt: instant(MARCH + drawn), fact: { type: fact.type, form: 1, clear: fact.clear, sealed: null },
})

/** Lots as they may come: each a few facts, each of which happened at some minute. */
const anyLots = fc.array(fc.array(fc.tuple(anyFact, fc.nat(30)), { maxLength: 4 }), { maxLength: 6 })

const TABLES = ['sites', 'tasks', 'leads', 'reviews', 'plans', 'sources']

describe.each(ENGINES)('the read tables of cases on %s', (engine) => {
  const opened = async () => {
    const store = await freshStore(engine)
    return { store, ledger: await sqlLedger(store, caseTables) }
  }
  const all = async (store: Awaited<ReturnType<typeof opened>>['store']) =>
    Promise.all(TABLES.map(async (table) => (await sql.raw<Record<string, unknown>>(`select * from ${table}`).execute(store.db)).rows.map((row) => JSON.stringify(row)).toSorted()))

  test('tell what the fold tells, whatever the lots and whatever the order in which things happened; rebuilt, they tell the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyLots, async (lots) => {
        const { store, ledger } = await opened()
        const facts = new Map<string, SiteFact>()
        const filed = (fact: SiteFact, minute: number): Kept => {
          const kept = keptAs('site/one', fileSiteFact('one', fact), minute)
          facts.set(kept.id, fact)
          return kept
        }
        await ledger.append([filed(OPENED, 0)])
        for (const lot of lots) await ledger.append(lot.map(([fact, minute]) => filed(fact, minute)))
        const entries = (await ledger.read('site/one')).map((entry: Stored) => ({ ...entry, fact: facts.get(entry.id)! }))
        const site = foldSite(entries)!

        const rows = async <Row>(text: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> => (await text.execute(store.db)).rows
        expect(await rows(sql<{ version: number; number: string; reports: number }>`select version, number, reports from sites`)).toEqual([{ version: site.version, number: site.number, reports: entries.filter(({ fact }) => fact.type === 'report/received').length }])
        const tasks = await rows(sql<{ task: string; owner: string; due: number; answered_at: number | null }>`select task, owner, due, answered_at from tasks where owner is not null order by task`)
        expect(tasks.map(({ task, owner, due, answered_at }) => [task, owner, due, answered_at !== null])).toEqual(site.tasks.map(({ task, answered }) => [task.id, task.owner, task.due, answered !== null]).toSorted(byFirst))
        const leads = await rows(sql<{ report: string; owner: string | null; verify_by: number | null; review: number | null; closed: number }>`select report, owner, verify_by, ${LEAD_REVIEW} as review, case when ${LEAD_IS_CLOSED} then 1 else 0 end as closed from leads order by report`)
        expect(leads.map((lead) => [lead.report, lead.owner, lead.verify_by, lead.review, lead.closed === 1])).toEqual(site.leads.map(standing))
        const reviews = await rows(sql<{ report: string; review_by: number }>`select report, ${REVIEW_BY} as review_by from reviews where first_review is not null order by report`)
        expect(reviews.map(({ report, review_by }) => [report, review_by])).toEqual(site.reports.map((filed) => [filed.report.id, reviewByOf(filed)]).toSorted(byFirst))

        const before = await all(store)
        await rebuild(store, caseTables)
        expect(await all(store)).toEqual(before)
        await store.close()
      }),
      { numRuns: 40 },
    )
  })

  test('tell where the acts of a plan left it', async () => {
    const { store, ledger } = await opened()
    const facts: readonly PlanFact[] = [
      { type: 'plan/opened', number: 'P-10', site: 'one', at: days(5) },
      { type: 'plan/part-written', part: 'hour', content: { at: days(6) } },
      { type: 'plan/authorised', plan: 2, site: 1, knownAt: days(1), condition: null, policy: [] },
      { type: 'plan/stood-down', because: 'A child', owner: who('a'), reviewBy: days(9) },
    ]
    const seen: unknown[] = []
    for (const fact of facts) {
      await ledger.append([keptAs('plan/ten', filePlanFact('ten', fact), 0)])
      seen.push((await sql<object>`select number, at, coalesce(entered, called, decided) as standing, owner, review_by, version from plans`.execute(store.db)).rows[0])
    }
    expect(seen).toMatchObject([
      { number: 'P-10', at: days(5), standing: 'draft', version: 1 }, { at: days(6), standing: 'draft' }, { standing: 'authorised', owner: null },
      { standing: 'stood-down', owner: 'a', review_by: days(9), version: 4 },
    ])
    const entries = (await ledger.read('plan/ten')).map((entry, at) => ({ ...entry, fact: facts[at]! }))
    expect(planFile(entries)).toMatchObject({ number: 'P-10', version: 4, notActing: { owner: 'a' } })
  })

  test('keep nothing of what is sealed', async () => {
    const { store, ledger } = await opened()
    const secret: SiteFact = { type: 'site/opened', number: 'S-1', jurisdiction: 'TH', venue: 'resident-workshop', name: 'Marked word', whereabouts: 'Marked word' }
    await ledger.append([keptAs('site/one', fileSiteFact('one', secret), 0), keptAs('site/one', fileSiteFact('one', { type: 'report/received', report: reportOn(r1, { says: 'Marked word', kind: 'escaped-victim' }) }), 1)])
    expect(JSON.stringify(await all(store))).not.toMatch(/Marked word|escaped-victim/)
  })
})

const byFirst = ([a]: readonly unknown[], [b]: readonly unknown[]): number => (String(a) < String(b) ? -1 : 1)

type Lead = NonNullable<ReturnType<typeof foldSite>>['leads'][number]

/** Where a lead stands, by the rule of core/intelligence/leads.ts. */
function standing({ report, assigned, closed }: Lead) {
  const [last, closing] = [assigned.at(-1), closed.at(-1)]
  const isClosed = closing !== undefined && !(last && last.noted.version > closing.noted.version)
  return [report, last?.owner ?? null, last?.verifyBy ?? null, isClosed ? closing.reviewBy : (last?.reviewBy ?? null), isClosed]
}
