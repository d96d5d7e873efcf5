import { SOURCE_ENDINGS, SOURCE_USES, type SourceEnding, type SourceUse } from '../../../core/intelligence/source-facts.ts'
import { useSay } from '../../../ui/say.tsx'
import type { SourceAnswer } from '../../../wire/office/source-answers.ts'
import { LongField, SelectField } from '../form/fields.tsx'
import { typedLocally } from '../form/local-time.ts'
import { Pick } from '../form/pick.tsx'
import { WhenField } from '../form/when-field.tsx'
import { SourceActForm, type FormProps } from './source-act-form.tsx'

interface UseDraft {
  readonly use: SourceUse
  readonly givenAt: string
  readonly until: string
  readonly conduct: string
  readonly because: string
  readonly risksExplained: 'yes' | 'no' | 'unknown'
}

const typed = (name: string, time: string) => (time.trim() === '' ? {} : { [name]: typedLocally(time) })

/** Lets somebody be used: for what, why, on which terms, and having confirmed that they know what it may cost them. */
export function AuthoriseForm({ source, ...rest }: FormProps) {
  const say = useSay()
  const blank: UseDraft = { use: source.age === 'adult' ? 'adult' : 'juvenile', givenAt: '', until: '', conduct: '', because: '', risksExplained: 'unknown' }
  const write = ({ givenAt, until, ...told }: UseDraft) => ({ ...told, ...(told.use === 'urgent-oral' && typed('givenAt', givenAt)), ...typed('until', until) })
  return (
    <SourceActForm {...rest} source={source.id} of="authorise" version={source.version} blank={blank} write={write}>
      {(draft) => (
        <>
          <Pick label={say('source.use-terms')} {...draft.at('use')} options={SOURCE_USES.map((value) => ({ value, words: say(`source.use-as-${value}`) }))} />
          <Terms of={draft.value.use} terms={source.terms} />
          {draft.value.use === 'urgent-oral' && <WhenField label={say('source.given-at')} exactly="to-the-minute" {...draft.at('givenAt')} />}
          <WhenField label={say('source.until-earlier')} exactly="to-the-minute" {...draft.at('until')} />
          <LongField label={say('source.conduct')} rows={2} {...draft.at('conduct')} />
          <LongField label={say('source.use-because')} rows={2} {...draft.at('because')} />
          <Pick label={say('source.risks-explained')} unknown="unknown" {...draft.at('risksExplained')} options={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, words: say(`source.risks-explained-${value}`) }))} />
        </>
      )}
    </SourceActForm>
  )
}

const LENGTHS = { adult: ['adultDays', 'days'], juvenile: ['juvenileDays', 'days'], 'urgent-oral': ['urgentHours', 'hours'] } as const

/** For how long at most, and where that comes from; what nobody has verified says so. */
function Terms({ of, terms }: { readonly of: SourceUse; readonly terms: SourceAnswer['terms'] }) {
  const say = useSay()
  const [name, unit] = LENGTHS[of]
  const { value, source, sureness } = terms[name]
  return (
    <p className="hint">
      {say(`source.at-most-${unit}`, { count: value })} {of === 'juvenile' && say('source.reviewed-each', { count: terms.juvenileReviewDays.value })} {source} {sureness === 'unverified' && <strong>{say('source.term-unverified')}</strong>}
    </p>
  )
}

export function ReviewForm({ source, ...rest }: FormProps) {
  const say = useSay()
  return (
    <SourceActForm {...rest} source={source.id} of="review-use" version={source.version} blank={{ says: '' }} write={(draft) => draft}>
      {(draft) => <LongField label={say('source.review-says')} rows={2} {...draft.at('says')} />}
    </SourceActForm>
  )
}

/** Stopping waits for nobody, so it names no version. */
export function CancelForm({ source, ...rest }: FormProps) {
  const say = useSay()
  return (
    <SourceActForm {...rest} source={source.id} of="cancel-use" blank={{ because: '' }} write={(draft) => draft}>
      {(draft) => <LongField label={say('source.because')} rows={2} {...draft.at('because')} />}
    </SourceActForm>
  )
}

export function EndForm({ source, ...rest }: FormProps) {
  const say = useSay()
  const blank: { readonly ground: SourceEnding; readonly says: string } = { ground: 'unknown', says: '' }
  return (
    <SourceActForm {...rest} source={source.id} of="end" version={source.version} blank={blank} write={(draft) => draft}>
      {(draft) => (
        <>
          <SelectField label={say('source.ground')} {...draft.at('ground')} options={SOURCE_ENDINGS.map((value) => ({ value, words: say(`source.ended-${value}`) }))} />
          <LongField label={say('source.end-says')} rows={2} {...draft.at('says')} />
        </>
      )}
    </SourceActForm>
  )
}
