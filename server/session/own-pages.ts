import type { MiddlewareHandler } from 'hono'
import type { Speak } from '../../wire/words.ts'
import { refuse } from '../http/problem.ts'

const READS = new Set(['GET', 'HEAD'])

/**
 * Lets only pages of this server, and programs that know it, change anything.
 *
 * A page of a stranger can have a browser send a form with its cookies, yet neither a header of its own without asking first nor
 * another `Origin` than its own (OWASP, Cross-Site Request Forgery Prevention). The cookie's SameSite stands in the way as well; each holds alone.
 */
export const ownPagesOnly =
  (speak: Speak): MiddlewareHandler =>
  async (c, next) => {
    if (READS.has(c.req.method)) return next()
    const [origin, host, site] = ['origin', 'host', 'sec-fetch-site'].map((name) => c.req.header(name))
    const isOwn = (origin === undefined || hostOf(origin) === (host ?? new URL(c.req.url).host).toLowerCase()) && (site === undefined || site === 'same-origin' || site === 'none')
    if (isOwn && c.req.header('x-daylight') === '1') return next()
    return refuse(speak, { code: 'session/other-origin', detail: 'The request does not come from a page of this server.', expected: 'the header X-Daylight: 1, and no Origin but this server’s own' })
  }

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)
