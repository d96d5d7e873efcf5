import type { ComponentType } from 'react'
import type { Messages } from '@lingui/core'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, retainSearchParams, type RouteComponent } from '@tanstack/react-router'
import type { KnownWords } from './known-words.ts'
import { OwnAccount } from './session/change-password.tsx'
import { FirstPlace } from './shell/first-place.tsx'
import { Gate } from './shell/gate.tsx'
import { Broken, NothingHere } from './shell/nothing-here.tsx'
import { lookAsked } from './dress/use-office-look.ts'

/** A file of words, loaded with the page that says them. */
type WordsFile = () => Promise<{ readonly messages: Messages }>

/** What the pages of plans say beside the words of every page. */
const PLANNING: readonly WordsFile[] = [() => import('../../words/en/readings.po'), () => import('../../words/en/planning-office.po'), () => import('../../words/en/plans.po')]

const root = createRootRoute({
  component: Gate,
  validateSearch: lookAsked,
  search: { middlewares: [retainSearchParams(['lang', 'light'])] },
  notFoundComponent: NothingHere,
  errorComponent: Broken,
})

const at = <const Path extends string>(path: Path, component: RouteComponent) => createRoute({ getParentRoute: () => root, path, component })

const readings: WordsFile = () => import('../../words/en/readings.po')
const sites: WordsFile = () => import('../../words/en/sites.po')
const shares: WordsFile = () => import('../../words/en/shares.po')
const sources: WordsFile = () => import('../../words/en/sources.po')
/** What the pages of holds and retention say. */
const KEEPING: readonly WordsFile[] = [() => import('../../words/en/retention.po')]
const requests: WordsFile = () => import('../../words/en/requests.po')
const people: WordsFile = () => import('../../words/en/people.po')

/**
 * The pages of the office by their addresses. An address holds ids, never a name.
 *
 * A page comes when it is first opened, with the words that only it says: to add one is a line here. It then stands
 * among the places (`shell/places.ts`) of whoever may go there.
 */
export function openRouter(words: KnownWords) {
  const page = <const Path extends string, Name extends string>(path: Path, load: () => Promise<Readonly<Record<Name, ComponentType>>>, name: Name, ...files: readonly WordsFile[]) =>
    at(path, lazyRouteComponent(async () => {
      const [module, ...spoken] = await Promise.all([load(), ...files.map((file) => file())])
      for (const { messages } of spoken) words.learn(messages)
      return module
    }, name) as RouteComponent)

  return createRouter({
    basepath: '/office',
    routeTree: root.addChildren([
      at('/', FirstPlace),
      at('/me/password', OwnAccount),
      page('/me', () => import('./session/ways/ways-page.tsx'), 'WaysPage', () => import('../../words/en/ways.po')),
      page('/people', () => import('./people/people-page.tsx'), 'PeoplePage', people),
      page('/waiting', () => import('./people/waiting-page.tsx'), 'WaitingPage', people),
      page('/looks', () => import('./looks/looks-page.tsx'), 'LooksPage'),
      page('/plans', () => import('./plans/plans-page.tsx'), 'PlansPage', ...PLANNING),
      page('/policy', () => import('./policy/policy-page.tsx'), 'PolicyPage', ...PLANNING),
      page('/plans/$plan', () => import('./plans/plan-page.tsx'), 'PlanPage', ...PLANNING),
      page('/plans/$plan/versions', () => import('./plans/versions/versions-page.tsx'), 'VersionsPage', ...PLANNING),
      page('/plans/$plan/versions/$version', () => import('./plans/versions/version-page.tsx'), 'VersionPage', ...PLANNING),
      page('/plans/$plan/briefing', () => import('./plans/briefing/briefing-page.tsx'), 'BriefingPage', ...PLANNING),
      page('/due', () => import('./due/due-page.tsx'), 'DuePage', sites, sources),
      page('/sites', () => import('./sites/list/sites-page.tsx'), 'SitesPage', readings, sites),
      page('/sites/$site', () => import('./sites/board/site-page.tsx'), 'SitePage', readings, sites, sources, () => import('../../words/en/planning-office.po')),
      page('/sites/$site/import', () => import('./sites/import/import-page.tsx'), 'ImportPage', sites),
      page('/requests', () => import('./requests/requests-page.tsx'), 'RequestsPage', readings, sites, requests),
      page('/requests/$request', () => import('./requests/request-page.tsx'), 'RequestPage', readings, sites, requests),
      page('/requests/$request/answer', () => import('./requests/answer-page.tsx'), 'AnswerPage', readings, sites, requests),
      page('/notes', () => import('./notes/notes-page.tsx'), 'NotesPage', () => import('../../words/en/notes.po')),
      page('/keeping', () => import('./retention/keeping-page.tsx'), 'KeepingPage', ...KEEPING),
      page('/keeping/$kind/$id', () => import('./retention/keeping-file-page.tsx'), 'KeepingFilePage', ...KEEPING),
      page('/glass', () => import('./need/break-glass-page.tsx'), 'BreakGlassPage'),
      page('/glasses', () => import('./need/glasses-page.tsx'), 'GlassesPage'),
      page('/search', () => import('./search/search-page.tsx'), 'SearchPage', ...PLANNING),
      page('/find', () => import('./finding/find-page.tsx'), 'FindPage', () => import('../../words/en/finding.po')),
      page('/sites/$site/share', () => import('./shares/prepare-page.tsx'), 'PreparePage', readings, sites, shares),
      page('/shares', () => import('./shares/shares-page.tsx'), 'SharesPage', readings, sites, shares),
      page('/sources', () => import('./sources/sources-page.tsx'), 'SourcesPage', readings, sites, sources, () => import('../../words/en/finding.po')),
      page('/sources/$source', () => import('./sources/source-page.tsx'), 'SourcePage', readings, sites, sources, () => import('../../words/en/finding.po')),
    ]),
    defaultErrorComponent: Broken,
  })
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What the search box was asked for; it stands in no address. */
    readonly searchedFor?: string
  }
}
