import { useCallback } from 'react'
import { useLeaving } from '../../blindness-test/use-leaving.ts'
import { useIsUnsent } from '../form/use-draft.ts'
import { endSessionAtOnce } from '../session/use-session.ts'

/** Leaves at once, and ends the session too: going back would else open the office again. */
export function useWayOut(): () => void {
  const leave = useLeaving(useIsUnsent())
  return useCallback(() => {
    endSessionAtOnce()
    leave()
  }, [leave])
}
