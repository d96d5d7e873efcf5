import { useState } from 'react'
import { instant, type Instant } from '../../../../core/kernel/instant.ts'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { TimelineShape } from '../../../../wire/office/site-answers.ts'
import { useAsked } from '../../asking/use-asked.ts'
import { HoursToEntry } from '../../figures/hours-to-entry.tsx'
import { When } from '../../figures/when.tsx'
import { SelectField } from '../../form/fields.tsx'
import { isToTheMinute, typedLocally } from '../../form/local-time.ts'
import { WhenField } from '../../form/when-field.tsx'
import { writtenHere, type Board, type SiteRead } from './board.ts'

interface AsKnownProps {
  readonly board: Board
  readonly when: 'now' | 'then'
  /** Null for now. */
  readonly onChoose: (knownAt: string | null) => void
}

/** As known when: now, or at any instant in the past, picked from what happened or typed. */
export function AsKnown({ board: { site, knownAt }, when, onChoose }: AsKnownProps) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const choose = (at: string | null): void => {
    setOpen(false)
    onChoose(at)
  }
  return (
    <div className="head-control">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>{say(when === 'now' ? 'site.as-known-now' : 'site.as-known-at')} <When at={knownAt} /></button>
      {open && <ChooseInstant site={site} onChoose={choose} />}
    </div>
  )
}

function ChooseInstant({ site, onChoose }: { readonly site: SiteRead; readonly onChoose: (knownAt: string | null) => void }) {
  const say = useSay()
  const asked = useAsked({ path: `/api/sites/${site.id}/timeline`, streams: [`site/${site.id}`] }, TimelineShape)
  const [typed, setTyped] = useState('')
  const read = typedLocally(typed)
  const entries = asked.answer?.entries.toReversed() ?? []
  return (
    <div className="head-choice">
      <SelectField label={say('site.after-what')} value="" onChange={(at) => at !== '' && onChoose(at)} options={[{ value: '', words: say('site.pick-instant') }, ...entries.map(({ entry, receivedAt, type }) => ({ value: receivedAt, words: `${writtenHere(Date.parse(receivedAt)).slice(0, 16).replace('T', ' ')} · ${say(`site.fact.${type.replace('/', '-')}`)} · ${entry.slice(0, 4)}` }))]} />
      <WhenField label={say('site.or-instant')} exactly="to-the-minute" value={typed} onChange={setTyped} />
      <div className="acts">
        <button type="button" aria-disabled={!isToTheMinute(typed)} onClick={() => isToTheMinute(read) && onChoose(new Date(read).toISOString())}>{say('site.show-then')}</button>
        <button type="button" onClick={() => onChoose(null)}>{say('site.back-to-now')}</button>
      </div>
    </div>
  )
}

/** What stands over a board that is not of now, so that nobody takes the one for the other. */
export function NotNow({ knownAt, onBack }: { readonly knownAt: Instant; readonly onBack: () => void }) {
  const say = useSay()
  return (
    <p className="not-now" role="status">
      <Mark of="unknown" /> <strong>{say('site.not-now')}</strong> <When at={knownAt} />. {say('site.not-now-means')} <button type="button" onClick={onBack}>{say('site.back-to-now')}</button>
    </p>
  )
}

interface EntryProps {
  readonly board: Board
  readonly entry: Instant | null
  readonly onChoose: (entry: Instant | null) => void
}

/** The hour that is asked about: that of a plan, or any other; without one, the moment as known. */
export function HourOfEntry({ board: { site }, entry, onChoose }: EntryProps) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const read = typedLocally(typed)
  const choose = (at: Instant | null): void => {
    setOpen(false)
    onChoose(at)
  }
  return (
    <div className="head-control">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>{entry === null ? say('site.no-hour') : <HoursToEntry entry={writtenHere(entry)} />}</button>
      {open && (
        <div className="head-choice">
          {site.plans.length > 0 && <SelectField label={say('site.hour-of-plan')} value="" onChange={(at) => at !== '' && choose(instant(Date.parse(at)))} options={[{ value: '', words: say('site.pick-plan') }, ...site.plans.map(({ number, at }) => ({ value: at, words: `${say('site.plan', { number })} · ${writtenHere(Date.parse(at)).slice(0, 16).replace('T', ' ')}` }))]} />}
          <WhenField label={say('site.hour-typed')} term="hour-of-entry" exactly="to-the-minute" value={typed} onChange={setTyped} />
          <div className="acts">
            <button type="button" aria-disabled={!isToTheMinute(typed)} onClick={() => isToTheMinute(read) && choose(instant(Date.parse(read)))}>{say('site.ask-for-hour')}</button>
            <button type="button" onClick={() => choose(null)}>{say('site.ask-for-now')}</button>
          </div>
        </div>
      )}
    </div>
  )
}
