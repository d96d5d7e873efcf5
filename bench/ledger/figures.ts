import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { caseTables } from '../../ledger/tables/case-tables.ts'
import { bareEngine, type BareEngine } from './bare-engine.ts'
import { appendFigures } from './append.ts'
import type { LedgerFigure } from './figure.ts'
import { entryFor, reportFor } from './load.ts'
import { openingFigure } from './opening.ts'
import { sustainedFigure } from './sustained.ts'
import { newCluster } from '../postgres-cluster.ts'
import { openSealed, type Places } from './sealed-place.ts'

export const ENTRIES = 200_000

/** Durable appends, a hundred reports a second and openings on SQLite, and on PostgreSQL where the machine has it. */
export async function ledgerFigures(entries: number = ENTRIES): Promise<readonly LedgerFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-bench-'))
  const cluster = await newCluster()
  const places = (name: string): Places => ({
    ledger: cluster !== null && name.startsWith('postgres') ? { url: cluster.url, schema: name } : { file: join(folder, name, 'ledger.sqlite') },
    keys: { file: join(folder, name, 'keys.sqlite') },
    master: join(folder, name, 'master.key'),
  })
  try {
    const sqlite = await figuresOf('SQLite', places, entries)
    return cluster === null ? sqlite : [...sqlite, ...(await figuresOf('PostgreSQL', places, entries))]
  } finally {
    cluster?.stop()
    rmSync(folder, { recursive: true })
  }
}

async function figuresOf(engine: string, places: (name: string) => Places, entries: number): Promise<readonly LedgerFigure[]> {
  const name = engine.toLowerCase()
  const figures: LedgerFigure[] = []
  for (const [read, tables] of [['alone', { projections: [], upcasts: {} }], ['listed', caseTables]] as const) {
    const here = places(`${name}_${read}`)
    const { sealed, ledger, close } = await openSealed(here, tables)
    const bare = await bareEngine(here.ledger)
    let next = 0
    const append = async (): Promise<void> => void (await sealed.append([reportFor(next++)]))
    figures.push(...(await appendFigures(engine, append, bare, read)))
    if (read === 'listed') figures.push(await sustainedFigure(engine, ledger, append))
    await bare.close()
    await close()
  }
  return [...figures, await openingOf(engine, places(`${name}_opened`), entries)]
}

async function openingOf(engine: string, places: Places, entries: number): Promise<LedgerFigure> {
  const { sealed, close } = await openSealed(places)
  const LOT = 1000
  for (let next = 0; next < entries; next += LOT) await sealed.append(Array.from({ length: Math.min(LOT, entries - next) }, (_, i) => entryFor(next + i)))
  await close()
  const bare: BareEngine = await bareEngine(places.ledger)
  try {
    return await openingFigure(engine, places, bare, entries)
  } finally {
    await bare.close()
  }
}
