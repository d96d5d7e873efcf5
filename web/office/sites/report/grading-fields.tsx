import { GRADING_CODES } from '../../../../core/intelligence/grading.ts'
import type { ProposedGrading } from '../../../../core/intelligence/propose-grading.ts'
import { useSay } from '../../../../ui/say.tsx'
import { LongField, SelectField, TextField } from '../../form/fields.tsx'
import type { Draft } from '../../form/use-draft.ts'
import type { GradingDraft } from './report-draft.ts'

interface GradingFieldsProps {
  readonly proposed: ProposedGrading
  readonly draft: Pick<Draft<GradingDraft>, 'at' | 'set' | 'value'>
}

/** The letter and the digit that follow from the four answers; another one stands with its reason. */
export function GradingFields({ proposed, draft }: GradingFieldsProps) {
  const say = useSay()
  const { grading: { scheme, source, information }, because } = proposed
  const otherwise = (): void => draft.set({ graded: 'otherwise', scheme: 'admiralty', sourceCode: source, informationCode: information })
  return (
    <div className="graded">
      <p role="status">
        {say('report.proposed')} <strong className="codes"><bdi dir="ltr">{source}–{information}</bdi></strong> {say(`report.grade.${scheme}.source.${source}`)}; {say(`report.grade.${scheme}.information.${information}`)}
      </p>
      <ul className="lines hint">{because.map((reason) => <li key={reason}>{say(`report.because.${reason.replace('/', '-')}`)}</li>)}</ul>
      {draft.value.graded === 'as-proposed'
        ? <button type="button" className="plain" onClick={otherwise}>{say('report.grade-otherwise')}</button>
        : <OtherGrading draft={draft} />}
    </div>
  )
}

function OtherGrading({ draft }: Pick<GradingFieldsProps, 'draft'>) {
  const say = useSay()
  const { scheme } = draft.value
  const codes = GRADING_CODES[scheme]
  const inScheme = (next: GradingDraft['scheme']): void => draft.set({ scheme: next, sourceCode: GRADING_CODES[next].source[0], informationCode: GRADING_CODES[next].information[0] })
  const words = (axis: 'source' | 'information', code: string): string => `${code} · ${say(`report.grade.${scheme}.${axis}.${code}`)}`
  return (
    <>
      <div className="fields">
        <SelectField label={say('report.grading-scheme')} value={scheme} onChange={inScheme} place="grading.scheme" options={(['admiralty', '3x5x2', '5x5x5'] as const).map((value) => ({ value, words: say(`report.scheme-${value}`) }))} />
        <SelectField label={say('report.grading-source')} {...draft.at('sourceCode')} place="grading.source" options={codes.source.map((value) => ({ value, words: words('source', value) }))} />
        <SelectField label={say('report.grading-information')} {...draft.at('informationCode')} place="grading.information" options={codes.information.map((value) => ({ value, words: words('information', value) }))} />
        {scheme === '5x5x5' && <TextField label={say('report.form-words')} hint={say('report.form-words-hint')} {...draft.at('formWords')} place="grading.label.information" />}
      </div>
      <LongField label={say('report.graded-because')} hint={say('report.graded-because-hint')} {...draft.at('gradedBecause')} />
      <button type="button" className="plain" onClick={() => draft.set({ graded: 'as-proposed' })}>{say('report.grade-as-proposed')}</button>
    </>
  )
}
