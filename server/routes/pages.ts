import type { Context, Handler } from 'hono'
import { html } from 'hono/html'
import type { Speak } from '../../wire/words.ts'
import { documentPage } from '../api/document-page.ts'
import { OFFICE } from '../http/headers.ts'
import { refuse } from '../http/problem.ts'
import type { Site, SiteFile } from '../http/site.ts'

const A_YEAR = 'public, max-age=31536000, immutable'

/** Serves the pages, or says how to build them; everything else is not here. The office is one page, which finds its own way at any address below its own. */
export const pages =
  ({ files, folders }: Site, speak: Speak): Handler =>
  (c) => {
    const address = c.req.path
    const file = files.get(address) ?? (address.startsWith(OFFICE) && isForAReader(c) ? files.get(OFFICE) : undefined)
    const isBare = address === '/' && !file
    if (!file && !isBare && !folders.has(address)) return isForAReader(c) ? lostPage(c, speak) : nothingHere(speak)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return otherMethod(speak, 'GET, HEAD')
    if (file) return send(c, file)
    return isBare ? notBuilt(c) : c.redirect(`${address}/`, 308)
  }

function send(c: Context, file: SiteFile): Response {
  const packed = takesGzip(c.req.header('accept-encoding')) ? file.packed() : null
  const etag = packed ? file.etag.replace(/"$/, '-z"') : file.etag
  const headers = {
    'content-type': file.type,
    'cache-control': file.named === 'by-contents' ? A_YEAR : 'no-cache',
    etag,
    vary: 'accept-encoding',
  }
  if (isHeld(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
  const body = packed ?? file.bytes
  return c.body(body, 200, { ...headers, 'content-length': String(body.length), ...(packed && { 'content-encoding': 'gzip' }) })
}

/** Whether gzip is among the codings that are wanted; `q=0` says that one is not (RFC 9110, 12.5.3). */
const takesGzip = (header = ''): boolean =>
  header.split(',').some((coding) => /^\s*(?:gzip|x-gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(coding))

/** Compared weakly, as a cache compares (RFC 9110, 13.1.2). */
const isHeld = (header = '', etag: string): boolean => header.split(',').some((held) => ['*', etag].includes(held.trim().replace(/^W\//, '')))

/** Browsers say that they want a page; programs do not. */
const isForAReader = (c: Context): boolean => !c.req.path.startsWith('/api') && /\btext\/html\b/.test(c.req.header('accept') ?? '')

const lostPage = (c: Context, speak: Speak): Response | Promise<Response> =>
  c.html(
    documentPage(
      'Nothing here · Daylight',
      html`<main id="content">
        <h1>${speak('refusal.request/nothing-here')}</h1>
        <p><a href="/">To the front page</a> · <a href="/api">To the API</a></p>
      </main>`,
    ),
    404,
    { vary: 'accept' },
  )

/** What stands at `/` while the pages have not been built; the API answers all the same. */
const notBuilt = (c: Context): Response | Promise<Response> =>
  c.html(
    documentPage(
      'Daylight',
      html`<main id="content">
        <h1>Daylight</h1>
        <p>The pages have not been built yet. Stop the server and start it with <kbd>npm start</kbd>, which builds them first.</p>
        <p>The API answers already: <a href="/api">how to ask it</a>.</p>
      </main>`,
    ),
    503,
  )

export const nothingHere = (speak: Speak): Response =>
  refuse(speak, { code: 'request/nothing-here', detail: 'Nothing is kept at this address.', expected: 'an address of the front page, or one that /api lists' })

export const otherMethod = (speak: Speak, allow: string): Response =>
  refuse(speak, { code: 'request/other-method', detail: 'This address is asked in another way.', expected: allow }, { allow })
