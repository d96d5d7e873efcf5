import { sql } from 'kysely'
import type { HolderId } from '../../core/kernel/id.ts'
import type { KeyInReach, WithinReach } from '../../core/retention/forget.ts'
import type { ForgettingReach } from '../../core/retention/keeping-facts.ts'
import type { KeyId } from '../../crypto/key-store.ts'
import { holdersInStreams, type HolderInStream } from '../../ledger/forgotten-reach.ts'
import type { Expected } from '../../ledger/ledger.ts'
import { keysOf } from '../../ledger/sealed-under.ts'
import { faultOf } from '../../ledger/store/fault.ts'
import type { HoldRow } from '../../ledger/tables/keeping-table.ts'
import { needStream } from '../../wire/filing/need-filing.ts'
import { keepingStream } from '../../wire/filing/retention-filing.ts'
import type { Office } from '../office.ts'
import { filesOf, type KeepingFile } from './keeping-file.ts'

/** Whose words a forgetting would reach, and how many entries of each can still be read. */
export interface HolderInReach {
  readonly holder: HolderId
  readonly entries: number
}

/** A forgetting weighed: what it would reach, what holds stand there, in which files, and what must not move while it is decided. */
export interface Weighed extends WithinReach {
  readonly holders: readonly HolderInReach[]
  readonly standing: readonly (Pick<HoldRow, 'holder' | 'hold' | 'ground' | 'reference'> & { readonly review_by: number })[]
  readonly files: readonly string[]
  readonly expected: readonly Expected[]
}

type Keep = Pick<KeepingFile, 'holder' | 'files' | 'of'>

/** What a forgetting would reach, as the entries themselves tell it now. */
export async function weighed(desk: Pick<Office, 'cases'>, { holder, files, of }: Keep, reach: ForgettingReach): Promise<Weighed> {
  const { cases } = desk
  const streams = files.flatMap((file) => [file, needStream(file)])
  const told = await holdersInStreams(cases.entries, reach === 'whole-file' ? [holder, needStream(holder)] : streams)
  const within = told.filter(({ about }) => reach === 'whole-file' || about === holder)
  const abouts = [...new Set<HolderId>(within.map(({ about }) => about))]
  const keys = await keysLeft(desk, abouts)
  const all = [...new Set([...files, ...(await Promise.all(abouts.map((about) => filesOf(desk, about)))).flat()])]
  const related = [...new Set<string>([holder, ...abouts, ...all])]
  const [standing, kept, moved] = await Promise.all([holdsOn(cases, related), versionsOf(cases, related.map(keepingStream)), versionsOf(cases, streams)])
  return { of, keys, holders: leftOf(within, keys), holds: standing.map(({ hold }) => hold), standing, files: all, expected: [...kept, ...moved] }
}

const leftOf = (within: readonly HolderInStream[], keys: readonly KeyInReach[]): readonly HolderInReach[] => {
  const left = new Set(keys.map(({ key }) => key))
  const counts = new Map<HolderId, number>()
  for (const { about, sealed_key: key, entries } of within) if (left.has(key)) counts.set(about, (counts.get(about) ?? 0) + entries)
  return [...counts].map(([holder, entries]) => ({ holder, entries }))
}

/** Every key that is not gone yet. One that the store of keys has lost is named too, so that no older copy of the store brings it back. */
async function keysLeft({ cases: { entries, ring } }: Pick<Office, 'cases'>, holders: readonly HolderId[]): Promise<readonly KeyInReach[]> {
  const of = (await Promise.all(holders.map(async (holder) => (await keysOf(entries, holder)).map((key) => ({ key, holder }))))).flat()
  const found = await ring.find(of.map(({ key }) => key as KeyId))
  return of.filter(({ key }) => found.get(key as KeyId) !== 'forgotten')
}

const LOT = 400

/** Every hold that stands on any of these. */
async function holdsOn({ entries }: Office['cases'], holders: readonly string[]): Promise<Weighed['standing']> {
  const standing: Weighed['standing'][number][] = []
  try {
    for (let at = 0; at < holders.length; at += LOT) {
      const { rows } = await sql<Weighed['standing'][number]>`
        select holder, hold, ground, reference, review_by from holds where lifted_at is null and placed_at is not null and holder in (${sql.join(holders.slice(at, at + LOT))}) order by holder, hold`.execute(entries.db)
      standing.push(...rows.map((row) => ({ ...row, review_by: Number(row.review_by) })))
    }
    return standing
  } catch (error) {
    throw faultOf(error, entries.where)
  }
}

/** How far these streams have come: whatever is added to one of them while a forgetting is decided sends it back to be read again. */
async function versionsOf({ entries }: Office['cases'], streams: readonly string[]): Promise<readonly Expected[]> {
  const versions = new Map<string, number>()
  try {
    for (let at = 0; at < streams.length; at += LOT) {
      const rows = await entries.db.selectFrom('entries').select(['stream', (select) => select.fn.max('version').as('version')]).where('stream', 'in', streams.slice(at, at + LOT)).groupBy('stream').execute()
      for (const { stream, version } of rows) versions.set(stream, Number(version))
    }
    return streams.map((stream) => ({ stream, version: versions.get(stream) ?? 0 }))
  } catch (error) {
    throw faultOf(error, entries.where)
  }
}
