import type { MiddlewareHandler } from 'hono'

/** Nothing is loaded from elsewhere, nothing is sent anywhere, nothing frames a page, and no form leads out. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const PERMISSIONS = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'payment', 'usb']

/** What every answer carries, pages and problems alike. Nothing says which software answers. */
const HEADERS: readonly (readonly [string, string])[] = [
  ['content-security-policy', CONTENT_SECURITY_POLICY],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', PERMISSIONS.map((feature) => `${feature}=()`).join(', ')],
]

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  secure(c.res)
}

/** What an answer says of itself stays: only a page that may be kept says so. */
export function secure(response: Response): Response {
  for (const [name, value] of HEADERS) response.headers.set(name, value)
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
  return response
}
