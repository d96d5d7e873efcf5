import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A PostgreSQL server of our own, in a folder of its own, that may be killed. */
export interface Cluster {
  readonly url: string
  readonly start: () => void
  readonly kill: () => void
  /** Stops it and takes its folder away. */
  readonly stop: () => void
}

/** Where Debian and others keep the tools; null where there is no PostgreSQL. */
function tools(): string | null {
  const debian = '/usr/lib/postgresql'
  try {
    const version = readdirSync(debian).toSorted((a, b) => Number(b) - Number(a))[0]
    return version === undefined ? null : join(debian, version, 'bin')
  } catch {
    const found = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
    return found.status === 0 ? found.stdout.trim() : null
  }
}

/** PostgreSQL refuses to run as root, so root lends it the account the package made. */
function account(): { readonly uid: number; readonly gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number }
      server.close(() => resolve(port))
    })
  })

/** Makes and starts a cluster with PostgreSQL's own defaults; null, and no noise, where the machine has none. */
export async function newCluster(): Promise<Cluster | null> {
  const bin = tools()
  if (bin === null) return null
  const as = account()
  const folder = mkdtempSync(join(tmpdir(), 'daylight-postgres-'))
  if ('uid' in as) chownSync(folder, as.uid as number, as.gid as number)
  const data = join(folder, 'data')
  const run = (tool: string, ...args: readonly string[]): void => void execFileSync(join(bin, tool), args, { ...as, cwd: folder, stdio: 'pipe' })
  run('initdb', '-D', data, '-A', 'trust', '-U', 'daylight')
  const port = await freePort()
  const start = (): void => {
    // The dead server's children hold its memory for a moment longer.
    for (let tries = 0; ; tries++)
      try {
        return run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', `-p ${port} -k ${folder} -h 127.0.0.1`, '-w', '-t', '60', 'start')
      } catch (error) {
        if (tries > 40) throw error
        spawnSync('sleep', ['0.2'])
      }
  }
  start()
  return {
    url: `postgres://daylight@127.0.0.1:${port}/postgres`,
    start,
    kill: () => void process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL'),
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
      rmSync(folder, { recursive: true })
    },
  }
}
