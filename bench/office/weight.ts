import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure } from '../table.ts'

const SITE = 'dist/web'
const MOST_KB = 300

/** What a browser loads before somebody can sign in, and before they see the first list of sites; beside it, React alone. The pages are built already. */
export function weightFigures(): readonly Figure[] {
  const react = kilobytes(['node_modules/react-dom/cjs/react-dom-client.production.js'])
  const signIn = linkedFrom(join(SITE, 'office/index.html'))
  const figure = (what: string, files: ReadonlySet<string>): Figure => ({ figure: `office before ${what}, gzip (React alone)`, value: kilobytes([...files]), unit: 'KB', bar: { atMost: MOST_KB }, baseline: react })
  return [figure('signing in', signIn), figure('the first list of sites', firstList(signIn))]
}

/** Type is packed already. */
const kilobytes = (paths: readonly string[]): number => paths.map((path) => (path.endsWith('.woff2') ? readFileSync(path) : gzipSync(readFileSync(path), { level: 9 })).byteLength).reduce((sum, bytes) => sum + bytes, 0) / 1024

/** A page with its scripts and styles, what those import, and type. */
function linkedFrom(page: string): ReadonlySet<string> {
  const linked = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path = '']) => join(SITE, path))
  return new Set([page, ...withImports(linked)])
}

/** The list of sites with its words: parts that are fetched once somebody is signed in. */
function firstList(before: ReadonlySet<string>): ReadonlySet<string> {
  const assets = readdirSync(join(SITE, 'assets'))
  const parts = assets.filter((name) => /^(?:sites-page|readings|sites|listing)-[\w-]{8}\.(?:js|css)$/.test(name)).map((name) => join(SITE, 'assets', name))
  if (!parts.some((path) => path.includes('sites-page'))) throw new Error('the list of sites is no part of its own any more')
  return new Set([...before, ...withImports(parts)])
}

/** Files and whatever they import or name as type, each once. */
function withImports(paths: readonly string[], seen = new Set<string>()): ReadonlySet<string> {
  for (const path of paths) {
    if (seen.has(path)) continue
    seen.add(path)
    if (path.endsWith('.woff2')) continue
    const text = readFileSync(path, 'utf8')
    const found = path.endsWith('.css') ? [...text.matchAll(/url\(([^)]+\.woff2)\)/g)] : [...text.matchAll(/(?:from|import)\s*[`"'](\.\/[^`"']+\.js)[`"']/g)]
    withImports(found.map(([, name = '']) => (name.startsWith('/') ? join(SITE, name) : join(dirname(path), name))), seen)
  }
  return seen
}
