import { useEffect, useState } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import type { Colleague } from '../session/use-session.ts'
import { isAbout } from './queries.ts'

const ChangeShape = z.looseObject({ stream: z.string() })

/** Whether what is shown follows what others do: it does, it does not (yet), or it did and was cut off. */
export type Liveness = 'live' | 'connecting' | 'cut-off'

/** A browser tries again by itself after a break, but not after an answer that says no. */
const TRY_AGAIN_MS = 15_000

/**
 * Listens to what changes (server-sent events), and has the answers it made old asked for again.
 *
 * Null for whoever sees no cases, such as an administrator or an NGO: asking all the same would stand in the access log as an attempt to look.
 */
export function useLive({ may }: Pick<Colleague, 'may'>): Liveness | null {
  const queries = useQueryClient()
  const [liveness, setLiveness] = useState<Liveness>('connecting')
  const mayListen = may.includes('see-cases')
  useEffect(() => (mayListen ? listen(queries, setLiveness) : undefined), [queries, mayListen])
  return mayListen ? liveness : null
}

/** What was missed during a break cannot be known, so that everything is asked anew after it. */
function listen(queries: QueryClient, tell: (is: Liveness) => void): () => void {
  let missed = false
  let again: ReturnType<typeof setTimeout> | undefined
  let events = open()
  function open(): EventSource {
    const opened = new EventSource('/api/events')
    opened.onopen = () => {
      tell('live')
      if (missed) void queries.invalidateQueries()
      missed = false
    }
    opened.onerror = () => {
      tell('cut-off')
      missed = true
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(() => (events = open()), TRY_AGAIN_MS)
    }
    opened.onmessage = ({ data }) => {
      const read = ChangeShape.safeParse(parsed(data))
      if (read.success) void queries.invalidateQueries({ predicate: (query) => isAbout(query, read.data.stream) })
    }
    return opened
  }
  return () => {
    clearTimeout(again)
    events.close()
  }
}

/** What is no JSON changes nothing. */
function parsed(data: unknown): unknown {
  try {
    return JSON.parse(String(data))
  } catch {
    return null
  }
}
