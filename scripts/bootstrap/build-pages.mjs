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
    const build = (title, config) =>
      quietly(title, process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--config', config, '--logLevel', 'warn'], { cwd: ROOT, onPid: alsoHeldBy })
    // The first empties the folder that both build into.
    await build('Building the public pages', 'web/vite.config.ts')
    await build('Building the office', 'web/office.config.ts')
    writeFileSync(PAGES_STAMP, sources)
  })
}
