import { useState } from 'react'
import { VENUES } from '../../../core/intelligence/venue.ts'
import { LADDER } from '../../../core/planning/ladder.ts'
import { Choice } from '../../../ui/choice.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { useSay } from '../../../ui/say.tsx'
import { isTime, typedInstant } from '../typed-instant.ts'
import { useFilling } from '../entry-state.ts'
import { lackingInSite } from '../incomplete.ts'
import { Section } from './section.tsx'
import { TimeField } from './time-field.tsx'

/** What happened and when. An hour that still lies ahead is a danger to people, and is said to be one. */
export function When() {
  const say = useSay()
  const { draft, set } = useFilling()
  const [opened] = useState(() => Date.now())
  const ahead = isTime(draft.at) && Date.parse(typedInstant(draft.at)) > opened
  const isLead = draft.operation === 'none'
  return (
    <Section id="when">
      <Choice label={say('enter.what')} value={draft.operation} onChange={(operation) => set({ operation })} options={[{ value: 'past', words: say('enter.what-past') }, { value: 'none', words: say('enter.what-none') }]} />
      <TextField label={say('enter.name')} hint={say('enter.name-hint')} value={draft.name} onChange={(name) => set({ name })} />
      <TimeField label={say(isLead ? 'enter.at-lead' : 'enter.at')} term="hour-of-entry" value={draft.at} onChange={(at) => set({ at })} />
      {ahead && <p className="danger" role="alert">{say('warn.ahead')}</p>}
      <TimeField label={say('enter.known-at')} hint={say('enter.known-at-hint')} value={draft.knownAt} onChange={(knownAt) => set({ knownAt })} />
    </Section>
  )
}

/** Where: the kind of venue sets how fast a sighting ages. */
export function Where() {
  const say = useSay()
  const { draft, set } = useFilling()
  const lacking = lackingInSite(draft)
  return (
    <Section id="where">
      <TextField label={say('enter.site')} value={draft.siteName} onChange={(siteName) => set({ siteName })} />
      <SelectField label={say('enter.venue')} term="half-life" value={draft.venue} onChange={(venue) => set({ venue })} options={(['unknown', ...VENUES] as const).map((value) => ({ value, words: say(`venue.${value}`) }))} />
      {(draft.venue === 'vessel' || draft.halfLifeDays !== '') && (
        <TextField label={say('enter.half-life')} value={draft.halfLifeDays} onChange={(halfLifeDays) => set({ halfLifeDays })} problem={lacking && say(lacking)} />
      )}
      {draft.operation === 'past' && (
        <SelectField label={say('enter.rung')} term="ladder" value={draft.rung} onChange={(rung) => set({ rung })} options={(['unknown', ...LADDER] as const).map((value) => ({ value, words: say(`rung.${value}`) }))} />
      )}
    </Section>
  )
}
