import { UNDER_CONTROL, type UnderControl } from '../../../core/intelligence/collection.ts'
import { KIN_AMONG_THEM, SOURCE_AGES, type KinAmongThem, type SourceAge } from '../../../core/intelligence/source-facts.ts'
import { useSay } from '../../../ui/say.tsx'
import { ColleagueField, useMe } from '../colleagues/colleague-field.tsx'
import { LongField, TextField } from '../form/fields.tsx'
import { typedLocally } from '../form/local-time.ts'
import { Pick as PickField } from '../form/pick.tsx'
import type { Draft } from '../form/use-draft.ts'
import { WhenField } from '../form/when-field.tsx'
import { SourceActForm, type FormProps } from './source-act-form.tsx'

/** What is said of a source that decides what may be asked of them. */
export type StandingDraft = {
  readonly underControl: UnderControl
  readonly age: SourceAge
  readonly kin: KinAmongThem
  readonly protected: 'yes' | 'no'
}

/** Whether somebody may be asked to look: what stands here changes at once what may be done with them. */
export function StandingFields({ draft: { value: standing, set } }: { readonly draft: Pick<Draft<StandingDraft>, 'value' | 'set'> }) {
  const say = useSay()
  const at = <Key extends keyof StandingDraft>(place: Key) => ({ place, value: standing[place], onChange: (next: StandingDraft[Key]) => set({ [place]: next }) })
  const words = <Value extends string>(of: string, values: readonly Value[]) => values.map((value) => ({ value, words: say(`source.${of}-${value}`) }))
  return (
    <>
      <PickField label={say('source.is-under-control')} hint={say('source.under-control-hint')} unknown="unknown" {...at('underControl')} options={words('under-control', UNDER_CONTROL)} />
      <PickField label={say('source.age')} hint={say('source.age-hint')} unknown="unknown" {...at('age')} options={words('age', SOURCE_AGES)} />
      {standing.age !== 'adult' && <PickField label={say('source.kin')} hint={say('source.kin-hint')} unknown="unknown" {...at('kin')} options={words('kin', KIN_AMONG_THEM)} />}
      <PickField label={say('source.protected')} hint={say('source.protected-hint')} {...at('protected')} options={words('protected', ['yes', 'no'] as const)} />
    </>
  )
}

export function StandingForm({ source, ...rest }: FormProps) {
  const say = useSay()
  const blank: StandingDraft & { readonly because: string } = { underControl: source.underControl ?? 'unknown', age: source.age ?? 'unknown', kin: source.kin ?? 'unknown', protected: source.protected, because: '' }
  return (
    <SourceActForm {...rest} source={source.id} of="note-standing" blank={blank} write={(draft) => draft}>
      {(draft) => (
        <>
          <StandingFields draft={draft} />
          <LongField label={say('source.because')} rows={2} {...draft.at('because')} />
        </>
      )}
    </SourceActForm>
  )
}

/** Who answers for them is decided on what is read here, and by nobody blindly. */
export function ChargeForm({ source, ...rest }: FormProps) {
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

type IdentityDraft = Readonly<Record<'name' | 'goesBy' | 'contact' | 'says', string>>

export function IdentityForm({ source, ...rest }: FormProps) {
  const say = useSay()
  const write = ({ name, ...more }: IdentityDraft) => ({ identity: { name, ...Object.fromEntries(Object.entries(more).filter(([, said]) => said.trim() !== '')) } })
  return (
    <SourceActForm {...rest} source={source.id} of="identify" blank={{ name: '', goesBy: '', contact: '', says: '' }} write={write}>
      {(draft) => (
        <>
          <TextField label={say('source.name')} {...draft.at('name')} place="identity.name" />
          <TextField label={say('source.goes-by')} hint={say('source.goes-by-hint')} {...draft.at('goesBy')} place="identity.goesBy" />
          <TextField label={say('source.contact')} {...draft.at('contact')} place="identity.contact" />
          <LongField label={say('source.says')} rows={2} {...draft.at('says')} place="identity.says" />
        </>
      )}
    </SourceActForm>
  )
}

export function RecruitmentForm({ source, ...rest }: FormProps) {
  const say = useSay()
  return (
    <SourceActForm {...rest} source={source.id} of="note-recruitment" blank={{ at: '', by: useMe(), says: '' }} write={({ at, ...told }) => ({ at: typedLocally(at), ...told })}>
      {(draft) => (
        <>
          <WhenField label={say('source.recruited-at')} exactly="to-the-minute" {...draft.at('at')} />
          <ColleagueField label={say('source.recruited-by')} {...draft.at('by')} />
          <LongField label={say('source.recruited-how')} rows={2} {...draft.at('says')} />
        </>
      )}
    </SourceActForm>
  )
}

export function AuthorityForm({ source, ...rest }: FormProps) {
  const say = useSay()
  return (
    <SourceActForm {...rest} source={source.id} of="note-authority" blank={{ authority: '', knownThereAs: '' }} write={(draft) => draft}>
      {(draft) => (
        <>
          <TextField label={say('source.authority')} {...draft.at('authority')} />
          <TextField label={say('source.known-there-as')} {...draft.at('knownThereAs')} />
        </>
      )}
    </SourceActForm>
  )
}
