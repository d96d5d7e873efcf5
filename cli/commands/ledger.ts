import { closeSync, createReadStream, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Defect } from '../../core/kernel/defect.ts'
import { isoOf } from '../../core/kernel/instant.ts'
import { exportLines, importLines } from '../../ledger/archive.ts'
import { linesOf } from '../../ledger/archive-reading.ts'
import { rebuild as rebuildTables, type ReadTables } from '../../ledger/projection.ts'
import type { LedgerTables } from '../../ledger/row.ts'
import { sqlLedger } from '../../ledger/sql-ledger.ts'
import { StoreFault } from '../../ledger/store/fault.ts'
import { openStore } from '../../ledger/store/open.ts'
import type { Location, Store } from '../../ledger/store/store.ts'
import { headAt, verify as verifyChain } from '../../ledger/verify.ts'
import type { Stored } from '../../ledger/ledger.ts'

/** As in sysexits.h (64 usage, 65 data, 70 software), so that a watch can tell a broken chain from a disk that is away. */
export const EXIT_BAD_INPUT = 64
export const EXIT_CHAIN_BROKEN = 65
export const EXIT_STORE_FAULT = 70

/** Where the ledger lies and what is kept beside it; what a command says goes to `say`, what stands in its way to `complain`. */
export interface LedgerDesk {
  /** A folder with `ledger.sqlite` in it, or a PostgreSQL address. */
  readonly at: { readonly folder: string } | { readonly databaseUrl: string }
  readonly tables: ReadTables
  readonly say: (text: string) => void
  readonly complain: (text: string) => void
}

export const LEDGER_SCHEMA = 'daylight_ledger'

export const ledgerPlace = (at: LedgerDesk['at']): Location =>
  'folder' in at ? { file: join(at.folder, 'ledger.sqlite') } : { url: at.databaseUrl, schema: LEDGER_SCHEMA }

/** Opens, does, closes; a world that failed is told in its own sentence and never with a trace. */
async function withLedger(desk: LedgerDesk, work: (store: Store<LedgerTables>) => Promise<number>, mayBegin: 'begins' | 'exists' = 'exists'): Promise<number> {
  const place = ledgerPlace(desk.at)
  if (mayBegin === 'exists' && 'file' in place && !existsSync(place.file)) {
    desk.complain(`daylight: there is no ledger at ${place.file}.`)
    return EXIT_BAD_INPUT
  }
  try {
    const store = await openStore<LedgerTables>(place, 'ledger')
    try {
      for (const { schema } of desk.tables.projections) await store.script(schema)
      return await work(store)
    } finally {
      await store.close()
    }
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error
    desk.complain(`daylight: ${error.message}`)
    return EXIT_STORE_FAULT
  }
}

/** Says whether every row is as it was written. `against` is a head kept from an earlier day, as `position:digest`. */
export const verify = (desk: LedgerDesk, against?: string): Promise<number> =>
  withLedger(desk, async (store) => {
    const earlier = against === undefined ? null : /^(\d{1,15}):([0-9a-f]{64})$/.exec(against)
    if (against !== undefined && earlier === null) {
      desk.complain('daylight: a head is given as position:digest, as an earlier verification printed it.')
      return EXIT_BAD_INPUT
    }
    const found = await verifyChain(store)
    if (!found.holds) {
      desk.complain(`daylight: the chain is broken at position ${found.position}: ${found.fault}.`)
      return EXIT_CHAIN_BROKEN
    }
    if (earlier !== null && Number(earlier[1]) > 0 && (await headAt(store, Number(earlier[1]))) !== earlier[2]) {
      desk.complain(`daylight: the chain is broken: it does not pass through the head kept for position ${earlier[1]}.`)
      return EXIT_CHAIN_BROKEN
    }
    desk.say(`The chain holds: ${found.entries} entries. Head ${found.entries}:${found.head}`)
    return 0
  })

/** Prints one stream with its three times. Sealed words stay sealed: at a terminal there is no gate and no access log. */
export const show = (desk: LedgerDesk, stream: string): Promise<number> =>
  withLedger(desk, async (store) => {
    const entries = await (await sqlLedger(store, desk.tables)).read(stream)
    if (entries.length === 0) {
      desk.complain('daylight: the ledger has no such stream.')
      return EXIT_BAD_INPUT
    }
    for (const entry of entries) desk.say(lineFor(entry))
    return 0
  })

const lineFor = ({ position, version, fact, by, device, occurredAt, recordedAt, receivedAt }: Stored): string =>
  [
    `${version} (position ${position})`, fact.type, `by ${by} on ${device}`,
    `occurred ${isoOf(occurredAt)}`, `recorded ${isoOf(recordedAt)}`, `received ${receivedAt === null ? 'not yet' : isoOf(receivedAt)}`,
    JSON.stringify(fact.clear), fact.sealed === null ? 'nothing sealed' : `sealed for ${fact.sealed.about}`,
  ].join('  ')

/** Empties the read tables and fills them again from the entries. */
export const rebuild = (desk: LedgerDesk): Promise<number> =>
  withLedger(desk, async (store) => {
    const entries = await rebuildTables(store, desk.tables)
    desk.say(`${desk.tables.projections.length} read tables were filled again from ${entries} entries.`)
    return 0
  })

/** Writes the archive beside its place and moves it there when it is whole, so that a file by that name is never half of one. */
export const exportTo = (desk: LedgerDesk, path: string): Promise<number> =>
  withLedger(desk, async (store) => {
    const found = await verifyChain(store)
    if (!found.holds) {
      desk.complain(`daylight: the chain is broken at position ${found.position}: ${found.fault}. Nothing was exported.`)
      return EXIT_CHAIN_BROKEN
    }
    try {
      await write(store, path)
    } catch (error) {
      if (error instanceof Defect || error instanceof StoreFault) throw error
      desk.complain(`daylight: ${path} could not be written (${(error as { code?: string }).code ?? 'unknown'}). Nothing was left there.`)
      return EXIT_BAD_INPUT
    }
    desk.say(`Exported to ${path}. The keys are not in it; they travel by another way.`)
    return 0
  })

async function write(store: Store<LedgerTables>, path: string): Promise<void> {
  const unfinished = `${path}.unfinished`
  const file = openSync(unfinished, 'w', 0o600)
  try {
    for await (const line of exportLines(store)) writeSync(file, line)
    fsyncSync(file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
}

/** Fills an empty ledger from an archive, whole or not at all. */
export const importFrom = (desk: LedgerDesk, path: string): Promise<number> =>
  withLedger(desk, async (store) => {
    try {
      const imported = await importLines(store, desk.tables, linesOf(createReadStream(path, 'utf8')))
      if (imported.accepted) {
        desk.say(`Imported ${imported.entries} entries. Head ${imported.entries}:${imported.head}`)
        return 0
      }
      const { code, line } = imported.refusal
      desk.complain(`daylight: ${path}, line ${line}: ${code}. Nothing was imported.`)
      return code === 'archive/broken-chain' ? EXIT_CHAIN_BROKEN : EXIT_BAD_INPUT
    } catch (error) {
      if ((error as { syscall?: string }).syscall === undefined) throw error
      desk.complain(`daylight: ${path} cannot be read (${(error as { code?: string }).code ?? 'unknown'}). Nothing was imported.`)
      return EXIT_BAD_INPUT
    }
  }, 'begins')
