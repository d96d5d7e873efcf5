import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { DataPlace } from '../../ledger/store/places.ts'
import { quantile } from '../ledger/figure.ts'
import { liveBoard } from './board.ts'
import { opening, reporting, type Worker } from './people.ts'
import { watchReckonings } from './lag.ts'
import type { Figure } from '../table.ts'

const PER_SECOND = 100
const SECONDS = 20
const SITES = 20

/** Connections, as of some browsers with a few each. */
const CALLERS = 16
const LAST_CAUGHT_UP_MS = 20_000

/**
 * A hundred reports a second over HTTP, each sent when it is due by one of several analysts to one of several sites, while a board is open.
 *
 * What a report waits is counted from when it was due, so that one that stands in line behind another counts as waiting too.
 */
export async function sustainedFigures(engine: string, place: DataPlace, address: string, analysts: readonly Worker[]): Promise<readonly Figure[]> {
  const sites = await openedSites(address, analysts)
  const board = await liveBoard(address, analysts[0]!, sites[0]!)
  const lag = await watchReckonings(place)
  const waits: number[] = []
  const refused: number[] = []
  const start = performance.now()
  const send = async (turn: number): Promise<void> => {
    const due = start + (turn * 1000) / PER_SECOND
    const [site, analyst] = [sites[turn % sites.length]!, analysts[turn % analysts.length]!]
    await pause(Math.max(0, due - performance.now()))
    const response = await analyst.post(address, `/api/sites/${site}/acts`, reporting(randomUUID(), randomUUID()))
    const body = (await response.json()) as { readonly version: number }
    waits.push(performance.now() - due)
    if (response.ok) lag.acknowledged(site, body.version)
    else refused.push(response.status)
  }
  let next = 0
  const caller = async (): Promise<void> => {
    for (let turn = next++; turn < PER_SECOND * SECONDS; turn = next++) await send(turn)
  }
  await Promise.all(Array.from({ length: CALLERS }, caller))
  const rate = ((waits.length - refused.length) * 1000) / (performance.now() - start)
  const reads = await board.leave()
  const lags = await lag.settled(LAST_CAUGHT_UP_MS)
  const what = `100 reports a second over HTTP for ${SECONDS} s, board open, ${engine}`
  return [
    { figure: `${what}: kept a second (sent)`, value: rate, unit: '/s', bar: { atLeast: PER_SECOND * 0.99 }, baseline: PER_SECOND },
    { figure: `${what}: refused (sent)`, value: refused.length, unit: '', bar: { atMost: 0 }, baseline: waits.length },
    { figure: `${what}: the slowest of a hundred answers (the middle one)`, value: quantile(waits, 0.99), unit: 'ms', bar: null, baseline: quantile(waits, 0.5) },
    { figure: `${what}: the board read again, 19 of 20 (the middle one)`, value: quantile(reads, 0.95), unit: 'ms', bar: null, baseline: quantile(reads, 0.5) },
    { figure: `${what}: the number of a site behind its last report, the slowest of a hundred (the middle one)`, value: quantile(lags, 0.99), unit: 'ms', bar: { atMost: LAST_CAUGHT_UP_MS / 2 }, baseline: quantile(lags, 0.5) },
  ]
}

async function openedSites(address: string, [analyst]: readonly Worker[]): Promise<readonly string[]> {
  const ids = Array.from({ length: SITES }, () => randomUUID())
  for (const id of ids) {
    const response = await analyst!.post(address, '/api/sites', opening(id))
    if (!response.ok) throw new Error(`a site was not opened: ${await response.text()}`)
  }
  return ids
}
