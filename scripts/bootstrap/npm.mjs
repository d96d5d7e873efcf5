import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { CannotPrepare } from './cannot-prepare.mjs'
import { ROOT } from './place.mjs'
import { quietly } from './quietly.mjs'

/** Nothing but the packages: no scripts of theirs run, and nothing is reported to anybody. */
const CALM = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--no-progress', '--loglevel=warn']

/** A full disk: npm leaves the files cut short, warns, and ends as if all were well. */
const CUT_SHORT = /TAR_ENTRY_ERROR/

/** Runs npm under the given Node, since npm chooses packages for the Node it runs on. */
export const npm = (title, node, args, onPid) =>
  quietly(title, node, [npmProgram(), ...args, ...CALM, ...cache()], { cwd: ROOT, onPid, failsOn: CUT_SHORT })

/** npm's own program file: as told by npm itself, beside this Node, or where `npm` on the PATH leads. */
function npmProgram() {
  const beside = dirname(process.execPath)
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = [process.env.npm_execpath ?? '', ...[beside, ...onPath].flatMap(programsIn)]
  const found = candidates.map(realpath).find((path) => basename(path) === 'npm-cli.js')
  if (found) return found
  throw new CannotPrepare('npm was not found. Install Node 20 or later together with npm, and start again.')
}

const programsIn = (folder) => [
  join(folder, 'npm'),
  join(folder, 'node_modules/npm/bin/npm-cli.js'),
  join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
]

function realpath(path) {
  return path && existsSync(path) ? realpathSync(path) : ''
}

/** npm's cache is the one thing written outside the project; where it cannot be, it lies inside. */
function cache() {
  const usual = process.env.npm_config_cache ?? join(homedir(), process.platform === 'win32' ? 'AppData/Local/npm-cache' : '.npm')
  return isWritable(usual) ? [] : ['--cache', join(ROOT, '.toolchain/npm-cache')]
}

function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true })
    for (const path of [folder, join(folder, '_cacache')].filter(existsSync)) accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
