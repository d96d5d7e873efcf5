import { writeFileSync } from 'node:fs'

/**
 * A reporter for Vitest that writes how many tests passed, failed and were skipped, for the one line at the end.
 *
 * A file that could not be read, or whose preparation failed, has no failed test in it and is counted as one; so are
 * errors outside any test.
 */
export default class Counting {
  onTestRunEnd(modules, errors) {
    const count = (state) => modules.reduce((sum, { children }) => sum + [...children.allTests(state)].length, 0)
    const broken = modules.filter((module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0)
    const failed = count('failed') + broken.length + Number(errors.length > 0)
    writeFileSync(process.env.DAYLIGHT_COUNTS, JSON.stringify({ passed: count('passed'), failed, skipped: count('skipped') }))
  }
}
