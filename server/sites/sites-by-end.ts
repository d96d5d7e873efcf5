import { sql } from 'kysely'
import type { CaseStore } from '../case-store.ts'
import type { Place } from '../case/cursor.ts'
import { endingNext, endsOf } from '../reckoning/reckonings.ts'
import type { InReach } from '../rights/in-reach.ts'
import { matching, type OpenedSite } from './listed-site.ts'

/** A site in its place among all: until when its answer holds, or that nobody can say. */
interface Placed {
  readonly row: OpenedSite
  readonly place: Place
}

interface Asked {
  readonly search: string
  readonly reach: InReach
  readonly after: Place | null
  readonly limit: number
}

type Sought = Pick<Asked, 'search' | 'reach'>

/** How many are looked at in one go. What is reckoned and what is filed stand in two databases, so that neither can sort by the other. */
const AT_ONCE = 500

const ENDS = 'ends'
const ENDLESS = 'endless'

/** Sites by when their answer stops holding: what ran out longest ago first, then what runs out next; those that have no such hour last, by number. */
export async function sitesByEnd(cases: CaseStore, { after, limit, ...sought }: Asked): Promise<readonly Placed[]> {
  const ending = after?.[0] === ENDLESS ? [] : await sitesThatEnd(cases, sought, after, limit)
  const rest = ending.length < limit ? await sitesWithoutEnd(cases, sought, after?.[0] === ENDLESS ? after : null, limit - ending.length) : []
  return [...ending, ...rest]
}

async function sitesThatEnd(cases: CaseStore, sought: Sought, after: Place | null, limit: number): Promise<readonly Placed[]> {
  const found: Placed[] = []
  let from: readonly [number, string] | null = after ? [Number(after[1]), String(after[2])] : null
  for (;;) {
    const next = await endingNext(cases.desk, from, AT_ONCE)
    const rows = await opened(cases, sought, next.map(({ site }) => site))
    for (const { site, valid_until } of next) {
      const row = rows.get(site)
      if (row) found.push({ row, place: [ENDS, String(valid_until), site] })
    }
    const last = next.at(-1)
    if (found.length >= limit || next.length < AT_ONCE || !last) return found.slice(0, limit)
    from = [Number(last.valid_until), last.site]
  }
}

async function opened({ entries: { db } }: CaseStore, { search, reach }: Sought, ids: readonly string[]): Promise<ReadonlyMap<string, OpenedSite>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<OpenedSite>`select * from sites where ${matching(search, reach)} and id in (${sql.join(ids)})`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function sitesWithoutEnd(cases: CaseStore, { search, reach }: Sought, after: Place | null, limit: number): Promise<readonly Placed[]> {
  const found: Placed[] = []
  let from = after
  for (;;) {
    const { rows } = await sql<OpenedSite>`select * from sites where ${matching(search, reach)} ${from ? sql`and (number_order, id) > (${from[1]}, ${from[2]})` : sql``} order by number_order, id limit ${AT_ONCE}`.execute(cases.entries.db)
    const ends = await endsOf(cases.desk, rows.map(({ id }) => id))
    found.push(...rows.filter(({ id }) => !ends.has(id)).map((row) => ({ row, place: [ENDLESS, row.number_order, row.id] })))
    const last = rows.at(-1)
    if (found.length >= limit || rows.length < AT_ONCE || !last) return found.slice(0, limit)
    from = [ENDLESS, last.number_order, last.id]
  }
}
