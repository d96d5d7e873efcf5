import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { NotesKeysShape, NotesShape, type NoteSent, type NotesKeysSent } from '../../../wire/office/notes.ts'
import { ask } from '../asking/ask.ts'
import { isAbout, keyOf } from '../asking/queries.ts'
import { TurnedAway, type Refusal } from '../asking/refusal.ts'
import { useAsked, type Asked } from '../asking/use-asked.ts'

export const NOTES_PATH = '/api/notes'
export const NOTES_KEYS_PATH = `${NOTES_PATH}/keys`
export const OWN_NOTES_KEY_PATH = `${NOTES_PATH}/own-key`

/** What makes the answers of these pages old. Nothing of it is told by the server, since nobody else is to know that somebody writes. */
export const NOTES_KEYS = 'notes/keys'
export const NOTES = 'notes/all'

/** A note in its box, as the server keeps it. */
export type NoteRow = NoteSent
export type NotesKey = NotesKeysSent['keys'][number]
export type NotesColleague = NotesKeysSent['colleagues'][number]

export const useNotesKeys = (): Asked<NotesKeysSent> => useAsked({ path: NOTES_KEYS_PATH, streams: [NOTES_KEYS] }, NotesKeysShape)

/** Asks anew what a colleague may have done meanwhile: nobody is told of it by the server. */
export function useLookAgain(): () => void {
  const queries = useQueryClient()
  return () => {
    for (const stream of [NOTES_KEYS, NOTES]) void queries.invalidateQueries({ predicate: (query) => isAbout(query, stream) })
  }
}

/** What stands in the way on this page and never reached the server, in the words of the page. */
export const refusedHere = (code: string): Refusal => ({ code, title: '', detail: '', status: 0, expected: null, problems: [] })

/** The notes as far as they are shown. */
export interface NotesAsked {
  readonly rows: readonly NoteRow[] | undefined
  readonly names: Readonly<Record<string, string>>
  readonly refusal: Refusal | null
  readonly waiting: boolean
  readonly again: () => void
  /** Null where all are shown. */
  readonly more: (() => void) | null
}

export function useNotes(): NotesAsked {
  const query = useInfiniteQuery({
    queryKey: keyOf(NOTES_PATH, [NOTES]),
    initialPageParam: '',
    queryFn: async ({ signal, pageParam }) => {
      const answered = await ask({ path: pageParam === '' ? NOTES_PATH : `${NOTES_PATH}?cursor=${encodeURIComponent(pageParam)}`, signal }, NotesShape)
      if (!answered.accepted) throw new TurnedAway(answered.refusal)
      return answered.value
    },
    getNextPageParam: ({ next }) => next,
  })
  const pages = query.data?.pages
  return {
    rows: pages?.flatMap(({ notes }) => notes),
    names: Object.assign({}, ...(pages ?? []).map(({ names }) => names)) as Readonly<Record<string, string>>,
    refusal: query.error instanceof TurnedAway ? query.error.refusal : null,
    waiting: query.isPending,
    again: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
  }
}
