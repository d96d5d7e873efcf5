import { QueryClient, type Query } from '@tanstack/react-query'
import { SESSION_PATH } from '../session/session-path.ts'
import { isOfTheSession, TurnedAway } from './refusal.ts'

/** What an answer depends on: streams by their names (`site/4f…`), or all of a kind (`site/`). */
export type Streams = readonly string[]

/** The key of an answer: the address it came from, and the streams whose change makes it old. */
export const keyOf = (path: string, streams: Streams = []) => [path, streams] as const

/** Whether a change in a stream makes an answer old. */
export function isAbout(query: Pick<Query, 'queryKey'>, stream: string): boolean {
  const streams = query.queryKey[1] as Streams | undefined
  return streams?.some((one) => one === stream || (one.endsWith('/') && stream.startsWith(one))) ?? false
}

const MOST_TRIES = 2

/** The answers held by this page, in memory alone. Whoever is signed out meanwhile is asked to sign in where they are. */
export function openQueries(): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: { retry: (tries, fault) => tries < MOST_TRIES && fault instanceof TurnedAway && fault.refusal.status === 0, retryDelay: 1_000, staleTime: 5_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
  queries.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.state.error instanceof TurnedAway && isOfTheSession(query.state.error.refusal)) askSessionAgain(queries)
  })
  return queries
}

/** Asks who is signed in; where nobody is, the sign-in takes the place of the page until somebody is. */
export function askSessionAgain(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: [SESSION_PATH] })
}
