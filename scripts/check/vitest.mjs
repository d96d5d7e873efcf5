import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../bootstrap/place.mjs'
import { isContent } from './program.mjs'
import { NONE } from './tally.mjs'

/** Runs Vitest for people to read, and counts beside. */
export async function vitest(title, args) {
  process.stdout.write(`\n${title}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'daylight-tests-'))
  process.env.DAYLIGHT_COUNTS = join(folder, 'counts.json')
  try {
    const reporters = ['--reporter=default', `--reporter=${join(ROOT, 'scripts/check/counting.mjs')}`]
    const content = await isContent('vitest/vitest.mjs', ['run', '--passWithNoTests', ...reporters, ...args])
    const counts = counted(process.env.DAYLIGHT_COUNTS)
    return content ? counts : { ...counts, failed: Math.max(counts.failed, 1) }
  } finally {
    delete process.env.DAYLIGHT_COUNTS
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A run that ended before it could count has counted nothing; that it was not content is then all there is to say. */
function counted(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return NONE
  }
}
