import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { CannotPrepare } from './cannot-prepare.mjs'
import { BINARY, FOLDER, isBrought, PACKAGE, STAMP, TOOLCHAIN } from './node-24.mjs'
import { npm } from './npm.mjs'

/** The Node the house is tried with; where npm has not got it for a platform, the newest 24, or what came after. */
const WANTED = ['24.21.0', '24', '>=24']

/** Brings a Node 24 of the project's own, which nobody has to install and nobody else is given. */
export const bringNode24 = () => alone('node', ({ alsoHeldBy }) => bring(alsoHeldBy))

/** A Node without its stamp was cut short while it came, or somebody else brought it: it is kept only if it runs. */
async function bring(alsoHeldBy) {
  if (isBrought()) return
  const here = versionOf(BINARY)
  if (here === null) await fetchNode(alsoHeldBy)
  const version = here ?? versionOf(BINARY)
  if (version === null) throw new CannotPrepare(`The Node 24 that npm offers does not run on this machine (${BINARY}). ${YOURSELF}`)
  writeFileSync(STAMP, `${version}\n`)
}

async function fetchNode(alsoHeldBy) {
  rmSync(FOLDER, { recursive: true, force: true })
  rmSync(join(TOOLCHAIN, 'node_modules', '.package-lock.json'), { force: true })
  for (const version of WANTED) {
    const title = `Fetching Node ${version} (this one is ${process.versions.node})`
    const args = ['install', `${PACKAGE}@${version}`, '--prefix', TOOLCHAIN, '--no-save']
    const missing = await npm(title, process.execPath, args, alsoHeldBy).then(() => false, unlessMissing)
    if (!missing) return
  }
  throw new CannotPrepare(`npm has no Node 24 for ${process.platform} on ${process.arch}. ${YOURSELF}`)
}

const YOURSELF = 'Install Node 24 or later yourself, and start again.'

function unlessMissing(error) {
  if (/ETARGET|E404|notarget/.test(error.output ?? '')) return true
  throw error
}

/** The version a binary answers with; null when it is absent, cut short, too old, or made for another machine. */
function versionOf(binary) {
  try {
    const version = execFileSync(binary, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return Number(/^v(\d+)\./.exec(version)?.[1]) >= 24 ? version : null
  } catch {
    return null
  }
}
