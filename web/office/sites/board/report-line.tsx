import { useState, type ReactNode } from 'react'
import type { Standing } from '../../../../core/intelligence/lineage.ts'
import type { SourceAccess } from '../../../../core/intelligence/report.ts'
import type { OperationReport } from '../../../../core/planning/operation.ts'
import { asWritten } from '../../../../ui/clock.ts'
import { Moment } from '../../../../ui/figure.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { useLanguage } from '../../../words/use-language.ts'
import { writtenHere } from './board.ts'
import { useBoard } from './on-board.ts'
import { ReportInFull } from './report-in-full.tsx'
import { SaidId } from './said-id.tsx'

interface ReportLineProps {
  readonly report: OperationReport
  readonly access: SourceAccess
  /** How it stands among those that count; null where it does not count for this hour, as known then. */
  readonly standing: Standing | null
  readonly weighs: ReactNode
}

/** A full disc for what weighs, a ring for what repeats, broken for what rests on nothing: each with its word. */
const SHAPE = { root: '●', derived: '◌', assumption: '○', circle: '◆' } as const satisfies Record<Standing, string>

/** One report in a line: who, how they know, its grading, when they last saw it, and what it weighs; open, all that is on file. */
export function ReportLine({ report, access, standing, weighs }: ReportLineProps) {
  const say = useSay()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const { board: { assessed: { zone }, site } } = useBoard()
  const beside = site.reports.find(({ id }) => id === report.id)
  const words = beside?.words ?? 'open'
  const gone = words === 'forgotten' || words === 'missing'
  return (
    <li id={`report-${report.id}`} className={standing === null ? 'report-line not-counted' : 'report-line'}>
      <button type="button" className="report-open" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={standing === 'circle' ? 'shape warned' : 'shape'} aria-hidden="true">{standing === null ? '·' : SHAPE[standing]}</span>
        <span className="report-who">{gone ? say(`report.words-${words}`) : say(`kind.${report.kind}`)}{words === 'not-for-you' && <span className="hint"> · {say('report.words-not-for-you')}</span>}{report.finding === 'absent' && ` (${say('lineage.found-nobody')})`}</span>
        <span className="report-how">{say(`access.${access}`)}</span>
        <GradingShown report={report} />
        <span className="report-weighs">{weighs ?? <span className="hint">{say(standing === null ? 'report.not-counted' : 'reports.weighs-nothing')}</span>}</span>
        <span className="report-seen hint"><SaidId id={report.id} /> · {say('report.seen')} <Moment>{asWritten(writtenHere(report.observedAt), language, zone)}</Moment>{standing !== null && standing !== 'root' && ` · ${say(`lineage.${standing}`)}`}</span>
      </button>
      {open && words === 'open' && <ReportInFull report={report} />}
    </li>
  )
}

/** The two codes with the scheme they belong to: the same letters mean other things in other schemes. */
function GradingShown({ report: { grading } }: { readonly report: OperationReport }) {
  const say = useSay()
  if (!grading) return <span className="hint">{say('reports.not-graded')}</span>
  const { scheme, source, information } = grading
  return <span className="report-graded"><bdi dir="ltr">{source}–{information}</bdi>{scheme !== 'admiralty' && <span className="hint"> {scheme}</span>}<span className="heard"> {say('report.scheme', { scheme })}</span></span>
}
