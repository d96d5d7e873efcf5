import { setTimeout as pause } from 'node:timers/promises'
import type { Ledger } from '../../ledger/ledger.ts'
import type { LedgerFigure } from './figure.ts'

const PER_SECOND = 100
const SECONDS = 20
const CALLERS = 8
const PAGE = 50

/** A hundred reports a second, sent by eight callers when each is due, while somebody reads the end of the ledger all the time: how many are kept. */
export async function sustainedFigure(engine: string, ledger: Ledger, append: () => Promise<void>): Promise<LedgerFigure> {
  const start = performance.now()
  let over = false
  const reader = (async () => {
    for (; !over; await pause(10)) {
      const { position } = await ledger.head()
      await ledger.since(Math.max(0, position - PAGE), PAGE)
    }
  })()
  let next = 0
  const caller = async (): Promise<void> => {
    for (let turn = next++; turn < PER_SECOND * SECONDS; turn = next++) {
      await pause(Math.max(0, start + (turn * 1000) / PER_SECOND - performance.now()))
      await append()
    }
  }
  await Promise.all(Array.from({ length: CALLERS }, caller))
  const took = (performance.now() - start) / 1000
  over = true
  await reader
  return { figure: `reports kept a second for ${SECONDS} s beside a reader, ${engine} (sent)`, value: (PER_SECOND * SECONDS) / took, unit: '/s', bar: { atLeast: PER_SECOND * 0.99 }, baseline: PER_SECOND }
}
