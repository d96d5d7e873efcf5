import { lazy, Suspense, useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useSay } from '../../../../ui/say.tsx'
import { HoursToEntry } from '../../figures/hours-to-entry.tsx'
import { Waiting } from '../../page/waiting.tsx'
import { useMay } from '../../session/use-may.ts'
import { writtenHere } from './board.ts'
import { useBoard } from './on-board.ts'

const OpenPlanForm = lazy(() => import('../../plans/open-plan.tsx').then((module) => ({ default: module.OpenPlanForm })))

/** The plans that rest on this site, each with its hour of entry, and the way to open another. */
export function PlansOfSite() {
  const say = useSay()
  const go = useNavigate()
  const { board: { site }, when } = useBoard()
  const mayOpen = useMay('open-plan') && when === 'now'
  const [opening, setOpening] = useState(false)
  return (
    <section className="plans-of-site" aria-label={say('site.plans')}>
      <ul>
        {site.plans.map(({ id, number, at }) => <li key={id}><Link to="/plans/$plan" params={{ plan: id }}>{say('site.plan', { number })}</Link> <HoursToEntry entry={writtenHere(Date.parse(at))} /></li>)}
        {site.plans.length === 0 && <li className="none-yet">{say('site.no-plan')}</li>}
      </ul>
      {mayOpen && !opening && <button type="button" onClick={() => setOpening(true)}>{say('site.open-plan')}</button>}
      {opening && <Suspense fallback={<Waiting what={say('site.opening-form')} />}><OpenPlanForm site={site.id} onOpened={(plan) => void go({ to: '/plans/$plan', params: { plan } })} onAway={() => setOpening(false)} /></Suspense>}
    </section>
  )
}
