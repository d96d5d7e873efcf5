import type { Messages } from '@lingui/core'

/** The words this page can say so far; those of a page that is loaded later come with it. */
export interface KnownWords {
  readonly messages: () => Messages
  readonly learn: (messages: Messages) => void
  readonly onChange: (told: () => void) => () => void
}

export function knowWords(first: Messages): KnownWords {
  let known = first
  const learnt = new Set<Messages>([first])
  const listeners = new Set<() => void>()
  return {
    messages: () => known,
    learn: (messages) => {
      if (learnt.has(messages)) return
      learnt.add(messages)
      known = { ...known, ...messages }
      listeners.forEach((told) => told())
    },
    onChange: (told) => {
      listeners.add(told)
      return () => void listeners.delete(told)
    },
  }
}
