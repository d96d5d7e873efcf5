import { useCallback } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { SessionShape, type ColleagueSent, type SessionSent } from '../../../wire/office/session.ts'
import { ask, type Answered } from '../asking/ask.ts'
import { keyOf } from '../asking/queries.ts'
import { useAsked, type Asked } from '../asking/use-asked.ts'
import { useDrafts } from '../form/use-draft.ts'
import { SESSION_PATH } from './session-path.ts'

/** Somebody who is signed in here. */
export type Colleague = ColleagueSent

export const useSession = (): Asked<SessionSent> => useAsked({ path: SESSION_PATH }, SessionShape)

/** Takes what the server says of the session now; whatever was read under another one is asked for again. */
export function useSessionChange(): (answered: Answered<SessionSent>) => void {
  const queries = useQueryClient()
  return useCallback((answered) => {
    if (!answered.accepted) return
    queries.removeQueries({ predicate: ({ queryKey: [path] }) => path !== SESSION_PATH })
    queries.setQueryData(keyOf(SESSION_PATH), answered)
  }, [queries])
}

/** Ends the session. What was read and typed is forgotten here, whether or not the server can be told. */
export function useSigningOut(): () => void {
  const change = useSessionChange()
  const drafts = useDrafts()
  return useCallback(() => {
    void ask({ path: SESSION_PATH, method: 'DELETE' }, SessionShape).then((answered) => {
      if (!answered.accepted) return
      drafts.forgetAll()
      change(answered)
    })
  }, [change, drafts])
}

/** Ends the session from a page that is already being emptied. */
export function endSessionAtOnce(): void {
  void fetch(SESSION_PATH, { method: 'DELETE', keepalive: true, credentials: 'same-origin', headers: { 'x-daylight': '1' } }).catch(() => undefined)
}
