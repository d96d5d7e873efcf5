import { SOURCE_KINDS, type WeighingKind } from '../../../core/intelligence/report.ts'
import { newId } from '../../../crypto/browser-id.ts'
import { useSay } from '../../../ui/say.tsx'
import { ColleagueField, useMe } from '../colleagues/colleague-field.tsx'
import { KeptShape } from '../../../wire/office/asking.ts'
import { useSending } from '../asking/use-sending.ts'
import { SelectField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useDraft } from '../form/use-draft.ts'
import { StandingFields, type StandingDraft } from './about-forms.tsx'
import { SOURCES_PATH } from './sources-asked.ts'

const WEIGHING = SOURCE_KINDS.filter((kind): kind is WeighingKind => kind !== 'assumption')

interface SourceDraft extends StandingDraft {
  readonly id: string
  readonly kind: WeighingKind
  readonly handler: string
  readonly controller: string
}

interface RegisterSourceProps {
  readonly onDone: () => void
}

/** Enters a source into the register: who answers for them, and who oversees that. The name they go by is drawn for them. */
export function RegisterSource({ onDone }: RegisterSourceProps) {
  const say = useSay()
  const me = useMe()
  const draft = useDraft<SourceDraft>('source/new', { id: '', kind: 'informant-untested', underControl: 'unknown', age: 'unknown', kin: 'unknown', protected: 'yes', handler: me, controller: '' })
  const { send, refusal, waiting } = useSending(KeptShape, ['source/new'])
  const away = (): void => {
    draft.forget()
    onDone()
  }
  const register = async (): Promise<void> => {
    const id = draft.value.id || newId()
    draft.set({ id })
    const answered = await send({ path: SOURCES_PATH, body: { ...draft.value, id } })
    if (answered.accepted) away()
  }
  return (
    <section className="panel" aria-labelledby="register-source">
      <h2 id="register-source">{say('source.add')}</h2>
      <p className="hint">{say('source.code-name-drawn')}</p>
      <Form onSend={() => void register()} refusal={refusal} waiting={waiting} act={say('source.add')} what={say('site.recording')} onDiscard={away}>
        <div className="fields">
          <SelectField label={say('report.kind')} term="source-kind" {...draft.at('kind')} options={WEIGHING.map((value) => ({ value, words: say(`kind.${value}`) }))} />
          <ColleagueField label={say('source.handler')} hint={say('source.handler-hint')} {...draft.at('handler')} />
          <ColleagueField label={say('source.controller')} hint={say('source.controller-hint')} {...draft.at('controller')} />
        </div>
        <StandingFields draft={draft} />
      </Form>
    </section>
  )
}
