import { sql, type RawBuilder } from 'kysely'
import type { Venue } from '../../core/intelligence/venue.ts'
import { asSought } from '../../ledger/tables/clear.ts'
import type { InReach } from '../rights/in-reach.ts'
import type { SiteRow } from '../../ledger/tables/site-table.ts'

/** A site as it stands in the list of all. */
export type OpenedSite = SiteRow & { readonly number: string; readonly number_order: string; readonly jurisdiction: string; readonly venue: Venue; readonly opened_at: number }

/** In the reach of whoever asks, and every word that is sought stands somewhere in the number, the jurisdiction or the kind of venue. */
export function matching(search: string, reach: InReach): RawBuilder<unknown> {
  const words = asSought(search).split(/\s+/).filter(Boolean)
  return sql.join([sql`sites.number is not null`, reach('site'), ...words.map((word) => sql`sought like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`)], sql` and `)
}
