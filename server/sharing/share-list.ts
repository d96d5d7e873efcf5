import { sql, type RawBuilder } from 'kysely'
import { LOOKS, type Look } from '../../core/kernel/access.ts'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import { OWN_UNIT, type OrganisationId } from '../../core/kernel/organisation.ts'
import type { ShareRow } from '../../ledger/tables/share-table.ts'
import type { SharedWithUsAnswer, SharesAnswer } from '../../wire/office/shares.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { paged, placeIn, type Place } from '../case/cursor.ts'
import { namesOf } from '../case/names.ts'
import { everyOrganisation } from '../people/organisations.ts'
import { behindIn } from '../rights/behind-shares.ts'
import type { SignedIn } from '../session/sessions.ts'

export const placeOfShares = (cursor: string): Place | null => placeIn(cursor, ['number'])
export const placeOfReceived = (cursor: string): Place | null => placeIn(cursor, ['number', 'string'])

interface Paging {
  readonly after: Place | null
  readonly limit: number
}

/** A page of the log of what left: that of one's own organisation from the files one may read, and for those who oversee it that of all. Filtered in the query. */
export async function pageOfShares(desk: CaseDesk, who: SignedIn, { after, limit, file, look }: Paging & { readonly file: string | null; readonly look: Look | null }): Promise<SharesAnswer> {
  const { db } = desk.cases.entries
  const theirs = sql`giver is not null ${readsAll(desk, who, look) ? sql`` : ofTheirOwn(desk, who)} ${file === null ? sql`` : sql`and file = ${file}`}`
  const { rows } = await sql<ShareRow>`select * from shares where ${theirs} ${after ? sql`and last_position < ${after[0]}` : sql``} order by last_position desc limit ${limit + 1}`.execute(db)
  const { shown, next } = paged(rows, limit, (last) => [Number(last.last_position)])
  const organisations = await organisationNames(desk)
  const names = await namesOf(desk, shown.flatMap(peopleInRow))
  return { shares: shown.map((row) => lineOf(row, organisations)), next, count: await counted(desk, theirs), names }
}

/** Whether the policies let somebody read what any organisation passed on: asked of one they have no part in. */
const readsAll = ({ rights }: CaseDesk, who: SignedIn, look: Look | null): boolean =>
  look !== null && who.organisation.id !== OWN_UNIT && rights.onPaper(who, 'read-share', { kind: 'share', id: 'any', organisation: OWN_UNIT, to: OWN_UNIT }, look).allowed === 'yes'

/** What their organisation passed on, where they may read such papers at all and the file behind each. */
function ofTheirOwn({ rights, reach }: CaseDesk, who: SignedIn): RawBuilder<unknown> {
  const reads = LOOKS.some((look) => rights.onPaper(who, 'read-share', { kind: 'share', id: 'any', organisation: who.organisation.id, to: ANOTHER }, look).allowed === 'yes')
  return reads ? sql`and giver = ${who.organisation.id} and ${behindIn(reach(who))}` : sql`and 1 = 0`
}

const ANOTHER = 'another-organisation' as OrganisationId

const counted = async ({ cases }: CaseDesk, where: RawBuilder<unknown>): Promise<number> =>
  Number((await sql<{ count: number }>`select count(*) as count from shares where ${where}`.execute(cases.entries.db)).rows[0]?.count ?? 0)

export const organisationNames = async ({ cases }: CaseDesk): Promise<ReadonlyMap<string, string>> => new Map((await everyOrganisation(cases.desk)).map(({ id, name }) => [id, name]))

const parts = (listed: string | null): string[] => (listed ?? '').split(',').filter(Boolean)
const timeOf = (at: number | null): string | null => (at === null ? null : isoOf(instant(Number(at))))

export const peopleInRow = ({ prepared_by: by, released_by: released, named, told }: ShareRow): readonly string[] => [by, released, ...parts(named), ...parts(told)].filter((id) => id !== null)

type Line = SharesAnswer['shares'][number]

/** One line of the log of what left. */
export function lineOf(row: ShareRow, organisations: ReadonlyMap<string, string>): Line {
  const known = (id: string) => ({ id, name: organisations.get(id) ?? id })
  return {
    id: row.id, file: row.file ?? '', to: known(row.receiver ?? ''), named: parts(row.named), content: row.content as Line['content'], asks: row.asks as Line['asks'],
    bases: parts(row.bases), controllers: parts(row.controllers).map(known), preparedAt: timeOf(row.prepared_at) ?? '', preparedBy: row.prepared_by ?? '',
    releasedAt: timeOf(row.released_at), releasedBy: row.released_by, awaitsReview: isUnreviewed(row) ? 'yes' : 'no', told: parts(row.told),
    acknowledgedAt: isAnswered(row.acknowledged_at, row.released_at) ? timeOf(row.acknowledged_at) : null,
    recalledAt: timeOf(row.recalled_at), recallGround: row.recall_ground as Line['recallGround'], recallOutcome: row.recall_outcome as Line['recallOutcome'], returnBy: timeOf(row.return_by),
  }
}

const isUnreviewed = ({ at_once_at: left, reviewed_at: reviewed }: ShareRow): boolean => left !== null && (reviewed === null || Number(reviewed) < Number(left))

/** Whether what was acknowledged is the last that left. */
const isAnswered = (acknowledged: number | null, released: number | null): boolean => acknowledged !== null && released !== null && Number(acknowledged) >= Number(released)

/** A page of what was passed to somebody's organisation, or to them by name. What waits, and what others received, stands in no row of it. */
export async function pageOfReceived(desk: CaseDesk, who: SignedIn, { after, limit }: Paging): Promise<SharedWithUsAnswer> {
  const mine = `%,${who.id},%`
  const theirs = sql`receiver = ${who.organisation.id} and released_at is not null and (named is null or named like ${mine})`
  const on = after ? sql`and (released_at < ${after[0]} or (released_at = ${after[0]} and id > ${after[1]}))` : sql``
  const { rows } = await sql<ShareRow>`select * from shares where ${theirs} ${on} order by released_at desc, id limit ${limit + 1}`.execute(desk.cases.entries.db)
  const { shown, next } = paged(rows, limit, (last) => [Number(last.released_at), last.id])
  const organisations = await organisationNames(desk)
  return { shares: shown.map((row) => receivedLine(row, organisations)), next, count: await counted(desk, theirs) }
}

type Received = SharedWithUsAnswer['shares'][number]

const receivedLine = (row: ShareRow, organisations: ReadonlyMap<string, string>): Received => ({
  id: row.id, from: organisations.get(row.giver ?? '') ?? '', content: row.content as Received['content'], asks: row.asks as Received['asks'], releasedAt: timeOf(row.released_at) ?? '',
  edition: Number(row.editions), acknowledged: isAnswered(row.acknowledged_at, row.released_at) ? 'yes' : 'no', recalledAt: timeOf(row.recalled_at),
  recallAnswered: row.recall_outcome as Received['recallAnswered'], returnBy: timeOf(row.return_by),
})
