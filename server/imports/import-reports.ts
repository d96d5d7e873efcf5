import type { Context } from 'hono'
import type { SiteFactRead } from '../../core/intelligence/site.ts'
import type { EntryId } from '../../core/kernel/id.ts'
import { digest } from '../../crypto/digest.ts'
import { fileSiteFact, readSiteFact, siteStream } from '../../wire/filing/site-filing.ts'
import type { Imported } from '../../wire/office/site-answers.ts'
import { badInput, type BadInput } from '../../wire/reading/bad-input.ts'
import { refuseAppend, refuseLook, tagOf } from '../case/answers.ts'
import type { CaseWorker } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { openFile, type OpenFile } from '../case/open-file.ts'
import { entryOf } from '../case/record.ts'
import { BODY } from '../http/body.ts'
import { refuseBody } from '../http/problem.ts'
import { siteAtHand } from '../sites/site-file.ts'
import { readReports, type ReadRow } from './read-reports.ts'
import { tableRows, type Table } from './table-rows.ts'

/** A table of reports as it was sent: for which site, by whom, and whether it is only looked at, or kept as far as it is good. */
export interface Import {
  readonly who: CaseWorker
  readonly site: string
  readonly text: string
  readonly preview: 'yes' | 'no'
  readonly keep: 'all' | 'good'
}

/** Progress is told of what takes longer than this. */
const PATIENCE_MS = 1000

/** Letters of the digest in an id: enough that no two tables share one. */
const ID_LETTERS = 24

/**
 * Takes in a table of reports: every row, or none.
 *
 * One broken row in a thousand keeps the others out, unless whoever sends it asks to keep what is good. Each row is filed under an id made from the
 * table and its place in it, so that the same table sent twice is kept once.
 */
export async function importReports(c: Context, desk: CaseDesk, asked: Import): Promise<Response> {
  const table = tableRows(asked.text)
  if (!table.accepted) return refuseBody(desk.speak, table.bad)
  const first = await tryOnce(c, desk, asked, table)
  // Sent twice at once, the second finds the rows of the first on file.
  return first ?? (await tryOnce(c, desk, asked, table)) ?? refuseLook(desk, 'access/no-such-file')
}

async function tryOnce(c: Context, desk: CaseDesk, asked: Import, table: Extract<Table, { readonly accepted: true }>): Promise<Response | null> {
  const { who, site, preview, keep } = asked
  const opening = await openFile(desk, { who, stream: siteStream(site), look: who.look, action: 'record' }, readSiteFact)
  if (!opening.accepted) return refuseLook(desk, opening.code)
  const rows = await rowsIn(desk, asked, table, opening.file)
  if (rows === null) return refuseLook(desk, 'access/no-such-file')
  const broken = rows.filter(({ problems }) => problems.length > 0)
  if (preview === 'yes') return c.json(imported(rows, 0, 'yes'))
  if (broken.length > 0 && keep === 'all') return refuseBody(desk.speak, problemsIn(broken))
  const now = desk.now()
  const entries = rows.flatMap(({ entry, report }) => (report ? [entryOf({ who, id: entry, stream: siteStream(site) }, now, now, fileSiteFact(site, { type: 'report/received', report }))] : []))
  const answer = entries.length === 0 ? null : await desk.cases.sealed.append(entries)
  if (answer && !answer.accepted) return answer.refusal.code === 'ledger/entry-differs' && answer.refusal.held.by === who.id ? null : refuseAppend(desk, answer.refusal)
  desk.changes.nudge()
  desk.reckoner.want(site)
  const version = answer?.stored.at(-1)?.version ?? opening.file.version
  return c.json(imported(rows, rows.length - broken.length, 'no'), 200, { etag: tagOf(version) })
}

async function rowsIn(desk: CaseDesk, { who, site, text }: Import, { columns, rows }: Extract<Table, { readonly accepted: true }>, file: OpenFile<SiteFactRead>): Promise<readonly ReadRow[] | null> {
  const letters = digest(`${site}\n${text}`).slice(0, ID_LETTERS)
  const idOf = (row: number): string => `table-${letters}-${row}`
  const at = columns.indexOf('source')
  const named = at < 0 ? [] : rows.flatMap(({ cells }) => cells[at]?.trim() || [])
  const hand = await siteAtHand(desk, file, { who, look: who.look }, named)
  if (hand === null) return null
  const [now, began] = [desk.now(), performance.now()]
  const tell = (done: number): void => {
    if (performance.now() - began > PATIENCE_MS) desk.progress.tell(who.id, { doing: site, done, of: rows.length })
  }
  const noted = { entry: idOf(0) as EntryId, version: file.version, by: who.id, occurredAt: now, recordedAt: now, receivedAt: now }
  const entering = { site: hand.site, policy: hand.policy.inForce.certainty, sources: hand.sources, receivedAt: now }
  return readReports({ columns, rows, held: heldIn(file), idOf, entering, noted, tell })
}

/** Every report on file, by the entry it came with. */
const heldIn = ({ entries }: OpenFile<SiteFactRead>): ReadonlyMap<string, string> =>
  new Map(entries.flatMap(({ id, fact }) => (fact.type === 'report/received' ? [[id as string, fact.report.id as string] as const] : [])))

const imported = (rows: readonly ReadRow[], kept: number, preview: 'yes' | 'no'): Imported => ({
  rows: rows.map(({ row, reportId, problems }) => ({ row, report: reportId, problems: [...problems] })), kept, preview,
})

const MOST_PROBLEMS = 20

/** What is wrong with the rows, each with the line it begins on. */
function problemsIn(broken: readonly ReadRow[]): readonly BadInput[] {
  const all = broken.flatMap(({ row, line, problems }) =>
    problems.map(({ column, problem, expected }) =>
      badInput(BODY, { code: 'reading/wrong-value', place: { line, column: 1 }, path: ['rows', row, ...(column === '' ? [] : [column])], problem, ...(expected !== null && { expected }) }),
    ),
  )
  const more = all.length - MOST_PROBLEMS
  return more > 0 ? [...all.slice(0, MOST_PROBLEMS), badInput(BODY, { code: 'reading/more-of-these', problem: `${more} more problems; a preview shows each` })] : all
}
