import { useCallback, useEffect, useRef } from 'react'
import { leaveAtOnce } from '../../ui/quick-exit.tsx'

/**
 * Asks before the page is left with something on it that is not saved, since nothing of it is stored.
 *
 * Whoever leaves at once is never asked.
 */
export function useLeaving(unsaved: boolean): () => void {
  const atOnce = useRef(false)
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved && !atOnce.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
  return useCallback(() => {
    atOnce.current = true
    leaveAtOnce()
  }, [])
}
