import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from './place.mjs'

/** Everything a page may be made of. Tests are read too: a build too many costs less than a rule too many. */
const SOURCES = ['web', 'ui', 'core', 'wire', 'words', 'catalogues', 'examples', 'package-lock.json', 'tsconfig.strict.json']

const FRONT_PAGE = join(ROOT, 'dist/web/index.html')

/** Which sources the pages in dist/web were built from; written when the build is done. */
export const PAGES_STAMP = join(ROOT, '.stamps/pages')

/** Builds the pages into dist/web, unless they were built from these very sources. */
export async function preparePages() {
  const sources = digestOfSources()
  if (areBuiltFrom(sources)) return
  const { buildPages } = await import('./build-pages.mjs')
  await buildPages(sources)
}

export const areBuiltFrom = (sources) =>
  existsSync(FRONT_PAGE) && existsSync(PAGES_STAMP) && readFileSync(PAGES_STAMP, 'utf8') === sources

/** Contents and paths, not times: a fresh clone, or a change of branch and back, builds nothing. */
function digestOfSources() {
  const digest = createHash('sha256')
  for (const path of SOURCES.flatMap(filesUnder).sort()) {
    digest.update(`${path}\0`)
    digest.update(readFileSync(join(ROOT, path)))
  }
  return digest.digest('hex')
}

function filesUnder(path) {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found ? [path] : []
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
}
