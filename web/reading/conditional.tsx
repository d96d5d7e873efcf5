import type { RaidReading } from '../../core/planning/readiness.ts'
import { withZone } from '../../ui/clock.ts'
import { Figure, share } from '../../ui/figure.tsx'
import { Heading } from '../../ui/heading.tsx'
import { useSay } from '../../ui/say.tsx'
import { useLanguage } from '../words/use-language.ts'
import { useAssessed } from './assessed.ts'

/** The one report on which a plan may be authorised whose only closed gates are number and freshness. */
export function Conditional({ reading: { conditional } }: { readonly reading: RaidReading }) {
  const say = useSay()
  const language = useLanguage()
  const { zone } = useAssessed()
  if (!conditional) return null
  return (
    <section className="conditional" aria-labelledby="conditional">
      <Heading level={3} id="conditional" term="conditional-authority">{say('conditional.title')}</Heading>
      <p>{say('conditional.says', { seenAfter: withZone(conditional.seenAfter, zone, language) })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('change.kind')}</th>
            <th scope="col" className="number">{say('conditional.low-end')}</th>
            <th scope="col">{say('conditional.gates')}</th>
          </tr>
        </thead>
        <tbody>
          {conditional.confirmedBy.map(({ kind, p10, gatesHold }) => (
            <tr key={kind}>
              <th scope="row">{say(`kind.${kind}`)}</th>
              <td className="number"><Figure>{share(p10)}</Figure></td>
              <td>{say(`met.${gatesHold}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
