import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { noRights } from './advice.mjs'
import { stampPath } from './installed.mjs'
import { npm } from './npm.mjs'
import { ROOT } from './place.mjs'

const NPMS_OWN_RECORD = join(ROOT, 'node_modules/.package-lock.json')

/**
 * Installs exactly what the lock file says, unless that is there already.
 *
 * `npm ci` begins by emptying node_modules, and the stamp lies in there: an install that was cut short has no stamp
 * and is done again. Tools that build and test the house are needed to start it, so they come along even where
 * NODE_ENV says production.
 */
export async function installPackages() {
  await alone('install', async ({ alsoHeldBy }) => {
    if (!wasInstalledByHand()) await install(alsoHeldBy)
    stamp()
  })
}

async function install(onPid) {
  try {
    await npm('Installing packages', process.execPath, ['ci', '--prefix', ROOT, '--include=dev', '--include=optional'], onPid)
  } catch (error) {
    rmSync(NPMS_OWN_RECORD, { force: true })
    throw error
  }
}

function stamp() {
  try {
    copyFileSync(join(ROOT, 'package-lock.json'), stampPath())
  } catch (error) {
    throw noRights(error)
  }
}

/** npm writes what it has installed when it has finished; somebody who ran it by hand need not wait a second time. */
function wasInstalledByHand() {
  if (!existsSync(NPMS_OWN_RECORD)) return false
  const here = packagesOf(NPMS_OWN_RECORD)
  return Object.entries(packagesOf(join(ROOT, 'package-lock.json')))
    .filter(([path]) => path !== '')
    .every(([path, wanted]) => (here[path] ? isSame(here[path], wanted) : !belongsHere(wanted)))
}

const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
const isSame = (a, b) => a.version === b.version && a.integrity === b.integrity

/** Optional packages of other platforms are absent by right; one without a platform hangs on one that is absent. */
function belongsHere({ optional, devOptional, os, cpu, libc }) {
  if (!optional && !devOptional) return true
  const asked = [[os, process.platform], [cpu, process.arch], [libc, theLibc()]].filter(([list]) => list !== undefined)
  return asked.length > 0 && asked.every(([list, mine]) => list.includes(mine))
}

const theLibc = () => (process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl')
