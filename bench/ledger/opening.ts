import type { Access } from '../../core/kernel/access.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import type { BareEngine } from './bare-engine.ts'
import { middle, type LedgerFigure } from './figure.ts'
import { mostRowsPerSite, SITES } from './load.ts'
import { openSealed, type Places } from './sealed-place.ts'

const OPENINGS = 60

/** A site that this process has not opened before: read, unsealed and folded, keys fetched and unwrapped. Beside it, a bare select of the same rows. */
export async function openingFigure(engine: string, places: Places, bare: BareEngine, entries: number): Promise<LedgerFigure> {
  const { sealed, close } = await openSealed(places)
  const [we, they]: [number[], number[]] = [[], []]
  const ours = async (stream: string): Promise<number> => {
    const access = { stream } as unknown as Access
    const board = new Map<string, unknown>()
    for (const { fact } of await sealed.read(access)) if (fact.said instanceof Sensitive) board.set(String(fact.about), fact.said.reveal(access))
    return board.size
  }
  for (let i = 0; i < OPENINGS; i++) {
    const stream = `site/${(i * 37) % SITES}`
    // In turn, since whoever comes second finds the pages in the machine's memory.
    for (const first of i % 2 === 0 ? [true, false] : [false, true])
      if (first) they.push(await millisecondsOf(() => bare.read(stream)))
      else we.push(await millisecondsOf(() => ours(stream)))
  }
  await close()
  const baseline = middle(they)
  return { figure: `opening a site of ${mostRowsPerSite(entries)} from ${entries.toLocaleString('en')} entries, ${engine} (bare SQL read)`, value: middle(we), unit: 'ms', bar: { atMost: baseline * 3 }, baseline }
}

async function millisecondsOf(read: () => Promise<number>): Promise<number> {
  const start = performance.now()
  if ((await read()) === 0) throw new Error('nothing was read')
  return performance.now() - start
}
