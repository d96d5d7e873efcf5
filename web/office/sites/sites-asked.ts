import { useInfiniteQuery } from '@tanstack/react-query'
import type { Sent } from '../../../wire/api.ts'
import type { SiteOrder } from '../../../wire/office/listing.ts'
import { SitesShape, type ReckoningShape, type SiteRowShape } from '../../../wire/office/site-answers.ts'
import { ask } from '../asking/ask.ts'
import { keyOf } from '../asking/queries.ts'
import { TurnedAway, type Refusal } from '../asking/refusal.ts'

export type SiteRow = Sent<typeof SiteRowShape>
export type Reckoning = Sent<typeof ReckoningShape>

export interface SitesAsked {
  readonly rows: readonly SiteRow[] | undefined
  /** How many there are, shown or not. */
  readonly count: number
  readonly refusal: Refusal | null
  readonly waiting: boolean
  readonly again: () => void
  /** Null where all are shown. */
  readonly more: (() => void) | null
  readonly waitingForMore: boolean
}

const PAGE = 100

/** All sites that match, a page at a time; asked again whenever any site changes. */
export function useSites(search: string, sort: SiteOrder): SitesAsked {
  const path = `/api/sites?${new URLSearchParams({ ...(search.trim() !== '' && { search: search.trim() }), sort, limit: String(PAGE) }).toString()}`
  const query = useInfiniteQuery({
    queryKey: keyOf(path, ['site/', 'plan/']),
    initialPageParam: '',
    queryFn: async ({ signal, pageParam }) => {
      const answered = await ask({ path: pageParam === '' ? path : `${path}&cursor=${encodeURIComponent(pageParam)}`, signal }, SitesShape)
      if (!answered.accepted) throw new TurnedAway(answered.refusal)
      return answered.value
    },
    getNextPageParam: ({ next }) => next,
  })
  return {
    rows: query.data?.pages.flatMap(({ sites }) => sites),
    count: query.data?.pages[0]?.count ?? 0,
    refusal: query.error instanceof TurnedAway ? query.error.refusal : null,
    waiting: query.isPending,
    again: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    waitingForMore: query.isFetchingNextPage,
  }
}
