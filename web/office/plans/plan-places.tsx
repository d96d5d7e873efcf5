import { Link } from '@tanstack/react-router'
import { useSay } from '../../../ui/say.tsx'

const PLACES = [['plan', '/plans/$plan'], ['versions', '/plans/$plan/versions'], ['briefing', '/plans/$plan/briefing']] as const

/** The pages of one plan: the plan, its versions, and the sheet for the briefing. */
export function PlanPlaces({ plan, at }: { readonly plan: string; readonly at: (typeof PLACES)[number][0] }) {
  const say = useSay()
  return (
    <nav className="plan-places" aria-label={say('plan-page.places')}>
      {PLACES.map(([place, to]) => (place === at ? <strong key={place} aria-current="page">{say(`plan-page.place-${place}`)}</strong> : <Link key={place} to={to} params={{ plan }}>{say(`plan-page.place-${place}`)}</Link>))}
    </nav>
  )
}
