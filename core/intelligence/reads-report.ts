import type { SharingLabel } from './handling.ts'
import type { FiledReport, Site } from './site.ts'

/** How a reader stands to a report that says how far it may be passed on. */
export interface ReportReader {
  readonly id: string
  /** Named for its file, opened it, has a task in it, or opened it because of danger. */
  readonly named: 'yes' | 'no'
  /** Of the organisation that the file belongs to. */
  readonly own: 'yes' | 'no'
  /** Reviews by law what others do. */
  readonly oversees: 'yes' | 'no'
}

/**
 * Whether a label lets somebody read a report who may read its file.
 *
 * Source: FIRST, TLP 2.0: RED for the eyes of named recipients only, in whatever organisation; AMBER+STRICT for the organisation alone; AMBER for the
 * organisation and those it works with who need to know. Whoever recorded it knows it already.
 */
export function mayReadUnder(label: SharingLabel, recordedBy: string, reader: ReportReader): boolean {
  if (reader.id === recordedBy || reader.oversees === 'yes') return true
  if (label === 'TLP:RED') return reader.named === 'yes'
  if (label === 'TLP:AMBER+STRICT') return reader.own === 'yes'
  return label !== 'TLP:AMBER' || reader.own === 'yes' || reader.named === 'yes'
}

/** Stands where the words of a report are not for whoever reads. */
export const NOT_FOR_YOU = '[not for you]'

/** A site as somebody reads it, with which of its reports are not for them. */
export interface SiteRead {
  readonly site: Site
  readonly hiddenReports: ReadonlySet<string>
}

/**
 * A site without the words that their label keeps from a reader.
 *
 * What a report weighs stays, since the number must not differ with who reads it: its kind, its days, its grading. What was said, what is made of
 * it and of whom it speaks does not.
 */
export function siteFor(site: Site, reader: ReportReader): SiteRead {
  const hidden = new Set<string>(site.reports.filter(({ report, noted }) => !mayReadUnder(report.handling.sharing, noted.by, reader)).map(({ report }) => report.id))
  return { site: hidden.size === 0 ? site : withoutWordsOf(site, hidden), hiddenReports: hidden }
}

/** What somebody said about a report tells of it as much as the report does: dissent, the answer it gave to a task, why its lead was closed. */
function withoutWordsOf(site: Site, hidden: ReadonlySet<string>): Site {
  return {
    ...site,
    reports: site.reports.map((filed) => (hidden.has(filed.report.id) ? withoutWords(filed) : filed)),
    dissents: site.dissents.map((one) => (hidden.has(one.about) ? { ...one, says: NOT_FOR_YOU } : one)),
    tasks: site.tasks.map((one) => (one.answered?.report && hidden.has(one.answered.report) ? { ...one, answered: { ...one.answered, says: NOT_FOR_YOU } } : one)),
    leads: site.leads.map((one) => (hidden.has(one.report) ? { ...one, closed: one.closed.map((closing) => ({ ...closing, because: NOT_FOR_YOU })) } : one)),
  }
}

/** A text that was written stands as one; that nothing was written weighs too, so it stays nothing. */
const hiding = (words: string): string => (words.trim() === '' ? words : NOT_FOR_YOU)

function withoutWords(filed: FiledReport): FiledReport {
  const { assessment: _made, suspicion: _basis, gradedBecause: _why, ...told } = filed.report
  const { independence } = filed
  return {
    ...filed,
    report: { ...told, says: NOT_FOR_YOU, speaksOf: [], ...(told.independentBecause !== undefined && { independentBecause: hiding(told.independentBecause) }) },
    gradings: filed.gradings.map((one) => ({ ...one, because: NOT_FOR_YOU })),
    independence: independence && { ...independence, because: hiding(independence.because) },
    reviews: filed.reviews.map((one) => ({ ...one, because: one.because === null ? null : NOT_FOR_YOU })),
  }
}
