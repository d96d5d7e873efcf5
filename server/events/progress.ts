/** How far something that takes longer has come. */
export interface Progress {
  readonly doing: string
  readonly done: number
  readonly of: number
}

/** Tells people how far what they began has come. Nobody is told of what another began. */
export interface ProgressBoard {
  readonly tell: (who: string, progress: Progress) => void
  readonly listen: (who: string, tell: (message: string) => void) => () => void
}

export function progressBoard(): ProgressBoard {
  const listeners = new Map<string, Set<(message: string) => void>>()
  return {
    tell: (who, progress) => {
      for (const tell of listeners.get(who) ?? []) tell(`event: progress\ndata: ${JSON.stringify(progress)}\n\n`)
    },
    listen: (who, tell) => {
      const own = listeners.get(who) ?? new Set()
      listeners.set(who, own.add(tell))
      return () => {
        own.delete(tell)
        if (own.size === 0) listeners.delete(who)
      }
    },
  }
}
