import { Link, useRouterState } from '@tanstack/react-router'
import { useSay } from '../../../ui/say.tsx'
import { When } from '../figures/when.tsx'
import type { Colleague } from '../session/use-session.ts'
import { useGlasses } from './need-asked.ts'
import './need.css'

/** On top of every other page of whoever was told, or reviews: somebody opened a file because of danger, and nobody has looked at that yet. */
export function GlassLine({ person }: { readonly person: Colleague }) {
  const say = useSay()
  const asked = useGlasses(person.may.includes('see-cases') ? 'yes' : 'no')
  const isThere = useRouterState({ select: ({ location }) => location.pathname === '/glasses' })
  const [newest, ...more] = asked?.glasses ?? []
  if (!asked || !newest || isThere) return null
  return (
    <aside className="glass-line" role="status" aria-label={say('place.glasses')}>
      <p>
        <strong>{say('glass.line', { who: asked.names[newest.person] ?? newest.person, number: newest.number })}</strong> <When at={newest.at} />
        {more.length > 0 && <> {say('glass.line-more', { count: more.length })}</>}
      </p>
      <Link to="/glasses">{say('glass.line-read')}</Link>
    </aside>
  )
}
