import { METHODS, type VerificationMethod } from '../../../../core/intelligence/attempt.ts'
import { newId } from '../../../../crypto/browser-id.ts'
import { useSay } from '../../../../ui/say.tsx'
import { LongField, NumberField, SelectField, TextField } from '../../form/fields.tsx'
import { typedLocally } from '../../form/local-time.ts'
import { Pick } from '../../form/pick.tsx'
import { WhenField } from '../../form/when-field.tsx'
import { useBoard } from '../board/on-board.ts'
import { ActForm } from './act-form.tsx'

interface AttemptDraft {
  readonly id: string
  readonly method: VerificationMethod
  readonly by: string
  readonly at: string
  readonly thisSite: 'yes' | 'no'
  readonly ifNobodyThere: string
  readonly result: string
  readonly sensitivity: string
}

const BLANK: AttemptDraft = { id: '', method: 'surveillance', by: '', at: '', thisSite: 'yes', ifNobodyThere: '', result: '', sensitivity: '' }

/** Records an attempt that could have shown that nobody is there, whatever it found. */
export function AttemptForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  const { board: { site } } = useBoard()
  const write = ({ id, at, sensitivity, ...attempt }: AttemptDraft) => ({ act: 'record-attempt' as const, attempt: { id: id || `attempt-${newId()}`, ...attempt, at: typedLocally(at), sensitivity: asShare(sensitivity) } })
  return (
    <ActForm<AttemptDraft> site={site.id} form="attempt" blank={BLANK} act={say('attempt.record')} write={write} onDone={onDone}>
      {(draft) => (
        <>
          <div className="fields">
            <SelectField label={say('attempt.method')} {...draft.at('method')} place="attempt.method" options={METHODS.map((value) => ({ value, words: say(`method.${value}`) }))} />
            <TextField label={say('attempt.by')} hint={say('attempt.by-hint')} {...draft.at('by')} place="attempt.by" />
            <WhenField label={say('attempt.at')} exactly="to-the-minute" {...draft.at('at')} place="attempt.at" />
            <NumberField label={say('attempt.sensitivity')} term="sensitivity" hint={say('attempt.sensitivity-hint')} {...draft.at('sensitivity')} place="attempt.sensitivity" />
          </div>
          <LongField label={say('attempt.if-nobody')} rows={2} {...draft.at('ifNobodyThere')} place="attempt.ifNobodyThere" />
          <LongField label={say('attempt.result')} hint={say('attempt.result-hint')} rows={2} {...draft.at('result')} place="attempt.result" />
          <Pick label={say('attempt.this-site')} {...draft.at('thisSite')} place="attempt.thisSite" options={(['yes', 'no'] as const).map((value) => ({ value, words: say(`attempt.this-site-${value}`) }))} />
        </>
      )}
    </ActForm>
  )
}

/** What is no number is sent as it was typed, so that the refusal says what was expected at its place. */
const asShare = (typed: string): number | string => (typed.trim() === '' || Number.isNaN(Number(typed)) ? typed : Number(typed))
