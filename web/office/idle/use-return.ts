import { useCallback, useState } from 'react'
import { SessionShape } from '../../../wire/office/session.ts'
import { ask } from '../asking/ask.ts'
import type { Refusal } from '../asking/refusal.ts'
import { SESSION_PATH } from '../session/session-path.ts'
import { useSessionChange } from '../session/use-session.ts'

/**
 * Shows a covered page again to whom it was shown before. The server is asked first: whoever was away longer than a session lasts signs in.
 *
 * Where the server cannot be reached the page stays covered, since nobody can say who is looking.
 */
export function useReturn(person: string, back: () => void): { readonly comeBack: () => void; readonly refusal: Refusal | null } {
  const change = useSessionChange()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const comeBack = useCallback(() => {
    void ask({ path: SESSION_PATH }, SessionShape).then((answered) => {
      setRefusal(answered.accepted ? null : answered.refusal)
      if (!answered.accepted) return
      if (answered.value.person?.id !== person) change(answered)
      back()
    })
  }, [person, back, change])
  return { comeBack, refusal }
}
