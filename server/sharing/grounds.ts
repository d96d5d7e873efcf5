import { sql } from 'kysely'
import { reportsInForce, NO_RECORDS } from '../../core/intelligence/site-reports.ts'
import { foldSite } from '../../core/intelligence/site-fold.ts'
import type { Site } from '../../core/intelligence/site.ts'
import type { Look } from '../../core/kernel/access.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { PassedFact } from '../../core/sharing/share-facts.ts'
import type { ShareGrounds } from '../../core/sharing/share-grounds.ts'
import { voicesOf } from '../../core/sharing/voices.ts'
import { readSiteFact } from '../../wire/filing/site-filing.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { openFile } from '../case/open-file.ts'
import type { AccessRefusalCode } from '../gate.ts'
import type { SignedIn } from '../session/sessions.ts'

export type OpenGrounds = { readonly accepted: true; readonly grounds: ShareGrounds; readonly site: Site; readonly version: number } | { readonly accepted: false; readonly code: AccessRefusalCode }

interface AskedGrounds {
  readonly who: SignedIn
  readonly look: Look
  readonly file: string
  readonly now?: Instant
}

/** Opens the file something is passed on from, for somebody who may pass things on from it. */
export async function openGrounds(desk: CaseDesk, { who, look, file: stream, now = desk.now() }: AskedGrounds): Promise<OpenGrounds> {
  const opening = await openFile(desk, { who, stream, look, action: 'share' }, readSiteFact)
  if (!opening.accepted) return opening
  const site = foldSite(opening.file.entries)
  if (!site) return { accepted: false, code: 'access/no-such-file' }
  const reports = reportsInForce(site, NO_RECORDS)
  return { accepted: true, site, version: opening.file.version, grounds: { reports, visits: visitsTo(site), ...(await namesFor(desk, who)), by: who.id, now } }
}

/** When others were at a place, or are to be there. */
const visitsTo = ({ attempts, tasks }: Site): readonly Instant[] => [
  ...attempts.flatMap(({ attempt: { at } }) => (at === 'unknown' ? [] : [at])),
  ...tasks.flatMap(({ task, answered }) => (answered ? [] : [task.due])),
]

/** What must stand in no text that leaves, and for whom of them somebody answers: all of it stands in clear in the register. */
async function namesFor({ cases: { entries: { db } } }: CaseDesk, { id: who }: SignedIn): Promise<Pick<ShareGrounds, 'sourceIds' | 'answersFor'>> {
  const { rows } = await sql<{ id: string; code_name: string; handler: string | null; controller: string | null }>`select id, code_name, handler, controller from sources where code_name is not null`.execute(db)
  const theirs = rows.filter(({ handler, controller }) => handler === who || controller === who)
  return { sourceIds: rows.map(({ id }) => id), answersFor: new Set(theirs.flatMap(({ id, code_name: name }) => [id, name])) }
}

interface OverseenRow {
  readonly id: string
  readonly controller: string | null
}

/** Who oversees each source. */
async function registered({ cases: { entries: { db } } }: CaseDesk, ids: readonly string[]): Promise<readonly OverseenRow[]> {
  if (ids.length === 0) return []
  return (await sql<OverseenRow>`select id, controller from sources where code_name is not null and id in (${sql.join([...new Set(ids)])})`.execute(db)).rows
}

/**
 * The facts behind which stand only sources that somebody oversees, so that they may take a risk for them.
 *
 * Of people who are no source of the register, any source controller answers. Source: RIPA 2000, s. 29(5)(b).
 */
export async function overseenBy(desk: CaseDesk, { id: who, role }: SignedIn, facts: readonly PassedFact[], { reports }: ShareGrounds): Promise<ReadonlySet<string>> {
  const voices = voicesOf(reports)
  const sources = new Map(facts.map(({ id, restsOn }) => [id, voices.behind(restsOn).map(({ report }) => report.source?.id ?? null)]))
  const controllers = new Map((await registered(desk, [...sources.values()].flat().filter((id) => id !== null))).map(({ id, controller }) => [id, controller]))
  const oversees = (source: string | null): boolean => (source !== null && controllers.has(source) ? controllers.get(source) === who : role === 'source-controller')
  return new Set([...sources].flatMap(([fact, behind]) => (behind.length > 0 && behind.every(oversees) ? [fact] : [])))
}
