import { useState } from 'react'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { KnownWhenShape } from '../../../../wire/office/plan-answers.ts'
import type { Sent } from '../../../../wire/api.ts'
import { NO_HANDLES, type Assessed } from '../../../reading/assessed.ts'
import { verdictMark, verdictWords } from '../../../reading/verdict.tsx'
import { useAsked } from '../../asking/use-asked.ts'
import { Interval } from '../../figures/interval.tsx'
import { When } from '../../figures/when.tsx'
import { Held } from '../../page/page.tsx'
import { useUnitPolicy } from '../../policy/unit-policy.ts'
import { NotForYou } from '../not-for-you.tsx'
import { planPath, streamsOf, type ShownPlan } from '../plan-asked.ts'
import { readPlan } from '../read-plan.ts'

/** What was known whenever the plan was authorised, beside what is known now. What came late stays out of what was known. */
export function KnownThen({ plan }: { readonly plan: ShownPlan }) {
  const say = useSay()
  const authorised = plan.versions.filter(({ act }) => act === 'plan/authorised').toReversed()
  const [chosen, setChosen] = useState(authorised[0]?.noted.entry ?? '')
  if (authorised.length === 0) return null
  return (
    <section aria-labelledby="known-then">
      <h2 id="known-then">{say('versions.known-then')}</h2>
      {authorised.length > 1 && (
        <p className="row-acts">
          {authorised.map(({ noted }) => <button key={noted.entry} type="button" aria-pressed={noted.entry === chosen} onClick={() => setChosen(noted.entry)}>{say('versions.authorisation-of', { version: noted.version })}</button>)}
        </p>
      )}
      <OneAuthorisation plan={plan} entry={chosen} />
    </section>
  )
}

function OneAuthorisation({ plan, entry }: { readonly plan: ShownPlan; readonly entry: string }) {
  const say = useSay()
  const asked = useAsked({ path: `${planPath(plan.id)}/authorised/${encodeURIComponent(entry)}`, streams: streamsOf(plan) }, KnownWhenShape)
  return <Held asked={asked} what={say('plan-page.reading')}>{(known) => <SideBySide plan={plan} known={known} />}</Held>
}

function SideBySide({ plan, known }: { readonly plan: ShownPlan; readonly known: Sent<typeof KnownWhenShape> }) {
  const say = useSay()
  const policy = useUnitPolicy()
  const [then, now] = [readPlan(known, { inForce: policy.at(known.knownAt), handles: NO_HANDLES }), readPlan(plan, { inForce: policy.now, handles: NO_HANDLES })]
  return (
    <>
      <p>{say('versions.authorised-by', { who: known.names[known.authorised.by] ?? known.authorised.by })} <When at={known.authorised.occurredAt} /></p>
      <div className="two then-and-now">
        <Read assessed={then} title={say('versions.then')} at={known.knownAt} />
        <Read assessed={now} title={say('versions.now')} at={plan.knownAt} />
      </div>
      <NotForYou of={known} />
      <h3>{say('versions.since')}</h3>
      {known.since.length === 0 ? <p>{say('versions.nothing-since')}</p> : (
        <ul className="since">
          {known.since.map(({ entry, type, stream, by, receivedAt, occurredAt }) => (
            <li key={entry}>
              <strong>{say(`done.${type}`)}</strong> {stream.startsWith('site/') && say('versions.at-the-site')} · {known.names[by] ?? by} · {say('versions.reached-us')} <When at={receivedAt} />
              {occurredAt < known.knownAt && <strong className="runs-out"> {say('versions.came-late')} <When at={occurredAt} /></strong>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** One side: the verdict, the certainty, what it rested on, and what was lacking. */
function Read({ assessed, title, at }: { readonly assessed: Assessed | null; readonly title: string; readonly at: string }) {
  const say = useSay()
  if (!assessed) return <section aria-label={title}><h3>{title}</h3><p>{say('plan-page.unreadable')}</p></section>
  const { reading, asked, operation } = assessed
  const known = asked && asked.answer.roots.length > 0 ? asked.answer : null
  return (
    <section aria-label={title}>
      <h3>{title} <span className="hint"><When at={at} /></span></h3>
      <p className="verdict-then"><Mark of={verdictMark(assessed)} /> <strong>{say(verdictWords(assessed))}</strong></p>
      <p><Interval of={known} asOf={at} /></p>
      {known && <p>{known.validUntil === null ? say('plan-page.holds-no-more') : <>{say('certainty.until')} <When at={known.validUntil} /></>}</p>}
      <h4>{say('versions.rested-on')}</h4>
      <ul>{(operation.reports === 'unknown' ? [] : operation.reports).map(({ id, kind, says, observedAt }) => <li key={id}><strong>{say(`kind.${kind}`)}</strong> <bdi>{says}</bdi> <span className="hint"><When at={observedAt} /></span></li>)}</ul>
      {reading.read === 'raid' && <p className="hint">{say('versions.lacking', { count: reading.criteria.flatMap(({ requirements }) => requirements).filter(({ met }) => met !== 'yes' && met !== 'not-applicable').length })}</p>}
    </section>
  )
}
