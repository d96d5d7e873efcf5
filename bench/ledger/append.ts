import type { BareEngine } from './bare-engine.ts'
import { middle, type LedgerFigure } from './figure.ts'

const ROUNDS = 41
const APPENDS = 96
const WARM_UP = 1500

type Act = () => Promise<void>

/** Durable appends of one sealed report each, by one writer and by eight, beside the bare engine's appends of a row. */
export async function appendFigures(engine: string, ours: Act, bare: BareEngine, read: 'alone' | 'listed'): Promise<readonly LedgerFigure[]> {
  const theirs = read === 'alone' ? bare.append : bare.appendListed
  const what = read === 'alone' ? 'durable append' : 'durable append with its read tables'
  // A journal that still grows is slower than one written over, so both grow theirs first.
  for (let i = 0; i < WARM_UP; i++) {
    await theirs()
    await ours()
  }
  return [await beside(`${what}, ${engine}, one writer (bare engine)`, 1, ours, theirs), await beside(`${what}, ${engine}, 8 writers (bare engine)`, 8, ours, theirs)]
}

/**
 * Many short rounds of both in turn, so that a disk or a machine that is slow for a while is slow for both; the middle of the
 * shares of all rounds is what ours is told to reach.
 */
async function beside(figure: string, writers: number, ours: Act, theirs: Act): Promise<LedgerFigure> {
  const [they, shares]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await perSecond(writers, theirs)
    they.push(bare)
    shares.push((await perSecond(writers, ours)) / bare)
  }
  const baseline = middle(they)
  return { figure, value: middle(shares) * baseline, unit: '/s', bar: { atLeast: baseline / 2 }, baseline }
}

async function perSecond(writers: number, append: Act): Promise<number> {
  const start = performance.now()
  await Promise.all(Array.from({ length: writers }, async () => {
    for (let i = 0; i < APPENDS / writers; i++) await append()
  }))
  return (APPENDS * 1000) / (performance.now() - start)
}
