import { sql } from 'kysely'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import { answerClock } from '../../core/rights/clock.ts'
import type { RequestRow } from '../../ledger/tables/request-table.ts'
import type { RequestsAnswer } from '../../wire/office/requests.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import type { SignedIn } from '../session/sessions.ts'
import { termsFrom } from './request-answers.ts'
import { controllers, kindOf, RIGHTS_POLICY } from './request-desk.ts'

/** As many as are listed at once; an organisation with more has another trouble. */
const MOST = 500

type Line = RequestsAnswer['requests'][number]

/**
 * The requests to the organisation of whoever asks, what is due first. No file is opened for it.
 *
 * Whose a request is stands in the query, and not in a filter after it. Oversight hears complaints about everybody, and lists every organisation's
 * (policy `oversight-reads-requests`).
 */
export async function requestList(desk: CaseDesk, who: SignedIn, which: 'open' | 'all'): Promise<RequestsAnswer> {
  const own = who.organisation.kind === 'oversight' ? sql`organisation is not null` : sql`organisation = ${who.organisation.id}`
  const { rows } = await sql<RequestRow & { readonly organisation: OrganisationId; readonly wants: Line['wants'] }>`
    select * from requests where ${own} ${which === 'open' ? sql`and closed_at is null` : sql``} order by closed_at is not null, received_at, id limit ${MOST}`.execute(desk.cases.entries.db)
  const [known, now] = [await controllers(desk), desk.now()]
  const requests = rows.map((row): Line => {
    const clock = answerClock({ receivedAt: instant(row.received_at ?? 0), extendedTo: row.until_at === null ? null : instant(row.until_at) }, kindOf(known, row.organisation, who), RIGHTS_POLICY)
    return {
      id: row.id, wants: row.wants, organisation: row.organisation, receivedAt: isoOf(instant(row.received_at ?? 0)), due: isoOf(clock.due), extended: row.until_at === null ? 'no' : 'yes',
      standing: standingOf(row), overdue: now > clock.due && row.told_at === null && row.closed_at === null ? 'yes' : 'no', version: row.version, lastAt: isoOf(instant(row.last_at)),
    }
  })
  const { regime } = answerClock({ receivedAt: now, extendedTo: null }, who.organisation.kind, RIGHTS_POLICY)
  return { requests: requests.toSorted(dueFirst), now: isoOf(now), term: termsFrom({ regime }, RIGHTS_POLICY).term }
}

const standingOf = ({ closed_at, told_at, decided_at }: RequestRow): Line['standing'] => (closed_at !== null ? 'closed' : told_at !== null ? 'told' : decided_at !== null ? 'decided' : 'open')

/** What nobody has been told yet comes before what only waits to be closed. */
const rank = ({ standing }: Line): number => (standing === 'closed' ? 2 : standing === 'told' ? 1 : 0)
const dueFirst = (a: Line, b: Line): number => rank(a) - rank(b) || Date.parse(a.due) - Date.parse(b.due)
