import { SHOCK_KINDS } from '../../../core/intelligence/shock.ts'
import { METHODS } from '../../../core/intelligence/attempt.ts'
import { Choice } from '../../../ui/choice.tsx'
import { LongField, SelectField, TextField } from '../../../ui/field.tsx'
import { useSay } from '../../../ui/say.tsx'
import { blankAttempt, freshId } from '../blank-draft.ts'
import type { AttemptDraft } from '../draft.ts'
import { useFilling } from '../entry-state.ts'
import { lackingInAttempt } from '../incomplete.ts'
import { Remove } from './remove.tsx'
import { PickSources } from './pick-sources.tsx'
import { Section } from './section.tsx'
import { TimeField } from './time-field.tsx'
import { ToldRows } from './told-rows.tsx'

/** Attempts to verify, also those that found nothing: receiving an account is not one. */
export function Attempts() {
  const say = useSay()
  const { draft, set, remove } = useFilling()
  return (
    <Section id="attempts" term="B1" hint={say('enter.attempts-hint')}>
      <ToldRows of="attempts" told={draft.attempts} onChange={(attempts) => set({ attempts })} onRemove={(attempts) => remove((before) => ({ ...before, attempts }))} blank={() => blankAttempt(freshId('attempt', draft))} title={(_, at) => say('enter.attempt-n', { n: at + 1 })}>
        {(row, change) => <AttemptFields row={row} change={change} />}
      </ToldRows>
    </Section>
  )
}

function AttemptFields({ row, change }: { readonly row: AttemptDraft; readonly change: (part: Partial<AttemptDraft>) => void }) {
  const say = useSay()
  const lacking = lackingInAttempt(row)
  return (
    <>
      <div className="pair">
        <SelectField label={say('enter.method')} value={row.method} onChange={(method) => change({ method })} options={[{ value: 'unknown', words: say('met.unknown') }, ...METHODS.map((value) => ({ value, words: say(`method.${value}`) }))]} />
        <TextField label={say('enter.by')} hint={say('enter.by-hint')} value={row.by} onChange={(by) => change({ by })} />
      </div>
      <div className="pair">
        <TimeField label={say('enter.attempt-at')} value={row.at} onChange={(at) => change({ at })} />
        <TextField label={say('enter.attempt-sensitivity')} term="sensitivity" value={row.sensitivity} onChange={(sensitivity) => change({ sensitivity })} />
      </div>
      <Choice label={say('enter.this-site')} value={row.thisSite} unknown="unknown" onChange={(thisSite) => change({ thisSite })} options={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, words: say(`met.${value}`) }))} />
      <LongField label={say('enter.if-nobody')} value={row.ifNobodyThere} onChange={(ifNobodyThere) => change({ ifNobodyThere })} />
      <LongField label={say('enter.result')} value={row.result} onChange={(result) => change({ result })} />
      <PickSources picked={row.sources} onChange={(sources) => change({ sources })} />
      {lacking && <p className="problem">{say('lacking.not-counted', { why: say(lacking) })}</p>}
    </>
  )
}

/** What may have warned the site, and the strongest innocent explanation. */
export function Doubts() {
  const say = useSay()
  const { draft: { shocks, alternative }, set, remove } = useFilling()
  return (
    <Section id="doubts" term="shock">
      <ol className="rows">
        {shocks.map((shock, at) => (
          <li key={at}>
            <div className="row-head">
              <h4>{say('enter.shock-n', { n: at + 1 })}</h4>
              <Remove what={say('enter.shock-n', { n: at + 1 })} onRemove={() => remove((before) => ({ ...before, shocks: shocks.filter((one) => one !== shock) }))} />
            </div>
            <div className="pair">
              <SelectField label={say('enter.shock-kind')} value={shock.kind} onChange={(kind) => set({ shocks: shocks.with(at, { ...shock, kind }) })} options={SHOCK_KINDS.map((value) => ({ value, words: say(`shock.${value}`) }))} />
              <TimeField label={say('enter.shock-at')} value={shock.at} onChange={(when) => set({ shocks: shocks.with(at, { ...shock, at: when }) })} />
            </div>
          </li>
        ))}
      </ol>
      <button type="button" onClick={() => set({ shocks: [...shocks, { at: '', kind: 'unstated' }] })}>{say('enter.shocks-add')}</button>
      <Choice label={say('enter.alternative')} term="gate-alternative" value={alternative.told} unknown="unknown" onChange={(told) => set({ alternative: { ...alternative, told } })} options={(['some', 'none', 'unknown'] as const).map((value) => ({ value, words: say(`enter.alternative-${value}`) }))} />
      {alternative.told === 'some' && <LongField label={say('enter.alternative-text')} value={alternative.text} onChange={(text) => set({ alternative: { told: 'some', text } })} />}
    </Section>
  )
}
