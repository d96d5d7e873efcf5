import { useState } from 'react'
import { CLOSINGS, RESTRICTION_REASONS, SAFE_CHANNELS, type Closing, type RestrictionReason, type SafeChannel } from '../../../core/rights/request-facts.ts'
import { HOLDING_BASES, type HoldingBasis } from '../../../core/rights/grounds.ts'
import { useSay } from '../../../ui/say.tsx'
import { When } from '../figures/when.tsx'
import { LongField, SelectField, TextField } from '../form/fields.tsx'
import { typedLocally } from '../form/local-time.ts'
import { Pick } from '../form/pick.tsx'
import { WhenField } from '../form/when-field.tsx'
import { AnswerForm } from './answer-form.tsx'
import { RequestActForm, type RequestActName } from './request-act-form.tsx'
import type { RequestRead } from './requests-asked.ts'
import { WhoAsksFields } from './who-asks-fields.tsx'

/** What an act's form is given. */
export interface ActProps {
  readonly request: RequestRead
  readonly onDone: () => void
}

const FORMS: Readonly<Record<RequestActName, (props: ActProps) => React.JSX.Element>> = {
  'check-identity': CheckIdentity, 'note-holding': NoteHolding, answer: AnswerForm, tell: Tell, correct: Correct, restrict: Restrict, 'lift-restriction': Lift,
  extend: Extend, 'link-forgetting': LinkForgetting, 'forward-complaint': ForwardComplaint, close: Close,
}

/** What can be done with a request now: what was closed is only complained about, and its restrictions lifted. */
function offered({ closed, restrictions, answer, asked }: RequestRead): readonly RequestActName[] {
  const after: readonly RequestActName[] = [...(restrictions.length > 0 ? (['lift-restriction'] as const) : []), ...(asked.wants === 'erase' && answer ? (['link-forgetting'] as const) : []), 'forward-complaint']
  if (closed !== null) return after
  return ['check-identity', 'note-holding', 'correct', 'restrict', ...(answer ? [] : (['extend'] as const)), 'answer', ...(answer ? (['tell'] as const) : []), ...after, 'close']
}

/** What can be done with a request that is open, one act at a time. */
export function RequestActs({ request }: { readonly request: RequestRead }) {
  const say = useSay()
  const [doing, setDoing] = useState<RequestActName | null>(null)
  const Doing = doing && FORMS[doing]
  return (
    <section className="panel" aria-labelledby="request-acts">
      <h2 id="request-acts">{say('request.acts')}</h2>
      <div className="acts">{offered(request).map((act) => <button key={act} type="button" aria-expanded={doing === act} onClick={() => setDoing(act)}>{say(`request.${act}`)}</button>)}</div>
      {Doing && <Doing request={request} onDone={() => setDoing(null)} />}
    </section>
  )
}

function CheckIdentity({ request: { id, whoAsks }, onDone }: ActProps) {
  const say = useSay()
  return (
    <RequestActForm request={id} act="check-identity" blank={{ ...whoAsks, says: '' }} write={(draft) => draft} onDone={onDone}>
      {(draft) => <><WhoAsksFields draft={draft} /><LongField label={say('request.because')} rows={2} {...draft.at('says')} /></>}
    </RequestActForm>
  )
}

function NoteHolding({ request: { id }, onDone }: ActProps) {
  const say = useSay()
  const blank: { readonly file: string; readonly report: string; readonly basis: HoldingBasis; readonly says: string } = { file: '', report: '', basis: 'unknown', says: '' }
  return (
    <RequestActForm request={id} act="note-holding" blank={blank} write={({ report, ...rest }) => ({ ...rest, report: orNone(report) })} onDone={onDone}>
      {(draft) => (
        <>
          <div className="fields">
            <TextField label={say('request.file')} hint={say('request.file-hint')} direction="ltr" {...draft.at('file')} />
            <TextField label={say('request.report')} direction="ltr" {...draft.at('report')} />
            <SelectField label={say('request.basis')} {...draft.at('basis')} options={HOLDING_BASES.map((value) => ({ value, words: say(`holding-basis.${value}`) }))} />
          </div>
          <LongField label={say('request.noted')} rows={2} {...draft.at('says')} />
        </>
      )}
    </RequestActForm>
  )
}

function Extend({ request: { id, version, clock }, onDone }: ActProps) {
  const say = useSay()
  return (
    <RequestActForm request={id} act="extend" version={version} blank={{ until: clock.longest, reason: '' }} write={({ until, reason }) => ({ until: typedLocally(until), reason })} onDone={onDone}>
      {(draft) => <><p className="hint">{say('request.longest')}: <When at={clock.longest} /></p><WhenField label={say('request.until')} exactly="to-the-minute" {...draft.at('until')} /><LongField label={say('request.extend-reason')} rows={2} {...draft.at('reason')} /></>}
    </RequestActForm>
  )
}

const TOLD = ['yes', 'no', 'unknown'] as const
const INTERPRETED = ['yes', 'no', 'not-needed'] as const

function Tell({ request: { id, asked }, onDone }: ActProps) {
  const say = useSay()
  const blank: { readonly how: SafeChannel; readonly toldAt: string; readonly interpreted: (typeof INTERPRETED)[number]; readonly complaintTold: (typeof TOLD)[number]; readonly says: string } =
    { how: asked.channel, toldAt: '', interpreted: 'not-needed', complaintTold: 'unknown', says: '' }
  return (
    <RequestActForm request={id} act="tell" blank={blank} write={({ toldAt, ...rest }) => ({ ...rest, toldAt: typedLocally(toldAt) })} onDone={onDone}>
      {(draft) => (
        <>
          <SelectField label={say('request.told-how')} hint={asked.channelSays} {...draft.at('how')} options={SAFE_CHANNELS.map((value) => ({ value, words: say(`channel.${value}`) }))} />
          <WhenField label={say('request.told-at')} exactly="to-the-minute" {...draft.at('toldAt')} />
          <Pick label={say('request.interpreted')} {...draft.at('interpreted')} options={INTERPRETED.map((value) => ({ value, words: say(`request.interpreted-${value}`) }))} />
          <Pick label={say('request.complaint-told')} unknown="unknown" {...draft.at('complaintTold')} options={TOLD.map((value) => ({ value, words: say(`request.complaint-told-${value}`) }))} />
          <LongField label={say('request.told-says')} rows={2} {...draft.at('says')} />
        </>
      )}
    </RequestActForm>
  )
}

function Correct({ request: { id }, onDone }: ActProps) {
  const say = useSay()
  return (
    <RequestActForm request={id} act="correct" blank={{ file: '', entry: '', says: '' }} write={({ entry, ...rest }) => ({ ...rest, entry: orNone(entry) })} onDone={onDone}>
      {(draft) => (
        <>
          <div className="fields"><TextField label={say('request.file')} hint={say('request.file-hint')} direction="ltr" {...draft.at('file')} /><TextField label={say('request.entry')} direction="ltr" {...draft.at('entry')} /></div>
          <LongField label={say('request.correction')} {...draft.at('says')} />
        </>
      )}
    </RequestActForm>
  )
}

function Restrict({ request: { id }, onDone }: ActProps) {
  const say = useSay()
  const blank: { readonly file: string; readonly because: RestrictionReason; readonly says: string } = { file: '', because: 'accuracy-contested', says: '' }
  return (
    <RequestActForm request={id} act="restrict" blank={blank} write={(draft) => draft} onDone={onDone}>
      {(draft) => (
        <>
          <TextField label={say('request.file')} hint={say('request.file-hint')} direction="ltr" {...draft.at('file')} />
          <SelectField label={say('request.because')} {...draft.at('because')} options={RESTRICTION_REASONS.map((value) => ({ value, words: say(`restriction.${value}`) }))} />
          <LongField label={say('request.noted')} rows={2} {...draft.at('says')} />
        </>
      )}
    </RequestActForm>
  )
}

function Lift({ request: { id, version, restrictions }, onDone }: ActProps) {
  const say = useSay()
  const blank: { readonly file: string; readonly toldBefore: (typeof TOLD)[number]; readonly because: string } = { file: restrictions[0]?.file ?? '', toldBefore: 'unknown', because: '' }
  return (
    <RequestActForm request={id} act="lift-restriction" version={version} blank={blank} write={(draft) => draft} onDone={onDone}>
      {(draft) => (
        <>
          <SelectField label={say('request.file')} {...draft.at('file')} options={restrictions.map(({ file }) => ({ value: file, words: file }))} />
          <Pick label={say('request.told-before')} unknown="unknown" {...draft.at('toldBefore')} options={TOLD.map((value) => ({ value, words: say(`request.told-before-${value}`) }))} />
          <LongField label={say('request.because')} rows={2} {...draft.at('because')} />
        </>
      )}
    </RequestActForm>
  )
}

function LinkForgetting({ request: { id }, onDone }: ActProps) {
  const say = useSay()
  return (
    <RequestActForm request={id} act="link-forgetting" blank={{ asking: '', file: '' }} write={(draft) => draft} onDone={onDone}>
      {(draft) => <div className="fields"><TextField label={say('request.asking')} hint={say('request.asking-hint')} direction="ltr" {...draft.at('asking')} /><TextField label={say('request.file')} hint={say('request.file-hint')} direction="ltr" {...draft.at('file')} /></div>}
    </RequestActForm>
  )
}

function ForwardComplaint({ request: { id }, onDone }: ActProps) {
  const say = useSay()
  return (
    <RequestActForm request={id} act="forward-complaint" blank={{ to: '', at: '', says: '' }} write={({ at, ...rest }) => ({ ...rest, at: typedLocally(at) })} onDone={onDone}>
      {(draft) => <><TextField label={say('request.complaint-to')} {...draft.at('to')} /><WhenField label={say('request.told-at')} exactly="to-the-minute" {...draft.at('at')} /><LongField label={say('request.told-says')} rows={2} {...draft.at('says')} /></>}
    </RequestActForm>
  )
}

function Close({ request: { id, version }, onDone }: ActProps) {
  const say = useSay()
  const blank: { readonly because: Closing; readonly says: string } = { because: 'told', says: '' }
  return (
    <RequestActForm request={id} act="close" version={version} blank={blank} write={(draft) => draft} onDone={onDone}>
      {(draft) => <><SelectField label={say('request.because')} {...draft.at('because')} options={CLOSINGS.map((value) => ({ value, words: say(`closing.${value}`) }))} /><LongField label={say('request.told-says')} rows={2} {...draft.at('says')} /></>}
    </RequestActForm>
  )
}

const orNone = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())
