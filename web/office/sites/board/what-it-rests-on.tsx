import { lazy, Suspense } from 'react'
import { accessOf } from '../../../../core/certainty/certainty-case.ts'
import { weigh } from '../../../../core/certainty/weigh.ts'
import { isRoot, lineageOf } from '../../../../core/intelligence/lineage.ts'
import { countedFor } from '../../../../core/planning/asked-certainty.ts'
import type { OperationReport } from '../../../../core/planning/operation.ts'
import { Figure } from '../../../../ui/figure.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { factor } from '../../../certainty/factor.ts'
import { Waiting } from '../../page/waiting.tsx'
import { useBoard } from './on-board.ts'
import { NoneYet, Panel } from './panel.tsx'
import { ReportLine } from './report-line.tsx'
import { SaidId } from './said-id.tsx'

const Lineage = lazy(() => import('../../../certainty/lineage-graph.tsx').then(({ LineageGraph }) => ({ default: LineageGraph })))

/** Everything the number rests on, report by report: how they know, how it was graded, what it weighs, and who told whom. */
export function WhatItRestsOn() {
  const say = useSay()
  const { board: { assessed: { operation, inForce } } } = useBoard()
  const counted = countedFor(operation)
  const { circles, sharedOrigins, standing } = lineageOf(counted)
  const weights = new Map(weigh(counted.filter(isRoot), inForce.certainty).map(({ report, ratio, weight }) => [report.id, ratio ** weight]))
  const reports = operation.reports === 'unknown' ? [] : operation.reports.toSorted((a, b) => b.observedAt - a.observedAt)
  return (
    <Panel id="rests" title={say('lineage.title')} term="root" beside={say('lineage.sentence', { reports: counted.length, roots: [...standing.values()].filter((one) => one === 'root').length })}>
      {circles.length > 0 && <p className="warned"><strong>{say('lineage.circles', { count: circles.flat().length })}</strong></p>}
      {sharedOrigins.length > 0 && <p className="warned"><strong>{say('lineage.shared-origins', { count: sharedOrigins.length })}</strong></p>}
      {reports.length === 0 && <NoneYet>{say('site.no-report')}</NoneYet>}
      <ul className="report-lines">
        {reports.map((report) => <ReportLine key={report.id} report={report} access={accessOf(report, inForce.certainty)} standing={standing.get(report.id) ?? null} weighs={weighsOf(report, weights)} />)}
      </ul>
      <Withheld held={reports.map(({ id }) => id)} />
      {counted.length > 1 && <details><summary>{say('site.who-told-whom')}</summary><Suspense fallback={<Waiting what={say('site.drawing')} />}><Lineage reports={counted} /></Suspense></details>}
    </Panel>
  )
}

/** Reports whose words can no more be opened: that they were there stays. */
function Withheld({ held }: { readonly held: readonly string[] }) {
  const say = useSay()
  const { board: { site: { reports } } } = useBoard()
  const gone = reports.filter(({ id, words }) => words !== 'open' && !held.includes(id))
  return gone.length === 0 ? null : <ul className="lines hint">{gone.map(({ id, words }) => <li key={id}><SaidId id={id} /> {say(`report.words-${words}`)}</li>)}</ul>
}

const weighsOf = ({ id }: OperationReport, weights: ReadonlyMap<string, number>) => {
  const weight = weights.get(id)
  return weight === undefined ? null : <Figure>{factor(weight)}</Figure>
}
