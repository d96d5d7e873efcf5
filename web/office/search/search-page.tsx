import { useState, type ReactNode } from 'react'
import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { useSay } from '../../../ui/say.tsx'
import type { Sent } from '../../../wire/api.ts'
import { FoundShape, MOST_FOUND } from '../../../wire/office/search.ts'
import { useAsked } from '../asking/use-asked.ts'
import { When } from '../figures/when.tsx'
import { OpenInDanger } from '../need/open-in-danger.tsx'
import { Held, Page } from '../page/page.tsx'
import { StandingMark } from '../plans/standing-mark.tsx'

type Found = Sent<typeof FoundShape>

/** Everything that has what is sought in its number, jurisdiction, kind of venue or code name. What is sealed is searched by nobody. */
export function SearchPage() {
  const say = useSay()
  const sought = useRouterState({ select: ({ location }) => location.state.searchedFor }) ?? ''
  const asked = useAsked({ path: sought === '' ? null : `/api/search?q=${encodeURIComponent(sought)}`, streams: ['site/', 'plan/', 'source/'] }, FoundShape)
  return (
    <Page title={say('search.title')}>
      <SearchAgain key={sought} sought={sought} />
      <p className="hint">{say('search.what')}</p>
      {sought !== '' && <Held asked={asked} what={say('search.searching')}>{(found) => <FoundAll found={found} />}</Held>}
    </Page>
  )
}

/** What was sought stands here and in no address, so that it can be put another way. */
function SearchAgain({ sought }: { readonly sought: string }) {
  const say = useSay()
  const go = useNavigate()
  const [words, setWords] = useState(sought)
  const search = (): void => {
    if (words.trim() !== '') void go({ to: '/search', state: { searchedFor: words.trim() } })
  }
  return (
    <form className="search-again" role="search" autoComplete="off" onSubmit={(event) => { event.preventDefault(); search() }}>
      <label className="list-search">
        <span className="label">{say('search.label')}</span>
        <input id="page-search" type="search" autoComplete="off" value={words} onChange={({ target }) => setWords(target.value)} />
      </label>
      <button type="submit">{say('search.do')}</button>
    </form>
  )
}

function FoundAll({ found: { sites, plans, sources } }: { readonly found: Found }) {
  const say = useSay()
  if (sites.length + plans.length + sources.length === 0) return <div className="listing-none"><p role="status">{say('search.nothing')}</p><p className="hint">{say('reach.search')}</p><OpenInDanger /></div>
  return (
    <>
      <FoundOfAKind title={say('place.sites')} count={sites.length}>
        {sites.map(({ id, number, venue, jurisdiction }) => <li key={id}><Link to="/sites/$site" params={{ site: id }}><strong>{say('search.site', { number })}</strong></Link> {say(`venue.${venue}`)} · <bdi dir="ltr">{jurisdiction}</bdi></li>)}
      </FoundOfAKind>
      <FoundOfAKind title={say('place.plans')} count={plans.length}>
        {plans.map(({ id, number, siteNumber, standing, at }) => <li key={id}><Link to="/plans/$plan" params={{ plan: id }}><strong>{say('search.plan', { number })}</strong></Link> {say('search.site', { number: siteNumber })} · <StandingMark standing={standing} /> · <When at={at} /></li>)}
      </FoundOfAKind>
      <FoundOfAKind title={say('place.sources')} count={sources.length}>
        {sources.map(({ id, codeName }) => <li key={id}><Link to="/sources"><strong><bdi>{codeName}</bdi></strong></Link></li>)}
      </FoundOfAKind>
    </>
  )
}

function FoundOfAKind({ title, count, children }: { readonly title: string; readonly count: number; readonly children: ReactNode }) {
  const say = useSay()
  if (count === 0) return null
  return (
    <section className="found">
      <h2>{title} <span className="hint">{say(count >= MOST_FOUND ? 'search.first' : 'search.count', { count })}</span></h2>
      <ul className="entries">{children}</ul>
    </section>
  )
}
