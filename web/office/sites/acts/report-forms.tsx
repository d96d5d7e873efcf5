import { proposeGrading, type ProposedGrading } from '../../../../core/intelligence/propose-grading.ts'
import type { OperationReport } from '../../../../core/planning/operation.ts'
import { useSay } from '../../../../ui/say.tsx'
import { LongField } from '../../form/fields.tsx'
import { typedLocally } from '../../form/local-time.ts'
import { WhenField } from '../../form/when-field.tsx'
import { useBoard } from '../board/on-board.ts'
import { AnswerFields } from '../report/answer-fields.tsx'
import { GradingFields } from '../report/grading-fields.tsx'
import { BLANK_ANSWERS, BLANK_GRADING, type AnswersDraft, type GradingDraft } from '../report/report-draft.ts'
import { answersOf, otherGrading } from '../report/written-report.ts'
import { ActForm } from './act-form.tsx'

interface Regrading extends AnswersDraft, GradingDraft {
  readonly because: string
}

/** Grades a report again: the four questions once more, and why. The grading before stays on file. */
export function RegradeForm({ report, onDone }: { readonly report: OperationReport; readonly onDone: () => void }) {
  const say = useSay()
  const { board: { site, assessed: { operation, inForce } } } = useBoard()
  const others = operation.reports === 'unknown' ? [] : operation.reports
  const proposedOf = (draft: Regrading): ProposedGrading =>
    proposeGrading({ report, answers: answersOf(draft), others, ownRecord: report.kind === 'assumption' ? 'never' : inForce.certainty.kinds[report.kind].ownRecord })
  const blank: Regrading = { ...BLANK_ANSWERS, ...BLANK_GRADING, access: report.access ?? 'unknown', because: '' }
  const write = (draft: Regrading) => {
    const answers = answersOf(draft)
    return { act: 'grade-report' as const, report: report.id, answers, grading: draft.graded === 'otherwise' ? otherGrading(draft) : proposedOf(draft).grading, because: [draft.because, draft.graded === 'otherwise' ? draft.gradedBecause : ''].filter(Boolean).join('\n') }
  }
  return (
    <ActForm<Regrading> site={site.id} form={`regrade/${report.id}`} blank={blank} act={say('report.regrade-record')} write={write} onDone={onDone}>
      {(draft) => (
        <>
          <AnswerFields draft={draft} kind={report.kind} fromRegister={false} />
          <GradingFields proposed={proposedOf(draft.value)} draft={draft} />
          <LongField label={say('report.regrade-because')} {...draft.at('because')} />
        </>
      )}
    </ActForm>
  )
}

interface OfReport {
  readonly id: string
  readonly onDone: () => void
}

/** Says why a report is independent of others like it. Until somebody does, tips and the like share one unknown origin. */
export function IndependenceForm({ id, onDone }: OfReport) {
  const say = useSay()
  const { board: { site } } = useBoard()
  return (
    <ActForm site={site.id} form={`independence/${id}`} blank={{ because: '' }} act={say('report.independence-record')} write={(draft) => ({ act: 'record-independence', report: id, ...draft })} onDone={onDone}>
      {(draft) => <LongField label={say('report.independence-why')} hint={say('report.independence-hint')} {...draft.at('because')} />}
    </ActForm>
  )
}

/** Sets when somebody asks again whether a report may be kept. */
export function ReviewForm({ id, onDone }: OfReport) {
  const say = useSay()
  const { board: { site } } = useBoard()
  return (
    <ActForm site={site.id} form={`review/${id}`} blank={{ reviewBy: '', because: '' }} act={say('report.review-record')} write={({ reviewBy, because }) => ({ act: 'set-review', report: id, reviewBy: typedLocally(reviewBy), because })} onDone={onDone}>
      {(draft) => (
        <>
          <WhenField label={say('report.review-by')} hint={say('report.review-hint')} exactly="to-the-minute" {...draft.at('reviewBy')} />
          <LongField label={say('report.review-because')} {...draft.at('because')} />
        </>
      )}
    </ActForm>
  )
}
