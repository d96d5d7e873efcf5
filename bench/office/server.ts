import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** As `npm start` runs the server once everything is there. */
const SERVE = `
  import * as module from 'node:module'
  module.enableCompileCache('.stamps/compile-cache')
  const { serve } = await import('./server/main.ts')
  await serve(process.env)
  module.flushCompileCache()
`
const ROOT = join(import.meta.dirname, '../..')
const LONGEST_START_MS = 60_000

/** Our server as a process of its own. */
export interface Server {
  readonly address: string
  readonly pid: number
  /** All it has said. */
  readonly said: () => string
  readonly isRunning: () => boolean
  /** Ends it with nothing said before. */
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts it over a place, on a port that is free, and waits until it says where it is. */
export async function startServer(env: Readonly<Record<string, string>>): Promise<Server> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', SERVE], { cwd: ROOT, env: { ...process.env, PORT: '0', HOST: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-MOST_SAID)))
  let port: string | undefined
  for (const since = performance.now(); port === undefined; port = /API is at http:\/\/localhost:(\d+)/.exec(said)?.[1]) {
    if (child.exitCode !== null || performance.now() - since > LONGEST_START_MS) throw new Error(`the server did not start: ${said.slice(0, 2000)}`)
    await pause(5)
  }
  return { address: `http://localhost:${port}`, pid: child.pid!, said: () => said, isRunning: () => isRunning(child), kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') }
}

/** A line for each request is enough to see what went wrong last. */
const MOST_SAID = 200_000

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (!isRunning(child)) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
