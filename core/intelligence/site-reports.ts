import { instant, type Instant } from '../kernel/instant.ts'
import type { TakenIn } from './intake.ts'
import type { SourceRecord } from './report.ts'
import { gradingInForce, independentBecauseOf, type FiledReport, type Site } from './site.ts'
import type { ReportOnFile } from './site-facts.ts'

/** How often each source was borne out, by its id, as the register knows it. */
export type SourceRecords = ReadonlyMap<string, Omit<SourceRecord, 'id'>>

/** No source has a record. */
export const NO_RECORDS: SourceRecords = new Map()

/**
 * The reports of a site as certainty takes them.
 *
 * Who told is an id alone; how often they were borne out comes from the register, never from whoever types.
 */
export const reportsInForce = ({ reports }: Pick<Site, 'reports'>, records: SourceRecords): readonly ReportOnFile[] =>
  reports.map((filed) => {
    const { source, independentBecause: _before, ...report } = filed.report
    const because = independentBecauseOf(filed)
    return {
      ...report,
      ...(source && { source: { id: source.id, ...records.get(source.id) } }),
      ...(because !== null && { independentBecause: because }),
      ...inForce(filed),
    }
  })

function inForce(filed: FiledReport): Pick<ReportOnFile, 'answers' | 'grading'> {
  const { answers, grading } = gradingInForce(filed) ?? filed.report
  return { answers, grading }
}

/**
 * What stands in place of reports that others rest on and that we do not hold: their words are gone, or they are yet to
 * come.
 *
 * Whatever was derived from something stays so; without this it would be taken for a root. It weighs nothing itself.
 */
export function standIns({ reports }: Pick<Site, 'reports'>): readonly TakenIn[] {
  const held = new Set<string>(reports.map(({ report }) => report.id))
  const missing = new Map<string, Instant>()
  for (const { report } of reports) for (const id of report.derivedFrom ?? []) if (!held.has(id)) missing.set(id, instant(Math.min(report.observedAt, missing.get(id) ?? report.observedAt)))
  return [...missing].map(([id, observedAt]) => ({ id, kind: 'assumption', finding: 'present', observedAt }))
}
