import { useInfiniteQuery } from '@tanstack/react-query'
import type { Sent } from '../../../wire/api.ts'
import type { WeighingKind } from '../../../core/intelligence/report.ts'
import { SourcesShape } from '../../../wire/office/source-answers.ts'
import { ask } from '../asking/ask.ts'
import { keyOf } from '../asking/queries.ts'
import { TurnedAway, type Refusal } from '../asking/refusal.ts'
import { useAsked, type Asked } from '../asking/use-asked.ts'

/** A source as the register lists it; who it is stands nowhere here. Of somebody who is protected, others are told only whom to ask. */
export type SourceLine = Sent<typeof SourcesShape>['sources'][number]

/** A source by the name it goes by in files, and its kind. */
export type SourceRow = SourceLine & { readonly codeName: string; readonly kind: WeighingKind }

const isOpen = (line: SourceLine): line is SourceRow => line.codeName !== null && line.kind !== null

export const SOURCES_PATH = '/api/sources'
const MOST = 200

const NONE: readonly SourceRow[] = []

/** Sources to choose from, in a form: none of which only somebody else may speak. */
export function useSources(): Asked<Sent<typeof SourcesShape>> & { readonly sources: readonly SourceRow[] } {
  const asked = useAsked({ path: `${SOURCES_PATH}?limit=${MOST}`, streams: ['source/'] }, SourcesShape)
  return { ...asked, sources: asked.answer?.sources.filter(isOpen) ?? NONE }
}

/** The register as far as it is shown: each page that is asked for is written into the access log. */
export interface RegisterAsked {
  readonly rows: readonly SourceLine[] | undefined
  readonly names: Readonly<Record<string, string>>
  /** How many there are, shown or not. */
  readonly count: number
  readonly refusal: Refusal | null
  readonly waiting: boolean
  readonly again: () => void
  /** Null where all are shown. */
  readonly more: (() => void) | null
}

const PAGE = 50

export function useRegister(): RegisterAsked {
  const path = `${SOURCES_PATH}?limit=${PAGE}`
  const query = useInfiniteQuery({
    queryKey: keyOf(path, ['source/']),
    initialPageParam: '',
    queryFn: async ({ signal, pageParam }) => {
      const answered = await ask({ path: pageParam === '' ? path : `${path}&cursor=${encodeURIComponent(pageParam)}`, signal }, SourcesShape)
      if (!answered.accepted) throw new TurnedAway(answered.refusal)
      return answered.value
    },
    getNextPageParam: ({ next }) => next,
  })
  const pages = query.data?.pages
  return {
    rows: pages?.flatMap(({ sources }) => sources),
    names: Object.assign({}, ...(pages ?? []).map(({ names }) => names)) as Readonly<Record<string, string>>,
    count: pages?.[0]?.count ?? 0,
    refusal: query.error instanceof TurnedAway ? query.error.refusal : null,
    waiting: query.isPending,
    again: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
  }
}
