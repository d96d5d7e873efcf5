import { useSyncExternalStore } from 'react'
import type { Look } from '../../../core/kernel/access.ts'

/**
 * What whoever is signed in looks for at this moment, as the bar says it.
 *
 * It is told with everything that is asked, so it stands beside the pages and not in one of them; in memory alone, as drafts are.
 */
let chosen: Look | null = null
const listeners = new Set<() => void>()

export const purposeNow = (): Look | null => chosen

/** From now on, this is what is looked for. Null for whoever opens no case. */
export function lookFor(purpose: Look | null): void {
  if (purpose === chosen) return
  chosen = purpose
  for (const tell of listeners) tell()
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

export const usePurpose = (): Look | null => useSyncExternalStore(listen, purposeNow)
