import { PHASES } from '../../../../core/planning/requirements.ts'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import { useGoToPart } from '../parts/folding.tsx'
import { criterionMendedIn } from './mends.ts'

/** Every criterion as a mark with its word; each leads to the part that answers it, or to the site. */
export function CriteriaStrip({ onSite }: { readonly onSite: () => void }) {
  const say = useSay()
  const goToPart = useGoToPart()
  const { reading } = useAssessed()
  if (reading.read !== 'raid') return null
  return (
    <nav className="strip" aria-label={say('plan-page.strip')}>
      {PHASES.map((phase) => (
        <ul key={phase} aria-label={say(`phase.${phase}`)}>
          {reading.criteria.filter((criterion) => criterion.phase === phase).map(({ id, finding }) => {
            const mended = criterionMendedIn(id)
            return (
              <li key={id}>
                <button type="button" className="plain" onClick={() => (mended === 'site' ? onSite() : goToPart(mended))}>
                  <Mark of={finding} /> {say(`criterion.${id}`)}<span className="heard">: {say(`finding.${finding}`)}</span>
                </button>
              </li>
            )
          })}
        </ul>
      ))}
    </nav>
  )
}
