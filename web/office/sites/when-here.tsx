import { instant, type Instant } from '../../../core/kernel/instant.ts'
import { dayAndTime } from '../../../ui/clock.ts'
import { Moment } from '../../../ui/figure.tsx'
import { lengthOfTime } from '../../../ui/length-of-time.ts'
import { useSay } from '../../../ui/say.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { useNow } from '../figures/use-now.ts'
import { A_MINUTE, zoneHere } from '../figures/when.tsx'

/** A time and how long ago or until, where the zone of all times is named once for the page. */
export function WhenHere({ at }: { readonly at: string | Instant }) {
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const moment = typeof at === 'string' ? instant(Date.parse(at)) : at
  return (
    <span className="when-here">
      <Moment>{dayAndTime(moment, zoneHere(moment), language)}</Moment> <span className="hint">{say(moment < now + A_MINUTE ? 'office.ago' : 'office.until', { length: lengthOfTime(moment - now, say) })}</span>
    </span>
  )
}
