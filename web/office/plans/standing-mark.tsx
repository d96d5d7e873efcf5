import { Mark, type Standing as Sign } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import type { ShownPlan } from './plan-asked.ts'

const SIGNS = {
  draft: 'partly', authorised: 'holds', 'authorised-on-condition': 'partly', lapsed: 'fails', urgent: 'found', entered: 'holds', refused: 'not-applicable', 'stood-down': 'not-applicable',
} as const satisfies Record<ShownPlan['standing'], Sign>

/** Where a plan stands, as a mark with its word. */
export function StandingMark({ standing }: { readonly standing: ShownPlan['standing'] }) {
  const say = useSay()
  return <span className="standing"><Mark of={SIGNS[standing]} /> {say(`standing.${standing}`)}</span>
}
