import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bareEngine, type BareEngine } from './bare-engine.ts'
import { entryFor, mostRowsPerSite, SITES } from './ledger-load.ts'
import { newCluster } from './postgres-cluster.ts'
import { openSealed, type Places } from './sealed-place.ts'
import type { Access } from '../core/kernel/access.ts'
import { Sensitive } from '../core/kernel/sensitive.ts'

/** A figure of the ledger, with what the bare engine does in the same run. The shape is that of the table of all figures. */
export interface LedgerFigure {
  readonly figure: string
  readonly value: number
  readonly unit: string
  readonly bar: { readonly atMost: number } | { readonly atLeast: number }
  readonly baseline: number
}

const ROUNDS = 7
const APPENDS = 240
const OPENINGS = 60
const WARM_UP = 1500
export const ENTRIES = 200_000

/** Durable appends and openings on SQLite, and on PostgreSQL where the machine has it. */
export async function ledgerFigures(entries: number = ENTRIES): Promise<readonly LedgerFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-bench-'))
  const cluster = await newCluster()
  const keys = { file: join(folder, 'keys', 'keys.sqlite') }
  const master = join(folder, 'master', 'master.key')
  try {
    const sqlite = await figuresOf('SQLite', { ledger: { file: join(folder, 'ledger.sqlite') }, keys, master }, entries)
    if (cluster === null) return sqlite
    return [...sqlite, ...(await figuresOf('PostgreSQL', { ledger: { url: cluster.url, schema: 'daylight_ledger' }, keys, master }, entries))]
  } finally {
    cluster?.stop()
    rmSync(folder, { recursive: true })
  }
}

async function figuresOf(engine: string, places: Places, entries: number): Promise<readonly LedgerFigure[]> {
  const { sealed, close } = await openSealed(places)
  const bare = await bareEngine(places.ledger)
  let next = 0
  const ours = async (): Promise<void> => void (await sealed.append([entryFor(next++)]))
  // A journal that still grows is slower than one written over, so both grow theirs first.
  for (let i = 0; i < WARM_UP; i++) {
    await bare.append()
    await ours()
  }
  const figures = [await appendFigure(engine, 1, ours, bare), await appendFigure(engine, 8, ours, bare)]
  while (next < entries) await sealed.append(Array.from({ length: Math.min(1000, entries - next) }, () => entryFor(next++)))
  await close()
  figures.push(await openFigure(engine, places, bare, entries))
  await bare.close()
  return figures
}

/** Rounds of both in turn, so that a disk that is slow for a while is slow for both; the middle of each is told. */
async function appendFigure(engine: string, writers: number, ours: () => Promise<void>, bare: BareEngine): Promise<LedgerFigure> {
  const [we, they]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    they.push(await perSecond(writers, bare.append))
    we.push(await perSecond(writers, ours))
  }
  const baseline = middle(they)
  return { figure: `durable append, ${engine}, ${writers === 1 ? 'one writer' : `${writers} writers`} (bare engine)`, value: middle(we), unit: '/s', bar: { atLeast: baseline / 2 }, baseline }
}

async function perSecond(writers: number, append: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await Promise.all(Array.from({ length: writers }, async () => {
    for (let i = 0; i < APPENDS / writers; i++) await append()
  }))
  return (APPENDS * 1000) / (performance.now() - start)
}

/** A site that this process has not opened before: read, unsealed and folded, keys fetched and unwrapped. */
async function openFigure(engine: string, places: Places, bare: BareEngine, entries: number): Promise<LedgerFigure> {
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

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
