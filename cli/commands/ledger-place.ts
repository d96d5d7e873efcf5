import { dataPlaceIn } from '../../ledger/store/data-place.ts'
import { placesOf } from '../../ledger/store/places.ts'
import { caseTables } from '../../ledger/tables/case-tables.ts'
import type { LedgerDesk } from './ledger-desk.ts'

/** The ledger the server would open from here, or the one in a folder that was named; null, and a sentence why, where the environment is wrong. */
export function deskFor(folder: string | undefined, env: Readonly<Record<string, string | undefined>> = process.env): LedgerDesk | null {
  const say = (text: string): void => void process.stdout.write(`${text}\n`)
  const complain = (text: string): void => void process.stderr.write(`${text}\n`)
  const where = folder === undefined ? dataPlaceIn(env) : { found: true as const, place: { folder, databases: null } }
  const anchors = env['DAYLIGHT_ANCHORS']
  if (where.found) return { places: placesOf(where.place), tables: caseTables, ...(anchors && { anchors }), say, complain }
  complain(`daylight: ${where.problem}`)
  return null
}
