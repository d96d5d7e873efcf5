import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Entry } from '../../core/kernel/entry.ts'
import { sql } from 'kysely'
import type { ActorId, DeviceId, EntryId } from '../../core/kernel/id.ts'
import { DAY_MS, instant, type Instant } from '../../core/kernel/instant.ts'
import type { PartWritten } from '../../core/planning/plan-facts.ts'
import { placesOf, type DataPlace } from '../../ledger/store/places.ts'
import { openCaseStore, type CaseStore } from '../../server/case-store.ts'
import type { FiledFact } from '../../wire/filing/filed.ts'
import { filePlanFact, planStream } from '../../wire/filing/plan-filing.ts'
import { fileSiteFact, siteStream } from '../../wire/filing/site-filing.ts'
import { momentOf, planFact, planParts, siteFact } from './facts.ts'
import { reckonedAlready } from './reckoned.ts'
import type { Cluster } from '../postgres-cluster.ts'

/** How large an office is that a figure is measured in. */
export interface Size {
  readonly sites: number
  readonly plans: number
  /** How many of the sites, and of the plans, have a long file, and how many entries it has. */
  readonly long: { readonly sites: number; readonly siteEntries: number; readonly plans: number; readonly planEntries: number }
}

/** 5,000 sites and 1,000 plans in 200,000 entries: 800 sites of 200 entries, 400 plans of 60, and many short ones. */
export const FULL: Size = { sites: 5000, plans: 1000, long: { sites: 800, siteEntries: 200, plans: 400, planEntries: 60 } }

const siteEntries = (site: number, { long }: Size): number => (site < long.sites ? long.siteEntries : site < long.sites * 1.5 ? 4 : 3)
const planEntries = (plan: number, { long }: Size): number => (plan < long.plans ? long.planEntries : 5)

export const siteId = (site: number): string => `site-${site}`
export const planId = (plan: number): string => `plan-${plan}`

/** A folder, and on PostgreSQL two databases of a cluster, in which nothing is kept yet. */
export async function freshPlace(cluster: Cluster | null): Promise<DataPlace & { readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-bench-office-'))
  const remove = (): void => rmSync(folder, { recursive: true })
  return { folder, databases: cluster === null ? null : await newDatabases(cluster.url), remove }
}

let made = 0

async function newDatabases(url: string): Promise<{ readonly main: string; readonly keys: string }> {
  const names = { main: `office_${++made}`, keys: `office_${made}_keys` }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const name of Object.values(names)) await client.query(`create database ${name}`)
  await client.end()
  const named = (name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href
  return { main: named(names.main), keys: named(names.keys) }
}

/** What the environment of a server says of a place. */
export const environmentOf = ({ folder, databases }: DataPlace): Readonly<Record<string, string>> => ({ DAYLIGHT_DATA: folder, DATABASE_URL: databases?.main ?? '', KEYS_DATABASE_URL: databases?.keys ?? '' })

const LOT = 2000

/** Fills a place through the ledger's own door, sealed as an office seals, turn by turn so that the files lie in each other as they would. */
export async function fill(place: DataPlace, size: Size): Promise<number> {
  const cases = await openCaseStore(placesOf(place))
  let written = 0
  try {
    await withoutWaitingForTheDisk(cases)
    let lot: Entry<FiledFact>[] = []
    for (const entry of entriesOf(size)) {
      lot.push(entry)
      if (lot.length < LOT) continue
      written += await kept(cases, lot)
      lot = []
    }
    written += await kept(cases, lot)
    await reckonedAlready(cases, siteId(0))
    return written
  } finally {
    await cases.close()
  }
}

async function kept({ sealed }: CaseStore, lot: readonly Entry<FiledFact>[]): Promise<number> {
  if (lot.length === 0) return 0
  const answer = await sealed.append(lot)
  if (!answer.accepted) throw new Error(`the office could not be filled: ${answer.refusal.code}`)
  return lot.length
}

/** Filling is not what is measured; what is written is the same. */
async function withoutWaitingForTheDisk({ entries }: CaseStore): Promise<void> {
  if (entries.engine === 'sqlite') await sql.raw('pragma synchronous = off').execute(entries.db)
}

function* entriesOf(size: Size): Generator<Entry<FiledFact>> {
  const now = instant(Date.now())
  const hour = instant(now + 3 * DAY_MS)
  const parts = planParts(hour)
  for (let turn = 0; turn < Math.max(size.long.siteEntries, size.long.planEntries); turn++) {
    for (let site = 0; site < size.sites; site++) if (turn < siteEntries(site, size)) yield ofSite(site, turn, now)
    for (let plan = 0; plan < size.plans; plan++) if (turn < planEntries(plan, size)) yield ofPlan(plan, turn, now, hour, parts)
  }
}

function ofSite(site: number, turn: number, now: Instant): Entry<FiledFact> {
  const [id, before, at] = [`s${site}-${turn}`, `s${site}-${turn - 1}`, momentOf(turn, now)]
  return { ...told(id, siteStream(siteId(site)), at), fact: fileSiteFact(siteId(site), siteFact(site, turn, id, before, at)) }
}

function ofPlan(plan: number, turn: number, now: Instant, hour: Instant, parts: readonly PartWritten[]): Entry<FiledFact> {
  return { ...told(`p${plan}-${turn}`, planStream(planId(plan)), momentOf(turn, now)), fact: filePlanFact(planId(plan), planFact(plan, turn, siteId(plan), hour, parts)) }
}

const told = (id: string, stream: string, at: Instant): Omit<Entry<FiledFact>, 'fact'> =>
  ({ id: id as EntryId, stream, by: 'officer-1' as ActorId, device: 'office' as DeviceId, occurredAt: at, recordedAt: at, receivedAt: at })
