/** What was typed and not yet sent, by the form it stands in. */
export interface KeptDrafts {
  readonly read: (key: string) => unknown
  readonly keep: (key: string, draft: unknown) => void
  readonly forget: (key: string) => void
  /** All of it, such as when somebody else sits down. */
  readonly forgetAll: () => void
  readonly isAnyKept: () => boolean
  readonly onChange: (told: () => void) => () => void
}

/**
 * Drafts outlive the page they stand on, so that nothing typed is lost by going elsewhere, or by being signed out.
 *
 * They are held in memory alone: what is typed about a person is never put where it stays on the machine.
 */
export function openDrafts(): KeptDrafts {
  const drafts = new Map<string, unknown>()
  const listeners = new Set<() => void>()
  const changed = (): void => listeners.forEach((told) => told())
  return {
    read: (key) => drafts.get(key),
    keep: (key, draft) => {
      drafts.set(key, draft)
      changed()
    },
    forget: (key) => {
      if (drafts.delete(key)) changed()
    },
    forgetAll: () => {
      drafts.clear()
      changed()
    },
    isAnyKept: () => drafts.size > 0,
    onChange: (told) => {
      listeners.add(told)
      return () => void listeners.delete(told)
    },
  }
}
