import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** What the server sends with every page. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** In a process of its own, since a build under test would take what is meant for development. */
const build = (config: string, folder: string) =>
  promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--outDir', folder, '--logLevel', 'error'], { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } })

export interface BuiltPages {
  readonly address: string
  readonly folder: string
  /** The page that stands by itself. */
  readonly file: string
  readonly close: () => Promise<void>
}

/** The public pages, built from the sources as they are, served as the server serves them; and the page as one file. */
export async function builtPages(): Promise<BuiltPages> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-pages-'))
  const served = join(folder, 'served')
  await build('web/vite.config.ts', served)
  await build('web/export.config.ts', folder)
  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? '/', 'http://localhost')
    const path = join(served, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    readFile(path).then(
      (bytes) => answer.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-security-policy': POLICY }).end(bytes),
      () => answer.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    folder: served,
    file: join(folder, 'blindness-test.html'),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
