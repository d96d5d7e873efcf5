import { CONTENT_TESTS, MOTIVES } from '../../../../core/intelligence/four-questions.ts'
import { ACCESSES, speaksOfThemselves, type SourceKind } from '../../../../core/intelligence/report.ts'
import { useSay } from '../../../../ui/say.tsx'
import { NumberField } from '../../form/fields.tsx'
import { Pick, PickSeveral } from '../../form/pick.tsx'
import type { Draft } from '../../form/use-draft.ts'
import type { AnswersDraft } from './report-draft.ts'

interface AnswerFieldsProps {
  readonly draft: Pick<Draft<AnswersDraft>, 'at' | 'value'>
  readonly kind: SourceKind
  /** Whether the register knows the source, and with it how often it was borne out. */
  readonly fromRegister: boolean
}

/** The four questions, in the order in which an officer can answer them: access, record, motive to deceive, content. */
export function AnswerFields({ draft, kind, fromRegister }: AnswerFieldsProps) {
  const say = useSay()
  return (
    <>
      <Pick label={say('report.access')} term="access" unknown="unknown" {...draft.at('access')} place="answers.access" options={[...ACCESSES, 'unknown' as const].map((value) => ({ value, words: say(value === 'unknown' ? 'office.unknown' : `access.${value}`) }))} />
      {speaksOfThemselves(kind) && <p className="hint">{say('report.no-record-kept')}</p>}
      {!speaksOfThemselves(kind) && (fromRegister ? <p className="hint">{say('report.record-in-register')}</p> : <RecordFields draft={draft} />)}
      <Pick label={say('report.motives')} hint={say('report.motives-hint')} unknown="unknown" {...draft.at('motivesKnown')} options={(['none', 'some', 'unknown'] as const).map((value) => ({ value, words: say(`report.motives-${value}`) }))} />
      {draft.value.motivesKnown === 'some' && <div className="many-short"><PickSeveral label={say('report.which-motives')} {...draft.at('motives')} place="answers.motives" options={MOTIVES.map((value) => ({ value, words: say(`report.motive.${value}`) }))} /></div>}
      <Pick label={say('report.content')} unknown="cannot-be-judged" {...draft.at('content')} place="answers.content" options={CONTENT_TESTS.map((value) => ({ value, words: say(`report.content.${value}`) }))} />
    </>
  )
}

function RecordFields({ draft }: Pick<AnswerFieldsProps, 'draft'>) {
  const say = useSay()
  return (
    <>
      <Pick label={say('report.record')} unknown="unknown" {...draft.at('recordKnown')} options={(['yes', 'unknown'] as const).map((value) => ({ value, words: say(`report.record-${value}`) }))} />
      {draft.value.recordKnown === 'yes' && (
        <div className="fields">
          <NumberField label={say('report.hits')} {...draft.at('hits')} place="answers.record.hits" />
          <NumberField label={say('report.misses')} {...draft.at('misses')} place="answers.record.misses" />
        </div>
      )}
    </>
  )
}
