import { useQuery } from '@tanstack/react-query'
import { ask, type Shape } from './ask.ts'
import { keyOf, type Streams } from './queries.ts'
import { TurnedAway, type Refusal } from './refusal.ts'

/** A question to the server, as it stands: an answer may be held while a newer one is asked for, or was refused. */
export interface Asked<Value> {
  readonly answer: Value | undefined
  /** The version of what was read, to be sent back with what is decided on it. */
  readonly version: string | null
  readonly refusal: Refusal | null
  readonly waiting: boolean
  readonly again: () => void
}

interface Question {
  /** The streams whose change makes the answer old. */
  readonly streams?: Streams
  /** Null while there is nothing to ask yet. */
  readonly path: string | null
}

/** Asks, holds the answer, and asks again when one of its streams changed. */
export function useAsked<Value>({ path, streams }: Question, shape: Shape<Value>): Asked<Value> {
  const query = useQuery({
    queryKey: keyOf(path ?? '', streams),
    enabled: path !== null,
    queryFn: async ({ signal }) => {
      const answered = await ask({ path: path ?? '', signal }, shape)
      if (!answered.accepted) throw new TurnedAway(answered.refusal)
      return answered
    },
  })
  return {
    answer: query.data?.value,
    version: query.data?.version ?? null,
    refusal: query.error instanceof TurnedAway ? query.error.refusal : null,
    waiting: query.isPending && path !== null,
    again: () => void query.refetch(),
  }
}
