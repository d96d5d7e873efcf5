import type { ConditionalAuthority } from '../../../../core/certainty/conditional-authority.ts'
import { isoOf } from '../../../../core/kernel/instant.ts'
import { Figure, share } from '../../../../ui/figure.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { When } from '../../figures/when.tsx'

/** The condition in words: which report, seen since when, and what the low end would then be. */
export function ConditionAsked({ conditional: { seenAfter, confirmedBy } }: { readonly conditional: ConditionalAuthority }) {
  const say = useSay()
  const would = confirmedBy.filter(({ gatesHold }) => gatesHold === 'yes')
  return (
    <div className="condition">
      <p><strong>{say('condition.title')}</strong> {say('condition.seen-after')} <When at={isoOf(seenAfter)} /></p>
      <ul>{would.map(({ kind, p10 }) => <li key={kind}>{say('condition.kind', { kind })} <Figure>{share(p10)}</Figure></li>)}</ul>
      <p className="hint">{say('condition.else')}</p>
    </div>
  )
}
