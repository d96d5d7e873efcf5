import { PERSON_CATEGORIES, type PersonCategory } from '../../../core/intelligence/site-facts.ts'
import { GO_BETWEENS, SAFE_CHANNELS, WANTED, type GoBetween, type SafeChannel, type Wanted, type WhoAsks } from '../../../core/rights/request-facts.ts'
import { newId } from '../../../crypto/browser-id.ts'
import { useSay } from '../../../ui/say.tsx'
import { KeptShape } from '../../../wire/office/asking.ts'
import { useSending } from '../asking/use-sending.ts'
import { LongField, SelectField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { typedLocally } from '../form/local-time.ts'
import { Pick, PickSeveral } from '../form/pick.tsx'
import { useDraft } from '../form/use-draft.ts'
import { WhenField } from '../form/when-field.tsx'
import { REQUESTS_PATH } from './requests-asked.ts'
import { WhoAsksFields } from './who-asks-fields.tsx'

interface Taken extends WhoAsks {
  readonly id: string
  readonly wants: Wanted
  readonly through: GoBetween
  readonly language: string
  readonly channel: SafeChannel
  readonly channelSays: string
  readonly standsAs: readonly PersonCategory[]
  readonly says: string
  readonly receivedAt: string
}

/** Nothing is taken for granted of whoever asks. */
const BLANK: Taken = { id: '', wants: 'know', through: 'themselves', identity: 'not-established', mandate: 'unknown', goBetweenIs: 'unknown', language: '', channel: 'in-person', channelSays: '', standsAs: [], says: '', receivedAt: '' }

interface TakeRequestProps {
  readonly onDone: (id: string) => void
  readonly onAway: () => void
}

/** Takes a request in: what the person wants, who asks, and how they can be answered without danger. */
export function TakeRequest({ onDone, onAway }: TakeRequestProps) {
  const say = useSay()
  const draft = useDraft<Taken>('request/new', BLANK)
  const { send, refusal, waiting } = useSending(KeptShape, ['request/new'])
  const take = async (): Promise<void> => {
    const id = draft.value.id || newId()
    draft.set({ id })
    const answered = await send({ path: REQUESTS_PATH, body: { ...draft.value, id, receivedAt: typedLocally(draft.value.receivedAt) } })
    if (!answered.accepted) return
    draft.forget()
    onDone(id)
  }
  const away = (): void => {
    draft.forget()
    onAway()
  }
  return (
    <section className="panel" aria-labelledby="take-request">
      <h2 id="take-request">{say('request.take')}</h2>
      <Form onSend={() => void take()} refusal={refusal} waiting={waiting} act={say('request.take')} what={say('request.recording')} onDiscard={away}>
        <Pick label={say('request.wants')} {...draft.at('wants')} options={WANTED.map((value) => ({ value, words: say(`wants.${value}`) }))} />
        <LongField label={say('request.says')} {...draft.at('says')} />
        <div className="fields">
          <TextField label={say('request.language')} hint={say('request.language-hint')} direction="ltr" {...draft.at('language')} />
          <WhenField label={say('request.received-at')} exactly="to-the-minute" {...draft.at('receivedAt')} />
          <SelectField label={say('request.through')} {...draft.at('through')} options={GO_BETWEENS.map((value) => ({ value, words: say(`through.${value}`) }))} />
        </div>
        <WhoAsksFields draft={draft} />
        <SelectField label={say('request.channel')} hint={say('request.channel-hint')} {...draft.at('channel')} options={SAFE_CHANNELS.map((value) => ({ value, words: say(`channel.${value}`) }))} />
        <LongField label={say('request.channel-says')} rows={2} {...draft.at('channelSays')} />
        <PickSeveral label={say('request.stands-as')} hint={say('request.safeguards-hint')} {...draft.at('standsAs')} options={PERSON_CATEGORIES.map((value) => ({ value, words: say(`report.person.${value}`) }))} />
      </Form>
    </section>
  )
}
