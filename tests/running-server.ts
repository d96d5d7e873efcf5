import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ROOT } from './house/tree.ts'

/** As `npm start` runs the server once everything is there. */
const SERVE = `
  import * as module from 'node:module'
  module.enableCompileCache('.stamps/compile-cache')
  const { serve } = await import('./server/main.ts')
  await serve(process.env)
  module.flushCompileCache()
`

export interface Begun {
  readonly process: ChildProcess
  /** All it has said so far, on either stream. */
  readonly said: () => string
  readonly ended: Promise<number | null>
}

export interface Running extends Begun {
  readonly port: number
}

const running: ChildProcess[] = []

/** Starts the server as a process of its own, which keeps what it keeps in a new folder unless it is told where. */
export function begin(env: Readonly<Record<string, string>>): Begun {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', SERVE], { cwd: ROOT, env: { ...process.env, DAYLIGHT_DATA: env.DAYLIGHT_DATA ?? mkdtempSync(join(tmpdir(), 'daylight-data-')), ...env }, stdio: 'pipe' })
  running.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { process: child, said: () => said, ended }
}

/** Starts the server on a port that is free, and waits until it is there. */
export async function start(env: Readonly<Record<string, string>> = {}): Promise<Running> {
  const begun = begin({ PORT: '0', HOST: '', ...env })
  await saying(begun, /API is at/)
  return { ...begun, port: Number(/:(\d+)/.exec(begun.said())?.[1]) }
}

export async function saying({ said }: Begun, what: RegExp): Promise<void> {
  for (let waited = 0; !what.test(said()); waited += 20) {
    if (waited > 20_000) throw new Error(`nothing like ${String(what)} in: ${said()}`)
    await pause(20)
  }
}

/** Ends whatever still runs. */
export function endAll(): void {
  for (const child of running.splice(0)) child.kill('SIGKILL')
}
