import { instant, type Instant } from '../../../core/kernel/instant.ts'
import { asWritten, shortDay, withZone, zoneOf, type Zone } from '../../../ui/clock.ts'
import { Moment } from '../../../ui/figure.tsx'
import { lengthOfTime } from '../../../ui/length-of-time.ts'
import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { offsetText } from '../form/local-time.ts'
import { useNow } from './use-now.ts'

/** The zone of this machine at a moment. */
export const zoneHere = (at: Instant): Zone => zoneOf(`2000-01-01T00:00:00${offsetText(-new Date(at).getTimezoneOffset())}`)

/** The clock of the page moves by the minute: what came since it last did is not ahead. */
export const A_MINUTE = 60_000

/** A moment in the zone of this machine, and how long ago it was or how long until. Null is shown as unknown. */
export function When({ at }: { readonly at: string | Instant | null }) {
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  if (at === null) return <><Mark of="unknown" /> {say('office.unknown')}</>
  const moment = typeof at === 'string' ? instant(Date.parse(at)) : at
  const length = lengthOfTime(moment - now, say)
  return (
    <span className="moment">
      <Moment>{withZone(moment, zoneHere(moment), language)}</Moment> <span className="hint">{say(moment < now + A_MINUTE ? 'office.ago' : 'office.until', { length })}</span>
    </span>
  )
}

/** The day of a moment, where its hour does not matter. */
export function Day({ at }: { readonly at: string }) {
  const language = useLanguage()
  const moment = instant(Date.parse(at))
  return <Moment>{shortDay(moment, zoneHere(moment), language)}</Moment>
}

/** A time no more exactly than it was written. */
export function AsWritten({ written }: { readonly written: string }) {
  const language = useLanguage()
  return <Moment>{asWritten(written, language)}</Moment>
}
