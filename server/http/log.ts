import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'

/** Takes one line of the log. */
export type Log = (line: string) => void

/**
 * One line for each request: method, pattern of the route, status, duration.
 *
 * Neither the address as it was asked nor anything of a body: both may name a person or a place.
 */
export const logged =
  (log: Log): MiddlewareHandler =>
  async (c, next) => {
    const started = performance.now()
    await next()
    log(`${c.req.method} ${patternOf(c)} ${c.res.status} ${Math.round(performance.now() - started)} ms`)
  }

/** The first pattern that is not everybody's: middleware and pages match whatever is asked. */
const patternOf = (c: Context): string => matchedRoutes(c).find(({ path }) => !path.endsWith('*'))?.path ?? '/*'

let defects = 0

/** Logs a defect under a reference that the caller is given, with where it arose and nothing that was being read. */
export function logDefect(log: Log, error: unknown): string {
  defects += 1
  const reference = `${Date.now().toString(36)}-${defects}`
  log(`error ${reference} ${nameOf(error)} ${framesOf(error).join(' < ')}`)
  return reference
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

/** The lines of a stack below the message, which may quote what was read. */
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return []
  const { stack = '', message } = error
  const below = stack.slice(message === '' ? 0 : stack.indexOf(message) + message.length)
  return below.split('\n').flatMap((line) => /^ {4}at .*?([\w./-]+\.(?:ts|m?js):\d+)/.exec(line)?.[1] ?? []).slice(0, 5)
}
