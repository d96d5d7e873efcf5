import { createReadStream } from 'node:fs'
import { Defect } from '../../core/kernel/defect.ts'
import { isoOf } from '../../core/kernel/instant.ts'
import { exportLines, importLines } from '../../ledger/archive.ts'
import { linesOf } from '../../ledger/archive-reading.ts'
import { KEYS_HEADER } from '../../ledger/key-archive.ts'
import type { Stored } from '../../ledger/ledger.ts'
import { rebuild as rebuildTables } from '../../ledger/projection.ts'
import { sqlLedger } from '../../ledger/sql-ledger.ts'
import { StoreFault } from '../../ledger/store/fault.ts'
import { headAt, verify as verifyChain } from '../../ledger/verify.ts'
import { lyingBeside, writeWhole } from './archive-file.ts'
import { EXIT_BAD_INPUT, EXIT_CHAIN_BROKEN, withLedger, type LedgerDesk } from './ledger-desk.ts'

/** Says whether every row is as it was written. `against` is a head kept from an earlier day, as `position:digest`, or as an anchor printed it for paper. */
export const verify = (desk: LedgerDesk, against?: string): Promise<number> =>
  withLedger(desk, async (store) => {
    const earlier = against === undefined ? null : /^(\d{1,15}):([0-9a-f]{32,64})$/.exec(against.replaceAll(/\s/g, ''))
    if (against !== undefined && earlier === null) {
      desk.complain('daylight: a head is given as position:digest, as an earlier verification printed it.')
      return EXIT_BAD_INPUT
    }
    const found = await verifyChain(store)
    if (!found.holds) {
      desk.complain(`daylight: the chain is broken at position ${found.position}: ${found.fault}.`)
      return EXIT_CHAIN_BROKEN
    }
    if (earlier !== null && Number(earlier[1]) > 0 && (await headAt(store, Number(earlier[1])))?.startsWith(earlier[2] ?? '') !== true) {
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
      const keys = lyingBeside(path, KEYS_HEADER)
      if (keys !== null) {
        desk.complain(`daylight: ${keys} in that folder holds keys. Keys and archive do not travel together: give another folder, best on another disk. Nothing was exported.`)
        return EXIT_BAD_INPUT
      }
      await writeWhole(path, exportLines(store))
    } catch (error) {
      if (error instanceof Defect || error instanceof StoreFault) throw error
      desk.complain(`daylight: ${path} could not be written (${(error as { code?: string }).code ?? 'unknown'}). Nothing was left there.`)
      return EXIT_BAD_INPUT
    }
    desk.say(`Exported to ${path}. The keys are not in it; they travel by another way.`)
    return 0
  })

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
