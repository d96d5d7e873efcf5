import { Link } from '@tanstack/react-router'
import type { Place } from '../../../ui/keys.tsx'
import { useSay } from '../../../ui/say.tsx'

/** Where one can go: beside the page, or below it where the window is narrow. */
export function NavList({ places }: { readonly places: readonly Place[] }) {
  const say = useSay()
  return (
    <nav className="nav" aria-label={say('office.places')}>
      <ul>
        {places.map(({ key, id, words }) => (
          <li key={id}>
            <Link to={id} aria-keyshortcuts={`g ${key}`} activeProps={{ 'aria-current': 'page' }}>
              <span>{words}</span> <kbd aria-hidden="true">g {key}</kbd>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
