import { instant, type Instant } from '../../../core/kernel/instant.ts'
import { withZone } from '../../../ui/clock.ts'
import { Figure, Moment, share } from '../../../ui/figure.tsx'
import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { zoneHere } from './when.tsx'

/** A probability as it is known: never without its interval. */
export interface KnownShare {
  readonly probability: number
  readonly p10: number
  readonly p90: number
}

interface IntervalProps {
  /** Null where nothing weighs: then nothing is known, and no number stands in for that. */
  readonly of: KnownShare | null
  /** As known at; left out only where the page says it for all its numbers. */
  readonly asOf?: string | Instant
}

/** `0.95 [0.90–0.97], as known 06:10`: a number about the world never stands alone. */
export function Interval({ of, asOf }: IntervalProps) {
  const say = useSay()
  const language = useLanguage()
  if (of === null) return <span className="interval-words"><Mark of="unknown" /> {say('certainty.nothing')}</span>
  const at = asOf === undefined ? null : typeof asOf === 'string' ? instant(Date.parse(asOf)) : asOf
  return (
    <span className="interval-words">
      <Figure><strong>{share(of.probability)}</strong> [{share(of.p10)}–{share(of.p90)}]</Figure>
      {at !== null && <span className="hint"> {say('office.as-known')} <Moment>{withZone(at, zoneHere(at), language)}</Moment></span>}
    </span>
  )
}
