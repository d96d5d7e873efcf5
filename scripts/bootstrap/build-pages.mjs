import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { areBuiltFrom, PAGES_STAMP } from './pages.mjs'
import { ROOT } from './place.mjs'
import { quietly } from './quietly.mjs'

/** Builds in a process of its own, so that the server does not carry the builder's memory. */
export async function buildPages(sources) {
  await alone('pages', async ({ alsoHeldBy }) => {
    if (areBuiltFrom(sources)) return
    rmSync(PAGES_STAMP, { force: true })
    const args = [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']
    await quietly('Building the pages', process.execPath, args, { cwd: ROOT, onPid: alsoHeldBy })
    writeFileSync(PAGES_STAMP, sources)
  })
}
