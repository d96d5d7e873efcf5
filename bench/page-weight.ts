import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const PAGE = 'dist/web/blindness-test/index.html'

/** Bytes, compressed, of everything the page loads before it can give a first verdict: itself, scripts, styles, type. */
export function freshPage(): number {
  build()
  const html = readFileSync(PAGE, 'utf8')
  const linked = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map((match) => join(dirname(PAGE), match[1] ?? ''))
  const type = linked.filter((path) => path.endsWith('.css')).flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/url\(([^)]+\.woff2)\)/g)].map((match) => join(dirname(path), match[1] ?? '')))
  return [PAGE, ...new Set([...linked, ...type])].map((path) => gzipSync(readFileSync(path), { level: 9 }).byteLength).reduce((sum, bytes) => sum + bytes, 0)
}

/** The pages as `npm start` would serve them now. */
function build(): void {
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', "const { preparePages } = await import('./scripts/bootstrap/pages.mjs'); await preparePages()"], { stdio: 'ignore' })
  if (status !== 0) throw new Error('the pages could not be built')
}
