import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { clients } from './clients.ts'
import { brokenPromises } from './promises.ts'
import { atWork, opening, type Worker } from '../office/people.ts'
import { startServer, type Server } from '../office/server.ts'
import { environmentOf, freshPlace } from '../office/world.ts'
import { newCluster } from '../postgres-cluster.ts'

/** What came of one way of killing while clients post over HTTP. */
export interface ServedCrashReport {
  readonly killed: string
  readonly rounds: number
  readonly acknowledged: number
  /** How often a client was told to wait while the database was away. */
  readonly toldToWait: number
  readonly entries: number
  readonly broken: readonly string[]
}

type Outcome = Pick<ServedCrashReport, 'acknowledged' | 'toldToWait' | 'entries' | 'broken'>

const CLIENTS = 8
const LONGEST_MS = 1200
const LONGEST_AWAY_MS = 800
const NONE: Outcome = { acknowledged: 0, toldToWait: 0, entries: 0, broken: [] }

/** SIGKILL to our server, under clients; it starts again over what lies there, and nobody lends it a hand. */
export async function killServer(count: number, engine: 'SQLite' | 'PostgreSQL'): Promise<ServedCrashReport | null> {
  const cluster = engine === 'SQLite' ? null : await newCluster()
  if (engine === 'PostgreSQL' && cluster === null) return null
  const place = await freshPlace(cluster)
  try {
    const workers = await atWork(place, 'analyst', CLIENTS)
    let server = await startServer(environmentOf(place))
    const round = async (): Promise<Outcome> => {
      const site = await openedSite(server, workers[0]!)
      const { isRunning } = server
      const sending = clients(server.address, workers, site, isRunning)
      await pause(Math.random() * LONGEST_MS)
      await server.kill()
      await sending.finish()
      server = await startServer(environmentOf(place))
      return { ...(await brokenPromises(place, { address: server.address, worker: workers[0]!, site }, sending)), acknowledged: sending.acknowledged.size, toldToWait: sending.toldToWait() }
    }
    const report = await rounds(`our server on ${engine}`, count, round)
    await server.stop()
    return report
  } finally {
    cluster?.stop()
    place.remove()
  }
}

/** SIGKILL to the postmaster, under clients, while our server runs on: it says so in words, and is as before once the database is back. */
export async function killPostmasterUnderServer(count: number): Promise<ServedCrashReport | null> {
  const cluster = await newCluster()
  if (cluster === null) return null
  const place = await freshPlace(cluster)
  try {
    const workers = await atWork(place, 'analyst', CLIENTS)
    const server = await startServer(environmentOf(place))
    const round = async (): Promise<Outcome> => {
      const site = await openedSite(server, workers[0]!)
      const sending = clients(server.address, workers, site, server.isRunning)
      await pause(Math.random() * LONGEST_MS)
      cluster.kill()
      await pause(Math.random() * LONGEST_AWAY_MS)
      cluster.start()
      await sending.finish()
      const found = await brokenPromises(place, { address: server.address, worker: workers[0]!, site }, sending)
      const ended = server.isRunning() ? [] : ['the server ended when its database did']
      return { entries: found.entries, broken: [...found.broken, ...ended], acknowledged: sending.acknowledged.size, toldToWait: sending.toldToWait() }
    }
    const report = await rounds('postmaster under our server', count, round)
    await server.stop()
    return report
  } finally {
    cluster.stop()
    place.remove()
  }
}

async function rounds(killed: string, count: number, round: () => Promise<Outcome>): Promise<ServedCrashReport> {
  let sum = NONE
  for (let i = 1; i <= count; i++) {
    const { acknowledged, toldToWait, entries, broken } = await round()
    sum = { acknowledged: sum.acknowledged + acknowledged, toldToWait: sum.toldToWait + toldToWait, entries, broken: [...sum.broken, ...broken.map((one) => `round ${i}: ${one}`)] }
  }
  return { killed, rounds: count, ...sum }
}

/** A round has a site of its own, so that no file grows with the rounds. */
async function openedSite({ address }: Server, worker: Worker): Promise<string> {
  const site = randomUUID()
  const response = await worker.post(address, '/api/sites', opening(site))
  if (!response.ok) throw new Error(`a site was not opened: ${response.status} ${await response.text()}`)
  return site
}

/** Kills each, prints what came of it, and answers with the exit code. The first word sets how often each is killed. */
export async function main(args: readonly string[]): Promise<number> {
  const count = Number(args[0] ?? 50)
  let isWhole = true
  for (const kill of [() => killServer(count, 'SQLite'), () => killServer(count, 'PostgreSQL'), () => killPostmasterUnderServer(count)]) {
    const report = await kill()
    process.stdout.write(report === null ? 'PostgreSQL was not tried: this machine has none.\n' : sentence(report))
    isWhole &&= report === null || report.broken.length === 0
  }
  return isWhole ? 0 : 1
}

const sentence = ({ killed, rounds: times, acknowledged, toldToWait, entries, broken }: ServedCrashReport): string =>
  `${killed} killed ${times} times under ${CLIENTS} clients over HTTP: ${acknowledged} reports acknowledged, ${toldToWait} times told to wait, ${entries} entries in the ledger, ${broken.length} promises broken.\n${broken.map((one) => `  ${one}\n`).join('')}`
