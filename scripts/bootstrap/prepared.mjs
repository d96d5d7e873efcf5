import * as module from 'node:module'
import { isInstalled } from './installed.mjs'
import { ROOT } from './place.mjs'

/**
 * Runs a program under Node 24 with its packages installed, and brings what is missing first.
 *
 * The second time nothing is missing and nothing is said: two files are read and compared, and the program is
 * imported into this very process. Only an older Node costs a second process.
 */
export async function prepared(program) {
  leaveWithStarter()
  try {
    if (isOld()) {
      const { underNode24 } = await import('./node-24.mjs')
      return await underNode24(process.argv.slice(1))
    }
    if (!isInstalled()) {
      const { installPackages } = await import('./packages.mjs')
      await installPackages()
    }
    module.enableCompileCache?.(`${ROOT}/.stamps/compile-cache`)
    await program()
  } catch (error) {
    await stop(error)
  }
}

/** Type stripping without a flag, and the `node:` modules the house uses, begin with Node 24. */
const isOld = () => Number(process.versions.node.split('.')[0]) < 24

/**
 * Stops when whoever started us is gone, so that no server is left behind on its port.
 *
 * npm passes a signal on to the shell it runs us in, and many shells die of it without passing it further; an older
 * Node that runs us may be killed outright. Either way the parent process changes, and that can be seen.
 */
function leaveWithStarter() {
  const starter = Number(process.env.DAYLIGHT_STARTED_BY) || process.ppid
  const wasStarted = process.env.DAYLIGHT_STARTED_BY !== undefined || process.env.npm_lifecycle_event !== undefined
  delete process.env.DAYLIGHT_STARTED_BY
  if (!wasStarted) return
  const watch = setInterval(() => {
    if (process.ppid === starter) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}

async function stop(error) {
  if (error?.name === 'Interrupted') return process.kill(process.pid, error.signal)
  if (error?.name !== 'CannotPrepare') throw error
  process.stderr.write(`\n${error.message}\n`)
  process.exitCode = 1
}
