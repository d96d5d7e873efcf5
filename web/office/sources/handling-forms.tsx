import { OUTCOMES, type Outcome } from '../../../core/intelligence/source-facts.ts'
import { BENEFITS, CONTACT_WAYS, RISKS, type Benefit, type ContactWay, type SourceRisk } from '../../../core/intelligence/source-handling.ts'
import { useSay } from '../../../ui/say.tsx'
import { ColleagueField, useMe } from '../colleagues/colleague-field.tsx'
import { LongField, NumberField, SelectField, TextField } from '../form/fields.tsx'
import { typedLocally } from '../form/local-time.ts'
import { Pick } from '../form/pick.tsx'
import { WhenField } from '../form/when-field.tsx'
import { CURRENCIES, minorOf } from './money.ts'
import { SourceActForm, type FormProps } from './source-act-form.tsx'

/** What was left blank is not sent. */
const told = (fields: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(fields).filter(([, said]) => said.trim() !== ''))
const timeTold = (name: string, time: string) => (time.trim() === '' ? {} : { [name]: typedLocally(time) })

interface ContactDraft {
  readonly at: string
  readonly with: string
  readonly how: ContactWay
  readonly where: string
  readonly says: string
  readonly nextBy: string
}

/** Any contact, told late or by both who were there: none is turned away. */
export function ContactForm({ source, ...rest }: FormProps) {
  const say = useSay()
  const blank: ContactDraft = { at: '', with: useMe(), how: 'unknown', where: '', says: '', nextBy: '' }
  const write = ({ at, how, says, nextBy, where, ...whom }: ContactDraft) => ({ at: typedLocally(at), how, says, ...told({ where, ...whom }), ...timeTold('nextBy', nextBy) })
  return (
    <SourceActForm {...rest} source={source.id} of="record-contact" blank={blank} write={write}>
      {(draft) => (
        <>
          <WhenField label={say('source.contact-at')} exactly="to-the-minute" {...draft.at('at')} />
          <ColleagueField label={say('source.contact-with')} {...draft.at('with')} />
          <Pick label={say('source.contact-how')} unknown="unknown" {...draft.at('how')} options={CONTACT_WAYS.map((value) => ({ value, words: say(`source.how-${value}`) }))} />
          <TextField label={say('source.contact-where')} hint={say('source.contact-where-hint')} {...draft.at('where')} />
          <LongField label={say('source.contact-says')} rows={2} {...draft.at('says')} />
          <WhenField label={say('source.next-by')} exactly="to-the-minute" {...draft.at('nextBy')} />
        </>
      )}
    </SourceActForm>
  )
}

export function WelfareForm({ source, ...rest }: FormProps) {
  const say = useSay()
  return (
    <SourceActForm {...rest} source={source.id} of="note-welfare" blank={{ says: '', done: '' }} write={(draft) => draft}>
      {(draft) => (
        <>
          <LongField label={say('source.welfare-says')} rows={2} {...draft.at('says')} />
          <LongField label={say('source.welfare-done')} rows={2} {...draft.at('done')} />
        </>
      )}
    </SourceActForm>
  )
}

export function RiskForm({ source, ...rest }: FormProps) {
  const say = useSay()
  const blank: { readonly risk: SourceRisk; readonly says: string; readonly reviewBy: string } = { risk: 'unknown', says: '', reviewBy: '' }
  return (
    <SourceActForm {...rest} source={source.id} of="note-risk" blank={blank} write={({ risk, says, reviewBy }) => ({ risk, says, ...timeTold('reviewBy', reviewBy) })}>
      {(draft) => (
        <>
          <SelectField label={say('source.risk')} {...draft.at('risk')} options={RISKS.map((value) => ({ value, words: say(`source.risk-${value}`) }))} />
          <LongField label={say('source.because')} rows={2} {...draft.at('says')} />
          <WhenField label={say('source.risk-review')} exactly="to-the-minute" {...draft.at('reviewBy')} />
        </>
      )}
    </SourceActForm>
  )
}

export function InformationForm({ source, ...rest }: FormProps) {
  const say = useSay()
  const write = ({ says, ...more }: { readonly says: string; readonly report: string; readonly passedOn: string }) => ({ says, ...told(more) })
  return (
    <SourceActForm {...rest} source={source.id} of="note-information" blank={{ says: '', report: '', passedOn: '' }} write={write}>
      {(draft) => (
        <>
          <LongField label={say('source.information-says')} rows={2} {...draft.at('says')} />
          <TextField label={say('source.information-report')} hint={say('source.report-hint')} direction="ltr" {...draft.at('report')} />
          <LongField label={say('source.information-passed-on')} hint={say('source.information-passed-on-hint')} rows={2} {...draft.at('passedOn')} />
        </>
      )}
    </SourceActForm>
  )
}

export function OutcomeForm({ source, ...rest }: FormProps) {
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

interface BenefitDraft {
  readonly at: string
  readonly what: Benefit
  readonly sum: string
  readonly currency: string
  readonly decidedBy: string
  readonly because: string
}

/** Whatever they were given, to the last coin: a sum that is none is not sent as one. */
export function BenefitForm({ source, ...rest }: FormProps) {
  const say = useSay()
  const blank: BenefitDraft = { at: '', what: 'payment', sum: '', currency: 'EUR', decidedBy: source.controller, because: '' }
  const write = ({ at, sum, currency, ...more }: BenefitDraft) => ({ at: typedLocally(at), ...more, ...(sum.trim() !== '' && { money: { minor: minorOf(sum, currency) ?? sum, currency } }) })
  return (
    <SourceActForm {...rest} source={source.id} of="record-benefit" blank={blank} write={write}>
      {(draft) => (
        <>
          <WhenField label={say('source.contact-at')} exactly="to-the-minute" {...draft.at('at')} />
          <Pick label={say('source.benefit-what')} {...draft.at('what')} options={BENEFITS.map((value) => ({ value, words: say(`source.benefit-${value}`) }))} />
          <div className="fields">
            <NumberField label={say('source.sum')} hint={say('source.sum-hint')} {...draft.at('sum')} place="money.minor" />
            <SelectField label={say('source.currency')} {...draft.at('currency')} place="money.currency" options={CURRENCIES.map((value) => ({ value, words: value }))} />
          </div>
          <ColleagueField label={say('source.benefit-decided-by')} {...draft.at('decidedBy')} />
          <LongField label={say('source.because')} rows={2} {...draft.at('because')} />
        </>
      )}
    </SourceActForm>
  )
}
