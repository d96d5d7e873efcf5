import { sql, type RawBuilder } from 'kysely'
import { LEAD_IS_CLOSED } from '../../ledger/tables/lead-table.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { KnownFile, Relation } from './rights.ts'

type FileKind = KnownFile['kind']

/** Who asks and when: what a relation is looked up for. */
export interface LookedUpFor {
  readonly person: string
  readonly now: Instant
}

/** How long after its hour a broken glass may still be looked into by whoever was told: a week, so that a review does not wait for a shift. */
const TOLD_FOR_MS = 7 * 24 * 3_600_000

const NEVER = sql`1 = 0`

/** The list table of a kind, and a column of it. */
export const tableOf = (kind: FileKind): RawBuilder<unknown> => sql.table(`${kind}s`)
const own = (kind: FileKind, column: string): RawBuilder<unknown> => sql.ref(`${kind}s.${column}`)

/** The streams of a kind lie between these two, whatever their ids. */
const streamsOf = (kind: FileKind) => sql`file >= ${`${kind}/`} and file < ${`${kind}0`}`
const idIn = (kind: FileKind) => sql.raw(`substr(file, ${kind.length + 2})`)

/** Each is one question for a whole list, asked once and not for each row. */
const namedFor = (kind: FileKind, person: string) => sql`select ${idIn(kind)} from named where person = ${person} and is_named = 'yes' and ${streamsOf(kind)}`
const glassesOf = (kind: FileKind, { person, now }: LookedUpFor) => sql`select ${idIn(kind)} from glasses where person = ${person} and until > ${now} and reviewed_at is null and ${streamsOf(kind)}`

/** Whether a file reaches only those who are named for it. A plan tells of its site, so it reaches no further than that. */
export const isNarrowed = (kind: FileKind): RawBuilder<unknown> =>
  kind === 'plan' ? sql`(plans.reach = 'named' or plans.site in (select id from sites where reach = 'named'))` : sql`${own(kind, 'reach')} = 'named'`

/** Whether an organisation opened a file. */
export const isOf = (kind: FileKind, organisation: string): RawBuilder<unknown> => sql`${own(kind, 'organisation')} = ${organisation}`

/** How each relation of somebody to a file is told from the read tables: the same words decide about one file and filter a list of them. */
export function relationOf(kind: FileKind, relation: Relation, asked: LookedUpFor): RawBuilder<unknown> {
  const { person } = asked
  const id = own(kind, 'id')
  switch (relation) {
    case 'named':
      return kind === 'plan' ? sql`(plans.id in (${namedFor('plan', person)}) or plans.site in (${namedFor('site', person)}))` : sql`${id} in (${namedFor(kind, person)})`
    case 'opened-it':
      return sql`${own(kind, 'opened_by')} = ${person}`
    case 'handles-it':
      return kind === 'source' ? sql`sources.handler = ${person}` : NEVER
    case 'oversees-it':
      return kind === 'source' ? sql`sources.controller = ${person}` : NEVER
    case 'has-a-task':
      return kind === 'site' ? sql`(sites.id in (select site from tasks where owner = ${person} and answered_at is null) or sites.id in (select site from leads where owner = ${person} and not ${LEAD_IS_CLOSED}))` : NEVER
    case 'on-its-plan':
      return kind === 'site' ? sql`sites.id in (select p.site from plans p where p.opened_by = ${person} or p.id in (${namedFor('plan', person)}) or p.id in (${glassesOf('plan', asked)}))` : NEVER
    case 'broke-the-glass':
      return sql`${id} in (${glassesOf(kind, asked)})`
    case 'was-told':
      return sql`${id} in (select ${idIn(kind)} from glasses where reviewed_at is null and until > ${asked.now - TOLD_FOR_MS} and told like ${`% ${person} %`} and ${streamsOf(kind)})`
  }
}
