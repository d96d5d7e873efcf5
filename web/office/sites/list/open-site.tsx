import { VENUES, type Venue } from '../../../../core/intelligence/venue.ts'
import { useSay } from '../../../../ui/say.tsx'
import { KeptShape } from '../../../../wire/office/asking.ts'
import { useSending } from '../../asking/use-sending.ts'
import { LongField, NumberField, SelectField, TextField } from '../../form/fields.tsx'
import { Form } from '../../form/form.tsx'
import { useDraft } from '../../form/use-draft.ts'
import { newId } from '../../../../crypto/browser-id.ts'

interface SiteDraft {
  readonly number: string
  readonly jurisdiction: string
  readonly venue: Venue
  readonly halfLifeDays: string
  readonly name: string
  readonly whereabouts: string
  /** The id under which it was first sent; sent again, the same site is opened once. */
  readonly id: string
}

const BLANK: SiteDraft = { number: '', jurisdiction: '', venue: 'resident-workshop', halfLifeDays: '', name: '', whereabouts: '', id: '' }

/** Opens the file of a site: where it is, what kind of place, and the number it goes by. */
export function OpenSite({ onOpened, onAway }: { readonly onOpened: (id: string) => void; readonly onAway: () => void }) {
  const say = useSay()
  const draft = useDraft<SiteDraft>('site-opened', BLANK)
  const sending = useSending(KeptShape, ['site/'])
  const send = async (): Promise<void> => {
    const id = draft.value.id || newId()
    draft.set({ id })
    const answered = await sending.send({ path: '/api/sites', body: siteOf({ ...draft.value, id }) })
    if (!answered.accepted) return
    draft.forget()
    onOpened(id)
  }
  const discard = (): void => {
    draft.forget()
    onAway()
  }
  return (
    <section className="panel" aria-labelledby="open-site">
      <h2 id="open-site">{say('site.open')}</h2>
      <Form onSend={() => void send()} refusal={sending.refusal} waiting={sending.waiting} act={say('site.open')} what={say('site.opening')} onDiscard={discard}>
        <div className="fields">
          <TextField label={say('site.name')} hint={say('site.name-hint')} {...draft.at('name')} />
          <SelectField label={say('site.venue')} {...draft.at('venue')} options={VENUES.map((venue) => ({ value: venue, words: say(`venue.${venue}`) }))} />
          {draft.value.venue === 'vessel' && <NumberField label={say('site.half-life')} term="half-life" hint={say('site.half-life-hint')} {...draft.at('halfLifeDays')} />}
          <TextField label={say('site.jurisdiction')} hint={say('site.jurisdiction-hint')} direction="ltr" {...draft.at('jurisdiction')} />
          <TextField label={say('site.number')} hint={say('site.number-hint')} direction="ltr" {...draft.at('number')} />
        </div>
        <LongField label={say('site.whereabouts')} hint={say('site.whereabouts-hint')} {...draft.at('whereabouts')} />
      </Form>
    </section>
  )
}

const siteOf = ({ number, halfLifeDays, jurisdiction, ...site }: SiteDraft) => ({
  ...site,
  jurisdiction: jurisdiction.trim().toUpperCase(),
  ...(number.trim() !== '' && { number: number.trim() }),
  ...(site.venue === 'vessel' && halfLifeDays.trim() !== '' && { halfLifeDays: Number(halfLifeDays) }),
})
