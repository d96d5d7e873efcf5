import type { OperationReport } from '../../../../core/planning/operation.ts'
import { asWritten } from '../../../../ui/clock.ts'
import { Moment } from '../../../../ui/figure.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { useReportName } from '../../../reading/report-name.ts'
import { useLanguage } from '../../../words/use-language.ts'
import { WhenHere } from '../when-here.tsx'
import { IndependenceForm, RegradeForm, ReviewForm } from '../acts/report-forms.tsx'
import { writtenHere, type SiteRead } from './board.ts'
import { Dissents } from './dissent.tsx'
import { useBoard, useNameOf } from './on-board.ts'
import { Doing } from './panel.tsx'

/** All that is on file of one report: the fact in its own words, apart from what was made of it, and what can be done with it. */
export function ReportInFull({ report }: { readonly report: OperationReport }) {
  const say = useSay()
  const { board: { site } } = useBoard()
  const beside = site.reports.find(({ id }) => id === report.id)
  return (
    <div className="report-full">
      <p><span className="hint">{say('report.said')}</span> <q><bdi>{report.says}</bdi></q></p>
      {beside?.assessment && <p className="assessment"><span className="hint">{say('report.assessed')}</span> <bdi>{beside.assessment}</bdi></p>}
      <Facts report={report} />
      {beside && <Gradings beside={beside} />}
      {beside && (
        <div className="acts">
          <Doing act={say('report.regrade')}>{(close) => <RegradeForm report={report} onDone={close} />}</Doing>
          {report.origin === undefined && beside.independentBecause === null && <Doing act={say('report.assert-independence')}>{(close) => <IndependenceForm id={report.id} onDone={close} />}</Doing>}
          <Doing act={say('report.set-review')}>{(close) => <ReviewForm id={report.id} onDone={close} />}</Doing>
        </div>
      )}
      <Dissents about={report.id} />
    </div>
  )
}

type Beside = SiteRead['reports'][number]

function Facts({ report }: { readonly report: OperationReport }) {
  const say = useSay()
  const language = useLanguage()
  const nameOf = useNameOf()
  const called = useReportName()
  const { board: { site, assessed: { zone } } } = useBoard()
  const beside = site.reports.find(({ id }) => id === report.id)
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['report.received', asWritten(writtenHere(report.receivedAt ?? report.observedAt), language, zone)],
    ['report.from-source', report.source?.id],
    ['report.derived-from', report.derivedFrom?.map(called).join(', ')],
    ['report.shares-origin', report.origin?.id],
    ['report.independent-because', beside?.independentBecause],
    ['report.speaks-of', beside?.speaksOf.map((one) => say(`report.person.${one}`)).join('; ')],
    ['report.suspicion', beside?.suspicion],
    ['report.handling', [report.handling?.sharing, report.handling?.action].filter(Boolean).join(', ')],
    ['report.noted', beside && nameOf(beside.noted.by)],
  ]
  return (
    <dl className="facts">
      {facts.filter(([, value]) => value).map(([id, value]) => <div key={id}><dt>{say(id)}</dt><dd><bdi>{value}</bdi></dd></div>)}
      {beside && <div><dt>{say('report.review-by')}</dt><dd><WhenHere at={beside.reviewBy} /></dd></div>}
      <div><dt>{say('report.id')}</dt><dd><Moment>{report.id}</Moment></dd></div>
    </dl>
  )
}

/** Every grading it was given, the last in force: who gave it, and why it was not as proposed. */
function Gradings({ beside: { gradings } }: { readonly beside: Beside }) {
  const say = useSay()
  const nameOf = useNameOf()
  return (
    <ul className="lines">
      {gradings.toReversed().map(({ grading, because, noted }, at) => (
        <li key={noted.entry} className={at === 0 ? '' : 'hint'}>
          {say(at === 0 ? 'report.graded' : 'report.graded-before')} <bdi dir="ltr"><strong>{codesOf(grading)}</strong></bdi>, {nameOf(noted.by)}{because !== null && <>: <bdi>{because}</bdi></>}
        </li>
      ))}
    </ul>
  )
}

function codesOf(grading: unknown): string {
  if (typeof grading !== 'object' || grading === null) return '–'
  const { scheme, source, information } = grading as Readonly<Record<string, unknown>>
  return `${String(source)}–${String(information)} (${String(scheme)})`
}
