import type { Site } from './site.ts'
import type { SourceRecords } from './site-reports.ts'

/** Which sources are protected from this reader, and who reads. */
export interface Veil {
  readonly veiled: ReadonlySet<string>
  readonly reader: string
}

/** A site as somebody sees it for whom some of its sources are veiled. */
export interface VeiledSite {
  readonly site: Site
  readonly records: SourceRecords
  /** Tasks that were given to a veiled source, whose words are for those who answer for them, and for whoever set them or has them. */
  readonly hiddenTasks: ReadonlySet<string>
}

/**
 * A site without what would lead from it to a protected source.
 *
 * Their ids, by which one place could be laid beside another, become ids of this site alone. The kind and the record of a report's source
 * stay: the number rests on them, and a page that showed them coarser would show another number than everybody else's.
 */
export function veilSite(site: Site, records: SourceRecords, { veiled, reader }: Veil): VeiledSite {
  const here = new Map([...new Set(site.reports.flatMap(({ report }) => report.source?.id ?? []))].filter((id) => veiled.has(id)).map((id, i) => [id, `protected-${i + 1}`]))
  const asHere = (id: string): string => here.get(id) ?? id
  return {
    site: { ...site, reports: site.reports.map((filed) => (filed.report.source ? { ...filed, report: { ...filed.report, source: { ...filed.report.source, id: asHere(filed.report.source.id) } } } : filed)) },
    records: new Map([...records].map(([id, record]) => [asHere(id), record])),
    hiddenTasks: new Set(site.tasks.flatMap(({ task, noted }) => (task.source !== undefined && veiled.has(task.source) && task.owner !== reader && noted.by !== reader ? [task.id] : []))),
  }
}
