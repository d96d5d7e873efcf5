import { describe, expect, test } from 'vitest'
import { daylightApp, problemIn, siteOf } from '../../tests/application.ts'

const site = siteOf({
  'index.html': '<!doctype html><title>Front</title>'.padEnd(500),
  'test/index.html': '<!doctype html><title>Test</title>',
  'about.html': '<!doctype html><title>About</title>',
  'assets/page-Bv3kX9_q.js': 'export {}',
  'assets/plain.js': 'export {}',
  'sign.svg': '<svg/>',
})
const { ask } = await daylightApp({ site })

describe('the pages', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'], ['/test/', 'text/html; charset=utf-8'], ['/test/index.html', 'text/html; charset=utf-8'], ['/about.html', 'text/html; charset=utf-8'],
    ['/assets/plain.js', 'text/javascript; charset=utf-8'], ['/sign.svg', 'image/svg+xml'],
  ])('%s is served as %s', async (path, type) => {
    const response = await ask(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
  })

  test('a name that changes with its contents may be kept for good; any other is asked for again', async () => {
    expect((await ask('/assets/page-Bv3kX9_q.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/', '/assets/plain.js']) expect((await ask(path)).headers.get('cache-control')).toBe('no-cache')
  })

  test('what the reader holds already is not sent again', async () => {
    const etag = (await ask('/')).headers.get('etag') ?? ''
    const again = await ask('/', { headers: { 'if-none-match': `"other", W/${etag}` } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await ask('/', { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  test('a page is packed for who can unpack it, under a tag of its own', async () => {
    const packed = await ask('/', { headers: { 'accept-encoding': 'br, gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    const text = await new Response(packed.body?.pipeThrough(new DecompressionStream('gzip'))).text()
    expect(text).toBe(await (await ask('/')).text())
    expect(packed.headers.get('etag')).not.toBe((await ask('/')).headers.get('etag'))
    expect((await ask('/', { headers: { 'accept-encoding': 'gzip;q=0' } })).headers.get('content-encoding')).toBeNull()
    expect((await ask('/sign.svg', { headers: { 'accept-encoding': 'gzip' } })).headers.get('content-encoding')).toBeNull()
  })

  test('HEAD tells what GET would send, and sends nothing', async () => {
    const head = await ask('/', { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '500', ''])
  })

  test('an address without its slash leads to the one with it', async () => {
    const response = await ask('/test')
    expect([response.status, response.headers.get('location')]).toEqual([308, '/test/'])
  })

  test.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/assets/../../package.json', '/assets', '/.git/config', '/__proto__', '/constructor', '/%00', '/%zz', '/a\\b'])(
    'nothing beside the pages can be asked for: %s',
    async (path) => {
      const response = await ask(path)
      expect(response.status).toBe(404)
      expect(await problemIn(response)).toMatchObject({ code: 'request/nothing-here' })
    },
  )

  test('a reader who is lost is shown the way, and a program is told in its own words', async () => {
    const accept = { headers: { accept: 'text/html,*/*;q=0.8' } }
    const page = await ask('/nowhere', accept)
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8'])
    expect(await page.text()).toMatch(/There is nothing at this address\..*href="\/"/s)
    expect(await problemIn(await ask('/api/nowhere', accept))).toMatchObject({ code: 'request/nothing-here' })
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('a page does not answer %s', async (method) => {
    const response = await ask('/', { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

test('where the pages have not been built, the reader is told how, and the API answers', async () => {
  const bare = await daylightApp()
  const response = await bare.ask('/')
  expect(response.status).toBe(503)
  expect(await response.text()).toMatch(/npm start.*\/api/s)
  expect((await bare.ask('/api/health')).status).toBe(200)
})

test.each(['/', '/assets/plain.js', '/nowhere', '/api', '/api/health', '/api/page.css'])('%s loads nothing from elsewhere, sends nothing away and says nothing of the software', async (path) => {
  const { headers } = await ask(path)
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('permissions-policy')).toContain('camera=()')
  expect([headers.get('server'), headers.get('x-powered-by'), headers.get('access-control-allow-origin')]).toEqual([null, null, null])
})

test('the office may speak to this server, and is one page at every address below its own', async () => {
  const { ask: visit } = await daylightApp({ site: siteOf({ 'office/index.html': 'the office', 'index.html': 'the front' }) })
  const reader = { headers: { accept: 'text/html,*/*' } }
  for (const path of ['/office/', '/office/sites/1', '/office/sign-in']) {
    const response = await visit(path, reader)
    expect([response.status, await response.text()]).toEqual([200, 'the office'])
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'")
  }
  expect((await visit('/office/chunk.js')).status).toBe(404)
  expect((await visit('/office')).headers.get('location')).toBe('/office/')
  expect((await visit('/', reader)).headers.get('content-security-policy')).toContain("connect-src 'none'")
  expect((await visit('/officer/', reader)).headers.get('content-security-policy')).toContain("connect-src 'none'")
})
