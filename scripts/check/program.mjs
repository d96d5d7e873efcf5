import { ROOT } from '../bootstrap/place.mjs'
import { run } from '../bootstrap/child.mjs'
import { Interrupted } from '../bootstrap/cannot-prepare.mjs'

/** Runs a package's program under this Node, its output in view; answers whether it was content. */
export async function isContent(program, args) {
  const { code, interruptedBy } = await run(process.execPath, [`${ROOT}/node_modules/${program}`, ...args], { cwd: ROOT })
  if (interruptedBy) throw new Interrupted(interruptedBy)
  return code === 0
}

/** One check of the whole house, counted as one test. */
export async function check(title, program, args) {
  process.stdout.write(`\n${title}\n`)
  const passed = await isContent(program, args)
  process.stdout.write(`  ${passed ? 'passed' : 'failed'}\n`)
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 }
}
