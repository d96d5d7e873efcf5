import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './median.ts'
import type { Figure } from './table.ts'

const EXAMPLE = 'examples/operations/el-monte-1995.yaml'

function milliseconds(command: string, args: readonly string[]): number {
  const start = performance.now()
  spawnSync(command, args, { stdio: 'ignore' })
  return performance.now() - start
}

const several = (runs: number, once: () => number): number => median(Array.from({ length: runs + 1 }, once).slice(1))

/** From the start of the process to its end, as somebody at a terminal waits for it; beside it, Node that does nothing. */
export const commandFigure = (): Figure => ({
  figure: 'daylight assess, one file, process start included (bare node)',
  value: several(9, () => milliseconds(process.execPath, ['scripts/daylight.mjs', 'assess', EXAMPLE])),
  unit: 'ms',
  bar: { atMost: 400 },
  baseline: several(9, () => milliseconds(process.execPath, ['-e', '0'])),
})

const BARE_SERVER = "require('node:http').createServer((_, answer) => answer.end('ok')).listen(process.env.PORT, '127.0.0.1')"

/** A warm start to the first page served, and the memory of a server that has served one and waits. */
export async function serverFigures(): Promise<readonly Figure[]> {
  // One folder for all, so that what is measured is a start and not the making of stores.
  const folder = mkdtempSync(join(tmpdir(), 'daylight-bench-start-'))
  const ours = await runs(3, () => started('npm', ['start'], folder))
  const bare = await runs(3, () => started(process.execPath, ['-e', BARE_SERVER], folder))
  rmSync(folder, { recursive: true })
  return [
    { figure: 'warm npm start to serving (bare node:http)', value: median(ours.map(({ waited }) => waited)), unit: 'ms', bar: { atMost: 1000 }, baseline: median(bare.map(({ waited }) => waited)) },
    { figure: 'idle server, resident (bare node:http)', value: median(ours.map(({ resident }) => resident)), unit: 'MB', bar: { atMost: 200 }, baseline: median(bare.map(({ resident }) => resident)) },
  ]
}

interface Started {
  readonly waited: number
  readonly resident: number
}

async function runs(count: number, once: () => Promise<Started>): Promise<readonly Started[]> {
  const all: Started[] = []
  for (let i = 0; i <= count; i++) all.push(await once())
  return all.slice(1)
}

async function started(command: string, args: readonly string[], data: string): Promise<Started> {
  const port = await freePort()
  const start = performance.now()
  const child = spawn(command, args, { env: { ...process.env, PORT: String(port), HOST: '', DAYLIGHT_DATA: data, DATABASE_URL: '', KEYS_DATABASE_URL: '' }, stdio: 'ignore' })
  try {
    await serves(port, start)
    const waited = performance.now() - start
    await new Promise((resolve) => setTimeout(resolve, 1000))
    return { waited, resident: residentOf(child.pid!) }
  } finally {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
  }
}

async function serves(port: number, since: number): Promise<void> {
  while (performance.now() - since < 30_000) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`nothing was served on port ${port} within 30 s`)
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Megabytes resident in the process that serves: npm and the shell it uses stand above it. */
function residentOf(pid: number): number {
  const [below] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  return below ? residentOf(below) : Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024
}
