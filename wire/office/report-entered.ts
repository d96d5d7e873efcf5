import type { CertaintyPolicy } from '../../core/certainty/policy.ts'
import type { Taskable } from '../../core/intelligence/collection.ts'
import type { TakenIn } from '../../core/intelligence/intake.ts'
import { isOverride, proposeGrading, type ProposedGrading } from '../../core/intelligence/propose-grading.ts'
import type { SourceKind } from '../../core/intelligence/report.ts'
import type { Site } from '../../core/intelligence/site.ts'
import type { ReportOnFile } from '../../core/intelligence/site-facts.ts'
import { NO_RECORDS, reportsInForce, standIns } from '../../core/intelligence/site-reports.ts'
import type { FourAnswers } from '../../core/intelligence/four-questions.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { checkReports, type Problem } from '../report.ts'
import type { ReportEntered } from './site-acts.ts'
import { problemAt, takenId } from './site-problems.ts'

/** What a report is read against when it is entered. */
export interface Entering {
  readonly site: Site
  readonly policy: CertaintyPolicy
  readonly sources: ReadonlyMap<string, Taskable>
  /** When it reached us, where the report does not say. */
  readonly receivedAt: Instant
}

/** A report as it will lie in the file, and everything that is wrong with it, each with its place. */
export function reportOf(entered: ReportEntered, entering: Entering): { readonly report: ReportOnFile; readonly problems: readonly Problem[] } {
  const { receivedAt = entering.receivedAt, ...told } = entered
  const report = withoutGaps({ ...told, receivedAt }) as unknown as ReportOnFile
  return { report, problems: [...takenId(report.id, entering.site, ['report', 'id']), ...amongTheOthers(report, entering.site), ...ofTheRegister(report, entering.sources), ...gradedOtherwise(report, entering)] }
}

const withoutGaps = (told: object): object => Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))

/** What no report can show by itself: parents that are not there, an origin with two correlations, a finding of nothing without its power. */
function amongTheOthers(report: ReportOnFile, site: Site): readonly Problem[] {
  const held = [...reportsInForce(site, NO_RECORDS), ...standIns(site), ...site.withheldReports].filter(({ id }) => id !== report.id)
  return checkReports([...held, report]).flatMap(({ path: [, at, ...rest], message }) => (at === held.length ? [{ path: ['report', ...rest], message }] : []))
}

/** The kind comes from the register of sources, not from whoever types. */
function ofTheRegister({ kind, source }: ReportOnFile, sources: Entering['sources']): readonly Problem[] {
  if (!source) return []
  const known = sources.get(source.id)
  if (!known) return problemAt(['report', 'source', 'id'], 'no source of the register has this id')
  return known.kind === kind ? [] : problemAt(['report', 'kind'], `the register says that this source is another kind: ${known.kind}`)
}

/** A grading that is not the one proposed needs its reason; the report itself is kept either way once there is one. */
const gradedOtherwise = (report: ReportOnFile, { site, policy }: Entering): readonly Problem[] =>
  report.gradedBecause === undefined && isOverride(report.grading, proposedFor(report, report.answers, site, policy))
    ? problemAt(['report', 'gradedBecause'], 'the grading is not the one that follows from the four answers; say why')
    : []

/** The grading that follows from the answers, for a report among the others of its site. */
const proposedFor = (report: TakenIn, answers: FourAnswers, site: Site, policy: CertaintyPolicy): ProposedGrading =>
  proposeGrading({ report, answers, others: reportsInForce(site, NO_RECORDS), ownRecord: recordKeptOf(report.kind, policy) })

/** Whether a record is kept of a kind: never of those who were held, and of an assumption there is nobody to keep one of. */
export const recordKeptOf = (kind: SourceKind, { kinds }: CertaintyPolicy): 'moves' | 'never' => (kind === 'assumption' ? 'never' : kinds[kind].ownRecord)
