import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Access } from '../../core/kernel/access.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import { verify } from '../../ledger/verify.ts'
import { newCluster, type Cluster } from '../postgres-cluster.ts'
import { openSealed, type Places } from '../ledger/sealed-place.ts'

/** What came of one way of killing: rounds, entries acknowledged in them, and each promise that was broken. */
export interface CrashReport {
  readonly killed: 'our server' | 'postmaster'
  readonly rounds: number
  readonly acknowledged: number
  readonly entries: number
  readonly broken: readonly string[]
}

type Kill = (child: { readonly kill: () => void }) => Promise<void>

const WRITERS = 8
const LONGEST_MS = 600

type Child = ChildProcessByStdio<null, Readable, Readable>

/**
 * A process that writes without end, and says the id of each entry on a line of its own the moment it was acknowledged.
 *
 * Entries of a round go to the stream `site/<round>`. Whoever writes some other way, as over HTTP, comes in its place.
 */
export type Writing = (places: Places, round: number) => Child

const straightToTheLedger: Writing = (places, round) =>
  spawn(process.execPath, [join(import.meta.dirname, 'appender.ts'), JSON.stringify({ places, round, writers: WRITERS })], { stdio: ['ignore', 'pipe', 'pipe'] })

/** Lets a child append until a random moment, kills, and tells which ids had been acknowledged by then. */
async function appendUntilKilled(places: Places, round: number, writing: Writing, kill: Kill): Promise<readonly string[]> {
  const child = writing(places, round)
  let said = ''
  let complaint = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  while (said === '' && child.exitCode === null) await pause(5)
  if (child.exitCode !== null) throw new Error(`the appending process ended by itself: ${complaint.slice(0, 2000)}`)
  await pause(Math.random() * LONGEST_MS)
  await kill({ kill: () => void child.kill('SIGKILL') })
  await ended
  return said.split('\n').slice(0, -1)
}

/** Starts again, and says what is not as it was promised. */
async function brokenPromises(places: Places, round: number, acknowledged: readonly string[]): Promise<{ readonly broken: readonly string[]; readonly entries: number }> {
  const { sealed, store, close } = await openSealed(places)
  try {
    const chain = await verify(store)
    const read = await sealed.read({ stream: `site/${round}` } as unknown as Access)
    const open = new Set(read.filter(({ fact }) => fact.said instanceof Sensitive).map(({ id }) => id as string))
    const { rows } = await sql<{ lost: number }>`
      select count(*) as lost from (select stream, max(version) as version from entries group by stream) said
      left join sites on said.stream = 'site/' || sites.id where sites.version is null or sites.version <> said.version`.execute(store.db)
    return {
      entries: chain.holds ? chain.entries : 0,
      broken: [
        ...(chain.holds ? [] : [`round ${round}: the chain is broken at ${chain.position}: ${chain.fault}`]),
        ...acknowledged.filter((id) => !open.has(id)).map((id) => `round ${round}: ${id} was acknowledged and is not there, or does not open`),
        ...(Number(rows[0]?.lost) === 0 ? [] : [`round ${round}: a read table lacks what the ledger has`]),
      ],
    }
  } finally {
    await close()
  }
}

async function rounds(killed: CrashReport['killed'], count: number, places: Places, writing: Writing, kill: Kill, revive: () => void): Promise<CrashReport> {
  let [acknowledged, entries] = [0, 0]
  const broken: string[] = []
  for (let round = 1; round <= count; round++) {
    const ids = await appendUntilKilled(places, round, writing, kill)
    revive()
    const found = await brokenPromises(places, round, ids)
    acknowledged += ids.length
    entries = found.entries
    broken.push(...found.broken)
  }
  return { killed, rounds: count, acknowledged, entries, broken }
}

const placesIn = (folder: string, cluster: Cluster | null): Places => ({
  ledger: cluster === null ? { file: join(folder, 'ledger.sqlite') } : { url: cluster.url, schema: 'daylight_ledger' },
  keys: { file: join(folder, 'keys', 'keys.sqlite') },
  master: join(folder, 'master', 'master.key'),
})

/** SIGKILL to our own process, on SQLite, under writes. */
export async function killOurServer(count: number, writing: Writing = straightToTheLedger): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-crash-'))
  try {
    return await rounds('our server', count, placesIn(folder, null), writing, async (child) => child.kill(), () => undefined)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** SIGKILL to the postmaster, under writes; our server lives on for a moment, then dies too. Null where there is no PostgreSQL. */
export async function killPostmaster(count: number, writing: Writing = straightToTheLedger): Promise<CrashReport | null> {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-crash-'))
  const cluster = await newCluster()
  if (cluster === null) return null
  const kill: Kill = async (child) => {
    cluster.kill()
    await pause(Math.random() * 200)
    child.kill()
  }
  try {
    return await rounds('postmaster', count, placesIn(folder, cluster), writing, kill, cluster.start)
  } finally {
    cluster.stop()
    rmSync(folder, { recursive: true })
  }
}

/** Runs both, prints what came of it, and answers with the exit code. The first word sets how often each is killed. */
export async function main(args: readonly string[]): Promise<number> {
  const count = Number(args[0] ?? 50)
  if (!Number.isInteger(count) || count < 1) {
    process.stderr.write('crash: say how often to kill, as a whole number from 1.\n')
    return 64
  }
  const reports = [await killOurServer(count), await killPostmaster(count)]
  for (const report of reports) process.stdout.write(report === null ? 'PostgreSQL was not tried: this machine has none.\n' : sentence(report))
  return reports.every((report) => report === null || report.broken.length === 0) ? 0 : 1
}

const sentence = ({ killed, rounds: times, acknowledged, entries, broken }: CrashReport): string =>
  `${killed} killed ${times} times under ${WRITERS} writers: ${acknowledged} entries acknowledged, ${entries} in the ledger, ${broken.length} promises broken.\n${broken.map((one) => `  ${one}\n`).join('')}`
