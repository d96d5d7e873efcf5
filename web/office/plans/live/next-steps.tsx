import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import { useLacks } from '../../../reading/lacks.tsx'
import type { Requirement } from '../../../../core/planning/criteria.ts'
import type { RaidReading } from '../../../../core/planning/readiness.ts'
import type { ShownPlan } from '../plan-asked.ts'
import { useGoToPart } from '../parts/folding.tsx'
import { markerMendedIn, mendedIn, type Mended } from './mends.ts'

/** As many as can be read at a glance; the rest unfold. */
const AT_A_GLANCE = 7
/** Where the same is owed many times over, the part itself lists the rest. */
const MOST_SENTENCES = 3

/** What is lacking under one head, and where it is mended. */
interface Step {
  readonly about: string
  readonly words: readonly string[]
  readonly mended: Mended
  readonly danger: 'yes' | 'no'
}

/** What to do next: each thing that is lacking, as a sentence, with the way to where it is mended. */
export function NextSteps({ plan }: { readonly plan: ShownPlan }) {
  const say = useSay()
  const { reading } = useAssessed()
  const [shown, setShown] = useState<'first' | 'all'>('first')
  const steps = useSteps(reading.read === 'raid' ? reading : null)
  const listed = shown === 'all' ? steps : steps.slice(0, AT_A_GLANCE)
  return (
    <section className="next-steps" aria-labelledby="next-steps">
      <h2 id="next-steps">{say('plan-page.next')}</h2>
      {steps.length === 0 && <p><Mark of="holds" /> {say('toward.nothing')}</p>}
      <ol>
        {listed.map(({ about, words, mended, danger }) => (
          <li key={`${about} ${mended}`} className={danger === 'yes' ? 'step-danger' : undefined}>
            <strong>{about}</strong> <Way mended={mended} plan={plan} />
            <ul>
              {words.slice(0, MOST_SENTENCES).map((sentence) => <li key={sentence}>{sentence}</li>)}
              {words.length > MOST_SENTENCES && <li className="hint">{say('plan-page.and-more', { count: words.length - MOST_SENTENCES })}</li>}
            </ul>
          </li>
        ))}
      </ol>
      {steps.length > listed.length && <button type="button" onClick={() => setShown('all')}>{say('plan-page.next-all', { count: steps.length })}</button>}
    </section>
  )
}

interface Sentence {
  readonly text: string
  readonly mended: Mended
}

function useSteps(reading: RaidReading | null): readonly Step[] {
  const say = useSay()
  const lacksOf = useLacks()
  if (!reading) return []
  const found = reading.markers.filter(({ state }) => state !== 'not-found').map(({ id, state }): Step => ({ about: state === 'found' ? say(`marker.${id}`) : say('plan-page.sign-unknown', { sign: say(`marker.${id}`) }), words: [say(`toward.${id}-plan`)], mended: markerMendedIn(id), danger: state === 'found' ? 'yes' : 'no' }))
  const sentences = (requirement: Requirement): readonly Sentence[] => {
    const words = lacksOf(requirement)
    if (words.length === 0) return [{ text: say(`requirement.${requirement.id}`), mended: mendedIn(requirement.id) }]
    return words.map((text, at) => ({ text, mended: mendedIn(requirement.id, requirement.lacks[at]?.code) }))
  }
  const lacking = reading.criteria.flatMap(({ id, requirements }) => {
    const open = requirements.filter(({ met }) => met !== 'yes' && met !== 'not-applicable').flatMap(sentences)
    return [...Map.groupBy(open, ({ mended }) => mended)].map(([mended, own]): Step => ({ about: say(`criterion.${id}`), words: [...new Set(own.map(({ text }) => text))], mended, danger: 'no' }))
  })
  return [...found, ...lacking]
}

function Way({ mended, plan }: { readonly mended: Mended; readonly plan: ShownPlan }) {
  const say = useSay()
  const goToPart = useGoToPart()
  if (mended === 'site') return <Link to="/sites/$site" params={{ site: plan.site }}>{say('plan-page.to-site', { number: plan.siteNumber })}</Link>
  return <button type="button" className="plain" onClick={() => goToPart(mended)}>{say('plan-page.to-part', { part: say(`part.${mended}`) })}</button>
}
