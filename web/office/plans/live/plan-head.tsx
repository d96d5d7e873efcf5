import { Link } from '@tanstack/react-router'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { sayLikelihood } from '../../../certainty/likelihood.ts'
import { useAssessed } from '../../../reading/assessed.ts'
import { Phases } from '../../../reading/phases.tsx'
import { meaningOf, verdictMark, verdictWords } from '../../../reading/verdict.tsx'
import { useLanguage } from '../../../words/use-language.ts'
import { HoursToEntry } from '../../figures/hours-to-entry.tsx'
import { Interval } from '../../figures/interval.tsx'
import { When } from '../../figures/when.tsx'
import type { ShownPlan } from '../plan-asked.ts'

/** What it comes to, for whom, how sure and until when. The first line stays in sight wherever one reads. */
export function PlanHead({ plan, unrecorded }: { readonly plan: ShownPlan; readonly unrecorded: number }) {
  const say = useSay()
  const assessed = useAssessed()
  const { reading, operation, file } = assessed
  return (
    <>
      <div className="plan-bar">
        <span className={`bar-verdict verdict-${reading.verdict ?? 'urgent'}`}><Mark of={verdictMark(assessed)} /> {say(verdictWords(assessed))}</span>
        <span className="plan-bar-number">{say('plan-page.title', { number: plan.number })}</span>
        <HoursToEntry entry={String(file['at'])} />
        <BarCertainty />
      </div>
      <section className="plan-head" aria-label={say('plan-page.what-it-comes-to')}>
        <p className="verdict-means">
          {say(meaningOf(assessed))} {unrecorded > 0 && <strong className="runs-out">{say('plan-page.with-unrecorded', { count: unrecorded })}</strong>}
        </p>
        <p className="plan-facts">
          <strong>{say(`standing.${plan.standing}`)}</strong> · {say('plan-page.version', { version: plan.version })} · <Writers plan={plan} /> · <Link to="/sites/$site" params={{ site: plan.site }}>{say('plan-page.site', { number: plan.siteNumber })}</Link> · {say(`venue.${operation.site.venue}`)}
        </p>
        <Certainty plan={plan} />
        {reading.read === 'raid' && <Phases phases={reading.phases} />}
      </section>
    </>
  )
}

/** Everybody who wrote in it, by name: none of them can authorise it. */
function Writers({ plan: { versions, names } }: { readonly plan: ShownPlan }) {
  const say = useSay()
  const language = useLanguage()
  const writers = [...new Set(versions.filter(({ part }) => part !== null).map(({ noted }) => noted.by))].map((id) => names[id] ?? id)
  return <>{say('plan-page.by', { count: writers.length, who: new Intl.ListFormat(language.slice(0, 2)).format(writers) })}</>
}

function BarCertainty() {
  const say = useSay()
  const { asked } = useAssessed()
  const known = asked && asked.answer.roots.length > 0 ? asked.answer : null
  return (
    <span className="bar-certainty">
      <Interval of={known} /> {known?.validUntil && <span className="hint">{say('certainty.until')} <When at={known.validUntil} /></span>}
    </span>
  )
}

/** How sure it is that somebody is there at the hour of entry, and until when that holds. */
function Certainty({ plan }: { readonly plan: ShownPlan }) {
  const say = useSay()
  const { asked } = useAssessed()
  const known = asked && asked.answer.roots.length > 0 ? asked.answer : null
  return (
    <p className="plan-certainty">
      <span className="label">{say('certainty.title-plan')}</span>
      <Interval of={known} asOf={plan.knownAt} /> {known && sayLikelihood(known.probability, say)}
      {known && (
        <span className="plan-until">
          {known.validUntil === null ? <><Mark of="unknown" /> {say('plan-page.holds-no-more')}</> : <>{say('certainty.until')} <When at={known.validUntil} /></>}
        </span>
      )}
      {known && known.gates.map(({ id, state }) => <span key={id} className="gate"><Mark of={state === 'open' ? 'holds' : state === 'closed' ? 'fails' : 'unknown'} /> {say(`gate.${id}`)}</span>)}
    </p>
  )
}
