import { isRoot } from './lineage.ts'
import type { Report, SourceKind } from './report.ts'

/** A report as it is taken in: with the reason, once somebody records one, why it is independent of the others. */
export type TakenIn = Report & { readonly independentBecause?: string }

/** Kinds behind which one person may easily stand several times: a rumour, a campaign, a rival. */
const UNKNOWN_ORIGIN: ReadonlySet<SourceKind> = new Set(['tip-detailed', 'tip-bare', 'client', 'open-source'])
const UNKNOWN_CORRELATION = 0.5
const ONE_SOURCE_CORRELATION = 0.9

/**
 * Gives reports the origin they share until somebody records why they do not.
 *
 * Independence is asserted, never assumed. Roots of one source share it almost wholly; tips, clients
 * and open sources of one site share an unknown origin. An origin already recorded is left alone.
 */
export function takeIn(reports: readonly TakenIn[]): readonly Report[] {
  const bySource = Map.groupBy(reports.filter(isRoot), ({ source }) => source?.id)
  return reports.map(({ independentBecause, ...report }) => {
    if (report.origin) return report
    if (report.source && (bySource.get(report.source.id) ?? []).length > 1)
      return { ...report, origin: { id: `source:${report.source.id}`, correlation: ONE_SOURCE_CORRELATION } }
    if (UNKNOWN_ORIGIN.has(report.kind) && !independentBecause?.trim())
      return { ...report, origin: { id: `${report.kind}:unknown`, correlation: UNKNOWN_CORRELATION } }
    return report
  })
}
