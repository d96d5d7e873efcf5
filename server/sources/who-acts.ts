import { sql } from 'kysely'
import type { SourceOnFile } from '../../core/intelligence/source.ts'
import { sightOf, type SourceSight } from '../../core/intelligence/source-sight.ts'
import type { SourceAct } from '../../wire/office/sources.ts'
import { sourceStream } from '../../wire/filing/source-filing.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import type { CaseWorker } from '../case/caller.ts'
import { refuse } from '../http/problem.ts'
import { openSite } from '../sites/site-file.ts'
import { readersOf } from './register.ts'

type Of<Act extends SourceAct['act']> = Extract<SourceAct, { readonly act: Act }>

/** What stops the use of a source, and so is for whoever answers for them or for their use. */
const STOPS: ReadonlySet<SourceAct['act']> = new Set<SourceAct['act']>(['cancel-use', 'end'])

/** What an authorising officer does on what they read: they decide on a use, and stop it. */
const OF_AN_OFFICER: ReadonlySet<SourceAct['act']> = new Set<SourceAct['act']>(['authorise', 'review-use', ...STOPS])

/** Whether an act would open a source to others, or let them be asked to look on easier terms: those who answer for them judge that. */
const frees = ({ protected: safe, underControl, age, kin }: Of<'note-standing'>): boolean => safe === 'no' || underControl === 'no' || age === 'adult' || kin === 'no'

/** Whether an act is for somebody who sees so much of the source. Who they are given to is decided by the policies alone. */
function isFor(sight: SourceSight, act: SourceAct, source: Pick<SourceOnFile, 'protected'>): 'yes' | 'no' | 'if-the-report-is-theirs' {
  if (sight === 'whole' || act.act === 'give-charge') return 'yes'
  if (sight === 'authority' && OF_AN_OFFICER.has(act.act)) return 'yes'
  if (source.protected === 'yes' || STOPS.has(act.act) || act.act === 'identify') return 'no'
  if (act.act === 'note-standing') return frees(act) ? 'no' : 'yes'
  return act.act === 'judge-outcome' ? 'if-the-report-is-theirs' : 'yes'
}

/**
 * Why an act on a source is not for whoever asks; null where it is. What was turned away stands in the access log.
 *
 * The policies tell who keeps the register; which of its files are whose to write in is told here, since who is protected stands sealed.
 */
export async function refuseActor(desk: CaseDesk, who: CaseWorker, { id, act, source }: { readonly id: string; readonly act: SourceAct; readonly source: SourceOnFile }): Promise<Response | null> {
  const readerOf = await readersOf(desk, { who, ids: [id], look: who.look }, 'in-a-file')
  const answer = isFor(sightOf(readerOf(id), source), act, source)
  if (answer === 'yes') return null
  const isTheirs = answer === 'if-the-report-is-theirs' && act.act === 'judge-outcome' && (await readsReport(desk, who, { report: act.report, source: id }))
  if (isTheirs) return null
  const code = answer === 'no' ? 'source/answered-for-by-others' : 'source/not-their-report'
  await desk.log([{ at: desk.now(), who: who.id, role: who.role, stream: sourceStream(id), look: who.look, whyNot: code, policy: null }])
  return refuse(desk.speak, { code, detail: WHY[code] })
}

const WHY = {
  'source/answered-for-by-others': 'This is for their handler and their controller; what stops their use, for an authorising officer too. That you asked is in the access log.',
  'source/not-their-report': 'No report under this id, at a site that you read, comes from this source.',
} as const

/** Whether somebody reads at a site that a report comes from a source. */
async function readsReport(desk: CaseDesk, who: CaseWorker, { report, source }: { readonly report: string; readonly source: string }): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from sites where id in (select site from reviews where report = ${report}) and ${desk.reach(who)('site')}`.execute(desk.cases.entries.db)
  for (const { id } of rows) {
    const opening = await openSite(desk, { who, id, look: who.look })
    if (opening.accepted && opening.opened.site.reports.some(({ report: filed }) => filed.id === report && filed.source?.id === source)) return true
  }
  return false
}
