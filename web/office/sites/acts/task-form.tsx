import type { WeighingKind } from '../../../../core/intelligence/report.ts'
import { useSay } from '../../../../ui/say.tsx'
import { ColleagueField, useMe } from '../../colleagues/colleague-field.tsx'
import { useReportName } from '../../../reading/report-name.ts'
import { LongField, SelectField } from '../../form/fields.tsx'
import { typedLocally } from '../../form/local-time.ts'
import { WhenField } from '../../form/when-field.tsx'
import { SourceField } from '../../sources/source-field.tsx'
import { useBoard } from '../board/on-board.ts'
import { ActForm } from './act-form.tsx'

interface TaskDraft {
  readonly question: string
  readonly source: string
  readonly owner: string
  readonly due: string
}

/** Sends somebody with authority and protection to find something out, by a day, with a name beside it. */
export function TaskForm({ kind, onDone }: { readonly kind: WeighingKind; readonly onDone: () => void }) {
  const say = useSay()
  const { board: { site } } = useBoard()
  const blank: TaskDraft = { question: '', source: '', owner: useMe(), due: '' }
  const write = ({ source, due, ...task }: TaskDraft) => ({ act: 'set-task' as const, kind, ...task, due: typedLocally(due), ...(source !== '' && { source }) })
  return (
    <ActForm<TaskDraft> site={site.id} form={`task/${kind}`} blank={blank} act={say('task.set')} write={write} onDone={onDone}>
      {(draft) => (
        <>
          <LongField label={say('task.question')} hint={say('task.question-hint')} rows={2} {...draft.at('question')} />
          <SourceField label={say('task.source')} kind={kind} {...draft.at('source')} />
          <ColleagueField label={say('task.owner')} {...draft.at('owner')} />
          <WhenField label={say('task.due')} exactly="to-the-minute" {...draft.at('due')} />
        </>
      )}
    </ActForm>
  )
}

interface AnswerDraft {
  readonly answer: 'yes' | 'no' | 'could-not-tell' | 'not-done'
  readonly report: string
  readonly says: string
}

/** What became of a task. What was seen is entered as a report of its own, and named here. */
export function TaskAnswerForm({ task, onDone }: { readonly task: string; readonly onDone: () => void }) {
  const say = useSay()
  const { board: { site, assessed: { operation: { reports: told } } } } = useBoard()
  const blank: AnswerDraft = { answer: 'could-not-tell', report: '', says: '' }
  const called = useReportName()
  const reports = [{ value: '', words: say('task.no-report') }, ...(told === 'unknown' ? [] : told).map(({ id }) => ({ value: id, words: called(id) }))]
  return (
    <ActForm<AnswerDraft> site={site.id} form={`answer/${task}`} blank={blank} act={say('task.answer-record')} write={({ report, ...rest }) => ({ act: 'answer-task', task, ...rest, ...(report !== '' && { report }) })} onDone={onDone}>
      {(draft) => (
        <>
          <SelectField label={say('task.answer')} {...draft.at('answer')} options={(['yes', 'no', 'could-not-tell', 'not-done'] as const).map((value) => ({ value, words: say(`task.answer.${value}`) }))} />
          <SelectField label={say('task.report')} hint={say('task.report-hint')} {...draft.at('report')} options={reports} />
          <LongField label={say('task.says')} rows={2} {...draft.at('says')} />
        </>
      )}
    </ActForm>
  )
}
