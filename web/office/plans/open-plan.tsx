import { z } from 'zod'
import { newId } from '../../../crypto/browser-id.ts'
import { useSay } from '../../../ui/say.tsx'
import { KeptShape } from '../../../wire/office/asking.ts'
import { SitesShape } from '../../../wire/office/site-answers.ts'
import { useAsked } from '../asking/use-asked.ts'
import { useSending } from '../asking/use-sending.ts'
import { SelectField, TextField, type Filled } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { typedLocally } from '../form/local-time.ts'
import { useDraft } from '../form/use-draft.ts'
import { WhenField } from '../form/when-field.tsx'

interface PlanDraft {
  readonly site: string
  readonly at: string
  readonly number: string
  /** The id under which it was first sent; sent again, the same plan is opened once. */
  readonly id: string
}

const BLANK: PlanDraft = { site: '', at: '', number: '', id: '' }
const OpenedShape = z.looseObject({ ...KeptShape.shape, id: z.string().optional() })
const MOST_SITES = 200

interface OpenPlanProps {
  readonly onOpened: (plan: string) => void
  readonly onAway: () => void
  /** The site, where it is opened from there. */
  readonly site?: string
}

/** Opens a plan for a site, with the hour at which the door is to be opened. */
export function OpenPlanForm({ onOpened, onAway, site }: OpenPlanProps) {
  const say = useSay()
  const draft = useDraft<PlanDraft>(site === undefined ? 'plan-opened' : `plan-opened/${site}`, { ...BLANK, site: site ?? '' })
  const sending = useSending(OpenedShape, ['plan/', 'site/'])
  const away = (): void => {
    draft.forget()
    onAway()
  }
  const send = async (): Promise<void> => {
    const id = draft.value.id || newId()
    draft.set({ id })
    const { at, number, site: chosen } = draft.value
    const answered = await sending.send({ path: '/api/plans', body: { id, site: chosen, at: typedLocally(at), ...(number.trim() !== '' && { number: number.trim() }) } })
    if (!answered.accepted) return
    draft.forget()
    onOpened(answered.value.id ?? id)
  }
  return (
    <section className="opening-plan" aria-labelledby="open-plan">
      <h2 id="open-plan">{say('plans.open')}</h2>
      <Form onSend={() => void send()} refusal={sending.refusal} waiting={sending.waiting} act={say('plans.open')} what={say('plans.opening')} onDiscard={away}>
        <div className="fields">
          {site === undefined && <SiteField {...draft.at('site')} />}
          <WhenField label={say('plans.hour-of-entry')} term="hour-of-entry" {...draft.at('at')} exactly="to-the-minute" />
          <TextField label={say('plans.number')} hint={say('plans.number-hint')} direction="ltr" {...draft.at('number')} />
        </div>
      </Form>
    </section>
  )
}

function SiteField(filled: Pick<Filled<string>, 'place' | 'value' | 'onChange'>) {
  const say = useSay()
  const sites = useAsked({ path: `/api/sites?sort=number&limit=${MOST_SITES}`, streams: ['site/'] }, SitesShape).answer?.sites ?? []
  return <SelectField label={say('plans.site')} {...filled} options={[{ value: '', words: say('plans.pick-site') }, ...sites.map(({ id, number, venue }) => ({ value: id, words: `${number} · ${say(`venue.${venue}`)}` }))]} />
}
