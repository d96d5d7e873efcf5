import { Choice } from '../../../ui/choice.tsx'
import { LongField, SelectField, TextField } from '../../../ui/field.tsx'
import { useSay } from '../../../ui/say.tsx'
import { freshId } from '../blank-draft.ts'
import { useFilling } from '../entry-state.ts'
import { PickSources } from './pick-sources.tsx'
import { Remove } from './remove.tsx'
import { Section } from './section.tsx'
import { TimeField } from './time-field.tsx'

/** What became of a lead on which nobody acted. */
export function HandlingOfLead() {
  const say = useSay()
  const { draft: { lead }, change } = useFilling()
  const set = (part: Partial<typeof lead>) => change((draft) => ({ ...draft, lead: { ...draft.lead, ...part } }))
  return (
    <Section id="lead" term="missed-lead">
      <Choice label={say('enter.standing')} value={lead.standing} unknown="unknown" onChange={(standing) => set({ standing })} options={(['open', 'closed', 'unknown'] as const).map((value) => ({ value, words: say(`enter.standing-${value}`) }))} />
      <Choice label={say('enter.reviewed')} value={lead.reviewed} unknown="unknown" onChange={(reviewed) => set({ reviewed })} options={(['dated', 'none', 'unknown'] as const).map((value) => ({ value, words: say(`enter.reviewed-${value}`) }))} />
      {lead.reviewed === 'dated' && <TimeField label={say('enter.review-by')} value={lead.reviewBy} onChange={(reviewBy) => set({ reviewBy })} />}
      <TextField label={say('enter.owner')} hint={say('enter.by-hint')} value={lead.owner} onChange={(owner) => set({ owner })} />
      <LongField label={say('enter.lead-says')} value={lead.says} onChange={(says) => set({ says })} />
      <PickSources picked={lead.sources} onChange={(sources) => set({ sources })} />
    </Section>
  )
}

/** Where it was read. What was only told or remembered stays unverified wherever it is shown. */
export function EnteredSources() {
  const say = useSay()
  const { draft, set, remove } = useFilling()
  const { sources } = draft
  return (
    <Section id="sources" hint={say('enter.sources-hint')}>
      <ol className="rows">
        {sources.map((source, at) => {
          const put = (part: Partial<typeof source>) => set({ sources: sources.with(at, { ...source, ...part }) })
          return (
            <li key={source.id}>
              <div className="row-head">
                <h4>{say('enter.source-n', { n: at + 1 })}</h4>
                <Remove what={say('enter.source-n', { n: at + 1 })} onRemove={() => remove((before) => ({ ...before, sources: sources.filter((one) => one !== source) }))} />
              </div>
              <TextField label={say('enter.source-title')} value={source.title} onChange={(title) => put({ title })} />
              <div className="pair">
                <TextField label={say('enter.publisher')} hint={say('enter.publisher-hint')} value={source.publisher} onChange={(publisher) => put({ publisher })} />
                <TextField label={say('enter.source-date')} hint={say('enter.source-date-hint')} value={source.date === 'unknown' ? '' : source.date} onChange={(date) => put({ date: date.trim() || 'unknown' })} />
              </div>
              <SelectField label={say('enter.reading')} value={source.reading} onChange={(reading) => put({ reading })} options={(['primary', 'secondary', 'memory'] as const).map((value) => ({ value, words: say(`reading.${value}`) }))} />
            </li>
          )
        })}
      </ol>
      <button type="button" onClick={() => set({ sources: [...sources, { id: freshId('source', draft), title: '', publisher: '', date: 'unknown', reading: 'memory' }] })}>{say('enter.sources-add')}</button>
    </Section>
  )
}
