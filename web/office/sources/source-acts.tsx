import { useState } from 'react'
import { UNDER_CONTROL, type UnderControl } from '../../../core/intelligence/collection.ts'
import { OUTCOMES, type Outcome } from '../../../core/intelligence/source-facts.ts'
import { useSay } from '../../../ui/say.tsx'
import type { SourceAnswer } from '../../../wire/office/sources.ts'
import { ColleagueField } from '../colleagues/colleague-field.tsx'
import { LongField, SelectField, TextField } from '../form/fields.tsx'
import { typedLocally } from '../form/local-time.ts'
import { Pick } from '../form/pick.tsx'
import { WhenField } from '../form/when-field.tsx'
import { SourceActForm, type SourceActName } from './source-act-form.tsx'

interface ActsProps {
  readonly source: SourceAnswer
  readonly onDone: () => void
}

const FORMS = { 'record-contact': Contact, 'judge-outcome': Judge, 'note-risk': Risk, 'note-standing': Standing, 'give-charge': Charge, identify: Identify } as const
const ACTS = Object.keys(FORMS) as SourceActName[]

/** What can be recorded of a source that is open, one act at a time. */
export function SourceActs({ source, onDone }: ActsProps) {
  const say = useSay()
  const [doing, setDoing] = useState<SourceActName | null>(null)
  const done = (): void => {
    setDoing(null)
    onDone()
  }
  const Doing = doing && FORMS[doing]
  return (
    <>
      <div className="acts">{ACTS.map((act) => <button key={act} type="button" aria-expanded={doing === act} onClick={() => setDoing(act)}>{say(`source.${act}`)}</button>)}</div>
      {Doing && <Doing source={source} onDone={done} onAway={() => setDoing(null)} />}
    </>
  )
}

interface FormProps {
  readonly source: SourceAnswer
  readonly onDone: () => void
  readonly onAway: () => void
}

function Contact({ source, ...rest }: FormProps) {
  const say = useSay()
  return (
    <SourceActForm {...rest} source={source.id} of="record-contact" blank={{ at: '', says: '' }} write={({ at, says }) => ({ at: typedLocally(at), says })}>
      {(draft) => (
        <>
          <WhenField label={say('source.contact-at')} exactly="to-the-minute" {...draft.at('at')} />
          <LongField label={say('source.contact-says')} rows={2} {...draft.at('says')} />
        </>
      )}
    </SourceActForm>
  )
}

function Judge({ source, ...rest }: FormProps) {
  const say = useSay()
  const blank: { readonly report: string; readonly outcome: Outcome; readonly because: string } = { report: '', outcome: 'indeterminate', because: '' }
  return (
    <SourceActForm {...rest} source={source.id} of="judge-outcome" blank={blank} write={(draft) => draft}>
      {(draft) => (
        <>
          <TextField label={say('source.report')} hint={say('source.report-hint')} direction="ltr" {...draft.at('report')} />
          <Pick label={say('source.outcome')} unknown="indeterminate" {...draft.at('outcome')} options={OUTCOMES.map((value) => ({ value, words: say(`source.outcome-${value}`) }))} />
          <LongField label={say('source.because')} rows={2} {...draft.at('because')} />
        </>
      )}
    </SourceActForm>
  )
}

function Risk({ source, ...rest }: FormProps) {
  const say = useSay()
  const blank: { readonly risk: 'low' | 'raised' | 'high' | 'unknown'; readonly says: string } = { risk: 'unknown', says: '' }
  return (
    <SourceActForm {...rest} source={source.id} of="note-risk" blank={blank} write={(draft) => draft}>
      {(draft) => (
        <>
          <SelectField label={say('source.risk')} {...draft.at('risk')} options={(['low', 'raised', 'high', 'unknown'] as const).map((value) => ({ value, words: say(`source.risk-${value}`) }))} />
          <LongField label={say('source.because')} rows={2} {...draft.at('says')} />
        </>
      )}
    </SourceActForm>
  )
}

/** Whether somebody can be asked to look changes what may be done with them at once. */
function Standing({ source, ...rest }: FormProps) {
  const say = useSay()
  const blank: { readonly underControl: UnderControl; readonly protected: 'yes' | 'no'; readonly because: string } = { underControl: source.underControl, protected: source.protected, because: '' }
  return (
    <SourceActForm {...rest} source={source.id} of="note-standing" blank={blank} write={(draft) => draft}>
      {(draft) => (
        <>
          <Pick label={say('source.is-under-control')} hint={say('source.under-control-hint')} unknown="unknown" {...draft.at('underControl')} options={UNDER_CONTROL.map((value) => ({ value, words: say(`source.under-control-${value}`) }))} />
          <Pick label={say('source.protected')} {...draft.at('protected')} options={(['yes', 'no'] as const).map((value) => ({ value, words: say(`source.protected-${value}`) }))} />
          <LongField label={say('source.because')} rows={2} {...draft.at('because')} />
        </>
      )}
    </SourceActForm>
  )
}

/** Who answers for them is decided on what is read here, and by nobody blindly. */
function Charge({ source, ...rest }: FormProps) {
  const say = useSay()
  return (
    <SourceActForm {...rest} source={source.id} of="give-charge" version={source.version} blank={{ handler: source.handler, controller: source.controller, because: '' }} write={(draft) => draft}>
      {(draft) => (
        <>
          <div className="fields">
            <ColleagueField label={say('source.handler')} hint={say('source.handler-hint')} {...draft.at('handler')} />
            <ColleagueField label={say('source.controller')} hint={say('source.controller-hint')} {...draft.at('controller')} />
          </div>
          <LongField label={say('source.because')} rows={2} {...draft.at('because')} />
        </>
      )}
    </SourceActForm>
  )
}

function Identify({ source, ...rest }: FormProps) {
  const say = useSay()
  const write = ({ name, contact, says }: { readonly name: string; readonly contact: string; readonly says: string }) => ({ identity: { name, ...(contact.trim() !== '' && { contact }), ...(says.trim() !== '' && { says }) } })
  return (
    <SourceActForm {...rest} source={source.id} of="identify" blank={{ name: '', contact: '', says: '' }} write={write}>
      {(draft) => (
        <>
          <TextField label={say('source.name')} {...draft.at('name')} place="identity.name" />
          <TextField label={say('source.contact')} {...draft.at('contact')} place="identity.contact" />
          <LongField label={say('source.says')} rows={2} {...draft.at('says')} place="identity.says" />
        </>
      )}
    </SourceActForm>
  )
}
