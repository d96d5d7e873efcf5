import type { Look } from '../../core/kernel/access.ts'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import { faultOf } from '../../ledger/store/fault.ts'
import type { Sought } from '../../wire/office/finding.ts'
import type { Office } from '../office.ts'
import type { SignedIn } from '../session/sessions.ts'

/**
 * Leaves a line for each file that a search touched, and one for none where it touched none.
 *
 * Not in the access log: those who read that would be told which searches met a source, and with a colleague who searches could try out names. Only whoever
 * may open a file reads the lines of it.
 */
export async function keepSought({ cases: { desk }, now }: Office, who: SignedIn, look: Look, files: readonly string[]): Promise<void> {
  const rows = (files.length === 0 ? [''] : files).map((file) => ({ at: now(), who: who.id, role: who.role, look, file }))
  await desk.transact((db) => db.insertInto('sought').values(rows).execute())
}

const MOST_SHOWN = 50

/** Who looked for somebody and met this file, the newest first. */
export async function soughtOf({ cases: { desk } }: Office, file: string): Promise<Sought> {
  try {
    const rows = await desk.db
      .selectFrom('sought').leftJoin('people', 'people.id', 'sought.who').select(['sought.at', 'sought.who', 'sought.role', 'sought.look', 'people.name'])
      .where('sought.file', '=', file).orderBy('sought.number', 'desc').limit(MOST_SHOWN).execute()
    return { sought: rows.map(({ at, who, role, look, name }) => ({ at: isoOf(instant(at)), who: { id: who, name: name ?? who }, role, look })) }
  } catch (error) {
    throw faultOf(error, desk.where)
  }
}
