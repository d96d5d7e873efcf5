import { useState, type ComponentType } from 'react'
import { useSay } from '../../../ui/say.tsx'
import type { SourceAnswer } from '../../../wire/office/source-answers.ts'
import { AuthorityForm, ChargeForm, IdentityForm, RecruitmentForm, StandingForm } from './about-forms.tsx'
import { BenefitForm, ContactForm, InformationForm, OutcomeForm, RiskForm, WelfareForm } from './handling-forms.tsx'
import type { FormProps, SourceActName } from './source-act-form.tsx'
import { AuthoriseForm, CancelForm, EndForm, ReviewForm } from './use-forms.tsx'

const FORMS: Readonly<Record<SourceActName, ComponentType<FormProps>>> = {
  identify: IdentityForm, 'note-standing': StandingForm, 'give-charge': ChargeForm, 'note-recruitment': RecruitmentForm, 'note-authority': AuthorityForm,
  authorise: AuthoriseForm, 'review-use': ReviewForm, 'cancel-use': CancelForm, end: EndForm,
  'record-contact': ContactForm, 'note-welfare': WelfareForm, 'note-risk': RiskForm, 'note-information': InformationForm, 'judge-outcome': OutcomeForm, 'record-benefit': BenefitForm,
}

interface SourceActsProps {
  readonly source: SourceAnswer
  /** Those of this part of the file that are for whoever reads it. */
  readonly acts: readonly SourceActName[]
  readonly onDone: () => void
}

/** What can be recorded of a source that is open, one act at a time. */
export function SourceActs({ source, acts, onDone }: SourceActsProps) {
  const say = useSay()
  const [doing, setDoing] = useState<SourceActName | null>(null)
  const done = (): void => {
    setDoing(null)
    onDone()
  }
  const Doing = doing && FORMS[doing]
  if (acts.length === 0) return null
  return (
    <>
      <div className="acts">{acts.map((act) => <button key={act} type="button" aria-expanded={doing === act} onClick={() => setDoing(act)}>{say(`source.${act}`)}</button>)}</div>
      {Doing && <Doing source={source} onDone={done} onAway={() => setDoing(null)} />}
    </>
  )
}
