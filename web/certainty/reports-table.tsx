import { accessOf } from '../../core/certainty/certainty-case.ts'
import { weigh } from '../../core/certainty/weigh.ts'
import { isRoot } from '../../core/intelligence/lineage.ts'
import type { Report } from '../../core/intelligence/report.ts'
import type { Operation } from '../../core/planning/operation.ts'
import { asWritten } from '../../ui/clock.ts'
import { Moment } from '../../ui/figure.tsx'
import { useSay } from '../../ui/say.tsx'
import { useAssessed } from '../reading/assessed.ts'
import { useHandle } from '../reading/report-name.ts'
import { SourceName } from '../reading/source-name.tsx'
import { useLanguage } from '../words/use-language.ts'
import { factor } from './factor.ts'

/** Every report that counts: who, how they know, when they saw it, what they said, and what it weighs. */
export function ReportsTable({ reports }: { readonly reports: readonly Report[] }) {
  const say = useSay()
  const language = useLanguage()
  const { file, operation, entries, zone, inForce } = useAssessed()
  const handle = useHandle()
  const weights = new Map(weigh(reports.filter(isRoot), inForce.certainty).map(({ report, ratio, weight }) => [report.id, ratio ** weight]))
  return (
    <table className="reports">
      <caption>{say('reports.caption', { zone: zone.name })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('reports.who')}</th>
          <th scope="col">{say('reports.said')}</th>
          <th scope="col" className="number">{say('reports.factor')}</th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => {
          const entry = entries.get(report.id)
          return (
            <tr key={report.id}>
              <th scope="row">
                {say(`kind.${report.kind}`)}
                <span className="report-facts">
                  {say(`access.${accessOf(report, inForce.certainty)}`)}, <Moment>{asWritten(writtenAt(file, report.id), language, zone)}</Moment>
                </span>
                <span className="report-facts" title={report.id}>
                  {handle(report.id)} · {gradingOf(operation, report.id) ?? say('reports.not-graded')}
                </span>
              </th>
              <td>
                {entry?.says ? <q><bdi>{entry.says}</bdi></q> : <span className="state">{say('reports.said-nothing')}</span>}
                <cite> {operation.sources.filter(({ id }) => entry?.sources.includes(id)).map((source) => <SourceName key={source.id} source={source} />)}</cite>
              </td>
              <td className="number">{weights.has(report.id) ? factor(weights.get(report.id) ?? 1) : say('reports.weighs-nothing')}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const writtenAt = (file: Readonly<Record<string, unknown>>, id: string): string => {
  const rows = Array.isArray(file['reports']) ? (file['reports'] as readonly { readonly id: string; readonly observedAt: string }[]) : []
  return rows.find((row) => row.id === id)?.observedAt ?? ''
}

/** A grading by its scheme and codes, as the form had them; with it the label of how far it may go. */
function gradingOf({ reports }: Operation, id: string): string | null {
  const report = reports === 'unknown' ? undefined : reports.find((one) => one.id === id)
  if (!report?.grading) return report?.handling?.sharing ?? null
  const { scheme, source, information } = report.grading
  return [`${scheme} ${source}${information}`, report.handling?.sharing].filter(Boolean).join(', ')
}
