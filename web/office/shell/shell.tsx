import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { KeyList, useKeys } from '../../../ui/keys.tsx'
import { QuickExit } from '../../../ui/quick-exit.tsx'
import { useSay } from '../../../ui/say.tsx'
import type { Look } from '../../words/use-look.ts'
import { useLive } from '../asking/use-live.ts'
import { Arrival, useDeparture } from '../page/arrival.ts'
import { GlassLine } from '../need/glass-line.tsx'
import { PurposeChoice } from '../purpose/purpose-choice.tsx'
import { useSigningOut, type Colleague } from '../session/use-session.ts'
import { IdleCover } from '../idle/idle-cover.tsx'
import { Liveliness } from './liveliness.tsx'
import { NavList } from './nav-list.tsx'
import { OwnMenu } from './own-menu.tsx'
import { placesOf } from './places.ts'
import { PAGE_SEARCH_ID, SEARCH_ID, SearchBox } from './search-box.tsx'
import { useIdle } from '../idle/use-idle.ts'
import { useReturn } from '../idle/use-return.ts'
import { ProvingAnew } from '../session/step-up.tsx'
import { useWayOut } from './use-way-out.ts'

const IDLE_MINUTES = 10

interface ShellProps {
  readonly look: Look
  readonly person: Colleague
  readonly children: ReactNode
}

/** What stands around every page of the office: where one can go, who is signed in, whether it is live, and the way out. */
export function Shell({ look, person, children }: ShellProps) {
  const say = useSay()
  const live = useLive(person)
  const leave = useWayOut()
  const signOut = useSigningOut()
  const { places, go, search } = usePlaces(person)
  const underWay = useDeparture(useRouter())
  const [keysOpen, setKeysOpen] = useState(false)
  const [idle, back] = useIdle(IDLE_MINUTES * 60_000)
  const { comeBack, refusal } = useReturn(person.id, back)
  useKeys(places, search ? SEARCH_ID : PAGE_SEARCH_ID, useCallback(() => setKeysOpen(true), []), go)
  return (
    <ProvingAnew>
      <div className="shell" data-idle={idle || undefined}>
        <a className="skip" href="#main">{say('office.skip')}</a>
        <header className="bar">
          <p className="wordmark">{say('daylight')}</p>
          {search && <SearchBox onSearch={search} />}
          <PurposeChoice person={person} />
          <div className="bar-end">
            {live && <Liveliness is={live} />}
            <OwnMenu person={person} look={look} onShowKeys={() => setKeysOpen(true)} onSignOut={signOut} />
            <QuickExit onLeave={leave} />
          </div>
        </header>
        <NavList places={places} />
        <main id="main" tabIndex={-1}>
          <GlassLine person={person} />
          <Arrival value={underWay}>{children}</Arrival>
        </main>
      </div>
      <KeyList places={places} searches={say(search ? 'search.label' : 'search.page')} open={keysOpen} onClose={() => setKeysOpen(false)} />
      {idle && <IdleCover minutes={IDLE_MINUTES} onBack={comeBack} refusal={refusal} onSignInAgain={signOut} />}
    </ProvingAnew>
  )
}

/** Where this person can go among the pages there are, and how. */
function usePlaces(person: Colleague) {
  const say = useSay()
  const navigate = useNavigate()
  const { routesByPath } = useRouter()
  const places = useMemo(() => placesOf(person, Object.keys(routesByPath), say), [person, routesByPath, say])
  const go = useCallback((to: string) => void navigate({ to }), [navigate])
  const search = (words: string): void => void navigate({ to: '/search', state: { searchedFor: words } })
  return { places, go, search: person.may.includes('see-cases') && Object.hasOwn(routesByPath, '/search') ? search : null }
}
