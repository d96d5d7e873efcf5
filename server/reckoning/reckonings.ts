import type { Certainty } from '../../core/certainty/certainty.ts'
import type { Gate } from '../../core/certainty/gates.ts'
import { instant, isoOf, type Instant } from '../../core/kernel/instant.ts'
import { faultOf } from '../../ledger/store/fault.ts'
import type { Sent } from '../../wire/api.ts'
import type { ReckoningShape } from '../../wire/office/site-answers.ts'
import type { DeskStore } from '../desk-tables.ts'

/** The number of a site as it was last reckoned, for the boards. It can be reckoned again at any time, and is no record of anything. */
export interface ReckoningRow {
  readonly site: string
  /** How far the file of the site had come. */
  readonly site_version: number
  readonly reckoned_at: number
  readonly entry_at: number
  readonly roots: number
  readonly probability: number
  readonly p10: number
  readonly p90: number
  readonly valid_until: number | null
  readonly gates: string
  /** How many leads nobody has yet. */
  readonly leads_open: number
  readonly policy: string
}

export type ReckoningSent = Sent<typeof ReckoningShape>

/** The table beside those of the desk. A type and not an interface, since the builder asks for an index. */
type ReckoningTables = { readonly reckonings: { readonly [Column in keyof ReckoningRow]: ReckoningRow[Column] } }

const tableIn = ({ db }: DeskStore) => db.withTables<ReckoningTables>()

/** What was reckoned of a site, and of which state of its file. */
export interface Reckoned {
  readonly site: string
  readonly version: number
  readonly at: Instant
  readonly certainty: Certainty
  readonly leadsOpen: number
}

const rowOf = ({ site, version, at, certainty, leadsOpen }: Reckoned): ReckoningRow => ({
  site, site_version: version, reckoned_at: at, entry_at: certainty.at,
  roots: certainty.roots.length, probability: certainty.probability, p10: certainty.p10, p90: certainty.p90,
  valid_until: certainty.validUntil === null ? null : inCalendar(certainty.validUntil),
  gates: JSON.stringify(certainty.gates.map(({ id, state }) => ({ id, state }))),
  leads_open: leadsOpen, policy: certainty.drawing.policy,
})

/** The last millisecond a calendar can name, for what holds longer than that. */
const LAST_MS = 8.64e15
const inCalendar = (moment: Instant): number => Math.min(LAST_MS, Math.round(moment))

/** Keeps what was reckoned, unless something newer of the same site is there already. */
export async function keepReckoning(desk: DeskStore, reckoned: Reckoned): Promise<void> {
  const { site, ...rest } = rowOf(reckoned)
  await desk.transact(async (db) => {
    await db.withTables<ReckoningTables>().insertInto('reckonings').values({ site, ...rest })
      .onConflict((conflict) => conflict.column('site').doUpdateSet(rest).where('reckonings.site_version', '<=', reckoned.version)).execute()
  })
}

/** The reckonings of some sites, by the id of each. */
export async function reckoningsOf(desk: DeskStore, sites: readonly string[]): Promise<ReadonlyMap<string, ReckoningRow>> {
  if (sites.length === 0) return new Map()
  const rows = await located(desk, tableIn(desk).selectFrom('reckonings').selectAll().where('site', 'in', [...sites]).execute())
  return new Map(rows.map((row) => [row.site, row]))
}

/** Sites of which the reckoning has run out, the oldest first. */
export const runOut = async (desk: DeskStore, now: Instant, most: number): Promise<readonly string[]> =>
  (await located(desk, tableIn(desk).selectFrom('reckonings').select('site').where('valid_until', '<=', now).whereRef('reckoned_at', '<', 'valid_until').orderBy('valid_until').limit(most).execute())).map(({ site }) => site)

/** Sites by when their answer stops holding, from a place on; those of which nobody can say it are left out. */
export async function endingNext(desk: DeskStore, after: readonly [until: number, site: string] | null, most: number): Promise<readonly Pick<ReckoningRow, 'site' | 'valid_until'>[]> {
  const asked = tableIn(desk).selectFrom('reckonings').select(['site', 'valid_until']).where('valid_until', 'is not', null).orderBy('valid_until').orderBy('site').limit(most)
  return located(desk, (after ? asked.where((is) => is.or([is('valid_until', '>', after[0]), is.and([is('valid_until', '=', after[0]), is('site', '>', after[1])])])) : asked).execute())
}

/** Which of some sites have an hour at which their answer stops holding. */
export async function endsOf(desk: DeskStore, sites: readonly string[]): Promise<ReadonlySet<string>> {
  if (sites.length === 0) return new Set()
  const rows = await located(desk, tableIn(desk).selectFrom('reckonings').select('site').where('valid_until', 'is not', null).where('site', 'in', [...sites]).execute())
  return new Set(rows.map(({ site }) => site))
}

/** Sites where a lead has no owner yet, with how many. */
export const leadsWithoutOwner = (desk: DeskStore, most: number): Promise<readonly Pick<ReckoningRow, 'site' | 'leads_open'>[]> =>
  located(desk, tableIn(desk).selectFrom('reckonings').select(['site', 'leads_open']).where('leads_open', '>', 0).orderBy('site').limit(most).execute())

/** How far the file of each site had come when it was last reckoned. */
export const reckonedVersions = async (desk: DeskStore): Promise<ReadonlyMap<string, number>> =>
  new Map((await located(desk, tableIn(desk).selectFrom('reckonings').select(['site', 'site_version']).execute())).map((row) => [row.site, row.site_version]))

/** As it leaves the system. */
export const reckoningSent = (row: ReckoningRow): ReckoningSent => ({
  reckonedAt: isoOf(instant(row.reckoned_at)),
  at: isoOf(instant(row.entry_at)),
  roots: row.roots, probability: row.probability, p10: row.p10, p90: row.p90,
  validUntil: row.valid_until === null ? null : isoOf(instant(row.valid_until)),
  gates: JSON.parse(row.gates) as readonly Pick<Gate, 'id' | 'state'>[],
})

async function located<Answer>({ where }: DeskStore, asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    throw faultOf(error, where)
  }
}
