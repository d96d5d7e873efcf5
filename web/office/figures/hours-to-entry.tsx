import { instant } from '../../../core/kernel/instant.ts'
import { asWritten } from '../../../ui/clock.ts'
import { Moment } from '../../../ui/figure.tsx'
import { lengthOfTime } from '../../../ui/length-of-time.ts'
import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { useNow } from './use-now.ts'

/** The hour of entry, in the zone it was written in, and how long it is until then: in sight on every planning screen. */
export function HoursToEntry({ entry }: { readonly entry: string | null }) {
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  if (entry === null) return <span className="entry-hour"><Mark of="unknown" /> {say('office.entry-unknown')}</span>
  const at = instant(Date.parse(entry))
  return (
    <span className="entry-hour">
      {say('office.entry')} <Moment>{asWritten(entry, language)}</Moment> <strong>{say(at > now ? 'office.to-entry' : 'office.after-entry', { length: lengthOfTime(at - now, say) })}</strong>
    </span>
  )
}
