import type { Server } from 'node:http'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** How long what runs may take to finish. */
const GRACE_MS = 5_000

/** How often connections that have fallen idle are looked for, since each keeps a server open. */
const LOOK_MS = 50

/**
 * Stops on a signal: nothing new is accepted, what runs is finished, what is kept is closed, and the process ends with 0.
 *
 * A second signal ends it at once.
 */
export function stopOnSignal(server: Server, say: (line: string) => void, close: () => Promise<void>): void {
  const stop = () => {
    for (const signal of SIGNALS) process.off(signal, stop)
    say('Stopping.')
    const look = setInterval(() => server.closeIdleConnections(), LOOK_MS)
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearInterval(look)
      clearTimeout(force)
      process.exitCode = 0
      void close()
    })
  }
  for (const signal of SIGNALS) process.on(signal, stop)
}
