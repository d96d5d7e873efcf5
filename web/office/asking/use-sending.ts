import { useCallback, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ask, type Answered, type Request, type Shape } from './ask.ts'
import { askSessionAgain, isAbout, type Streams } from './queries.ts'
import { useProving, type Prove } from '../session/proving.ts'
import { asksAfresh, isOfTheSession, type Refusal } from './refusal.ts'

/** Something being sent, as it stands. */
export interface Sending<Value> {
  readonly send: (request: Request) => Promise<Answered<Value>>
  readonly refusal: Refusal | null
  readonly waiting: boolean
  /** Puts the last refusal away. */
  readonly settle: () => void
}

/**
 * Sends, holds the refusal if there is one, and has the answers that it made old asked for again.
 *
 * Where the server wants to know once more who asks, it is sent again as it was once that is shown: under the same id, so that it is kept once.
 */
export function useSending<Value>(shape: Shape<Value>, streams: Streams = []): Sending<Value> {
  const queries = useQueryClient()
  const prove = useProving()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [underWay, setUnderWay] = useState(0)
  const touched = streams.join(' ')
  const send = useCallback(async (request: Request) => {
    setUnderWay((count) => count + 1)
    const answered = await askedAfresh(request, shape, prove).finally(() => setUnderWay((count) => count - 1))
    setRefusal(answered.accepted ? null : answered.refusal)
    if (!answered.accepted && isOfTheSession(answered.refusal)) askSessionAgain(queries)
    if (answered.accepted) for (const stream of touched.split(' ')) void queries.invalidateQueries({ predicate: (query) => isAbout(query, stream) })
    return answered
  }, [queries, shape, touched, prove])
  return { send, refusal, waiting: underWay > 0, settle: useCallback(() => setRefusal(null), []) }
}

async function askedAfresh<Value>(request: Request, shape: Shape<Value>, prove: Prove): Promise<Answered<Value>> {
  const answered = await ask(request, shape)
  return !answered.accepted && asksAfresh(answered.refusal) && (await prove()) === 'shown' ? ask(request, shape) : answered
}
