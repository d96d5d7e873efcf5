import type { MiddlewareHandler } from 'hono'
import { isReachedByTls, type Reach } from '../reach.ts'
import { isLoopback, nameIn } from './own-host.ts'

/** Nothing is loaded from elsewhere, no plug-in runs (`default-src` stands for whatever is not named), nothing frames a page, and no form leads out. Public pages send nothing anywhere; the office speaks to this server alone. */
const contentSecurityPolicy = (connectsTo: "'none'" | "'self'"): string => [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  `connect-src ${connectsTo}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const POLICIES = { public: contentSecurityPolicy("'none'"), office: contentSecurityPolicy("'self'") }

/** Where the office is; everything else is for everybody. */
export const OFFICE = '/office/'

const PERMISSIONS = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'payment', 'usb']

/** What every answer carries, pages and problems alike. Nothing says which software answers. */
const HEADERS: readonly (readonly [string, string])[] = [
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', PERMISSIONS.map((feature) => `${feature}=()`).join(', ')],
]

/** Two years, as browsers ask of names they are to know beforehand; sub-domains too (OWASP ASVS 5.0, 3.4.1). */
const ONLY_BY_TLS = 'max-age=63072000; includeSubDomains'

export const securityHeaders =
  (reach: Reach): MiddlewareHandler =>
  async (c, next) => {
    await next()
    secure(c.res, { reach, path: c.req.path, host: c.req.header('host') ?? '' })
  }

interface Answered {
  readonly reach: Reach
  readonly path?: string
  /** As it was asked. A machine's own name for itself is never held to TLS: other programs answer there too. */
  readonly host?: string
}

/** What an answer says of itself stays: only a page that may be kept says so. */
export function secure(response: Response, { reach, path = '/', host = '' }: Answered): Response {
  response.headers.set('content-security-policy', path.startsWith(OFFICE) ? POLICIES.office : POLICIES.public)
  for (const [name, value] of HEADERS) response.headers.set(name, value)
  if (isReachedByTls(reach) && !isLoopback(nameIn(host))) response.headers.set('strict-transport-security', ONLY_BY_TLS)
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
  return response
}
