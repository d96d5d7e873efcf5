import { sql, type Kysely } from 'kysely'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import type { NoteKeptSent, NoteResealed, NoteSent, NotesSent, NoteVersionsSent } from '../../wire/office/notes.ts'
import { paged, placeIn, type Place } from '../case/cursor.ts'
import { namesOf } from '../case/names.ts'
import type { DeskTables } from '../desk-tables.ts'
import type { Office } from '../office.ts'
import type { PartnerNoteRow } from './notes-tables.ts'
import { holds, newestKey, retireUnused } from './organisation-key.ts'
import { IN_LINE, type NotesKeeper } from './own-key.ts'
import { kept, turnedDown, type NotesOutcome, type NotesRefusalCode } from './refuse-notes.ts'

type Db = Kysely<DeskTables>

/** A note as it was sealed. */
interface Sealed {
  readonly key: string
  readonly box: string
}

/** Ids are unique within an organisation, so that trying one tells nothing of the notes of another. */
const rowId = (who: NotesKeeper, note: string, version: number): string => `${who.organisation.id}/${note}.${version}`

const versionsIn = (db: Db, who: NotesKeeper, note: string): Promise<readonly PartnerNoteRow[]> =>
  db.selectFrom('partner_notes').selectAll().where('organisation', '=', who.organisation.id).where('note', '=', note).orderBy('version', 'desc').execute()

/** Why somebody may seal nothing to a key: it is not there yet, it was renewed, or they were not let in. */
async function notToBeSealedTo(db: Db, who: NotesKeeper, key: string): Promise<NotesRefusalCode | null> {
  const newest = await newestKey(db, who)
  if (newest === null) return 'notes/no-key-yet'
  if (newest.id !== key) return 'notes/other-key'
  return (await holds(db, key, who.id)) ? null : 'notes/not-let-in'
}

const keepVersion = async (db: Db, who: NotesKeeper, { note, version, at, ...sealed }: Sealed & { readonly note: string; readonly version: number; readonly at: number }): Promise<NotesOutcome<NoteKeptSent>> => {
  await db.insertInto('partner_notes').values({ id: rowId(who, note, version), organisation: who.organisation.id, note, version, made_by: who.id, made_at: at, ...sealed, deleted_by: null, deleted_at: null }).execute()
  return kept({ id: note, version, at: isoOf(instant(at)) })
}

/** Keeps a new note. Sent again, it is kept once. */
export const keepNote = ({ cases: { desk }, now }: Office, who: NotesKeeper, { id, ...sealed }: Sealed & { readonly id: string }): Promise<NotesOutcome<NoteKeptSent>> =>
  desk.transact(async (db) => {
    const first = (await versionsIn(db, who, id)).at(-1)
    if (first) return first.box === sealed.box && first.made_by === who.id ? kept({ id, version: 1, at: isoOf(instant(first.made_at)) }) : turnedDown('notes/kept-already')
    const why = await notToBeSealedTo(db, who, sealed.key)
    return why === null ? keepVersion(db, who, { note: id, version: 1, at: now(), ...sealed }) : turnedDown(why)
  }, IN_LINE)

/** Something is done with the note somebody has read, and with no later one. */
const onNote = <Value>({ cases: { desk } }: Office, who: NotesKeeper, { note, version }: { readonly note: string; readonly version: number }, work: (db: Db, versions: readonly PartnerNoteRow[]) => Promise<NotesOutcome<Value>>): Promise<NotesOutcome<Value>> =>
  desk.transact(async (db) => {
    const versions = await versionsIn(db, who, note)
    const [last] = versions
    if (!last) return turnedDown('notes/not-here')
    if (last.deleted_at !== null) return turnedDown('notes/deleted')
    return last.version === version ? work(db, versions) : turnedDown('notes/changed-meanwhile')
  }, IN_LINE)

export interface OnVersion {
  readonly note: string
  readonly version: number
}

/** Writes a note anew. The version before stays until the note is deleted. */
export const changeNote = (office: Office, who: NotesKeeper, on: OnVersion, sealed: Sealed): Promise<NotesOutcome<NoteKeptSent>> =>
  onNote(office, who, on, async (db) => {
    const why = await notToBeSealedTo(db, who, sealed.key)
    return why === null ? keepVersion(db, who, { note: on.note, version: on.version + 1, at: office.now(), ...sealed }) : turnedDown(why)
  })

/** Puts every version of a note under a newer key. Who wrote it and when stays. */
export const resealNote = (office: Office, who: NotesKeeper, on: OnVersion, { key, boxes }: NoteResealed): Promise<NotesOutcome<NoteKeptSent>> =>
  onNote(office, who, on, async (db, versions) => {
    const why = await notToBeSealedTo(db, who, key)
    if (why !== null) return turnedDown(why)
    const isWhole = versions.length === boxes.length && versions.every(({ version }) => boxes.some((one) => one.version === version))
    if (!isWhole) return turnedDown('notes/changed-meanwhile')
    for (const { version, box } of boxes) await db.updateTable('partner_notes').set({ key, box }).where('id', '=', rowId(who, on.note, version)).execute()
    await retireUnused(db, who, office.now())
    return kept({ id: on.note, version: on.version, at: isoOf(instant(versions[0]?.made_at ?? office.now())) })
  })

/** Deletes a note: the box of every version goes. That there was one, and who deleted it when, stays. */
export const deleteNote = (office: Office, who: NotesKeeper, on: OnVersion): Promise<NotesOutcome<NoteKeptSent>> =>
  onNote(office, who, on, async (db) => {
    const newest = await newestKey(db, who)
    if (newest === null || !(await holds(db, newest.id, who.id))) return turnedDown('notes/not-let-in')
    const at = office.now()
    await db.updateTable('partner_notes').set({ key: null, box: null, deleted_by: who.id, deleted_at: at }).where('organisation', '=', who.organisation.id).where('note', '=', on.note).execute()
    await retireUnused(db, who, at)
    return kept({ id: on.note, version: on.version, at: isoOf(instant(at)) })
  })

const sent = ({ note, version, made_by, made_at, key, box, deleted_by, deleted_at }: PartnerNoteRow): NoteSent => ({
  id: note, version, by: made_by, at: isoOf(instant(made_at)), key, box, deletedBy: deleted_by, deletedAt: deleted_at === null ? null : isoOf(instant(deleted_at)),
})

const peopleIn = (rows: readonly PartnerNoteRow[]): readonly string[] => rows.flatMap(({ made_by, deleted_by }) => (deleted_by === null ? [made_by] : [made_by, deleted_by]))

export const placeOfNotes = (cursor: string): Place | null => placeIn(cursor, ['number', 'string'])

/** A page of the notes of an organisation, each as it was written last. */
export async function pageOfNotes(office: Office, who: NotesKeeper, { after, limit }: { readonly after: Place | null; readonly limit: number }): Promise<NotesSent> {
  const beyond = after === null ? sql`` : sql`and (made_at < ${after[0]} or (made_at = ${after[0]} and id < ${after[1]}))`
  const last = sql`not exists (select 1 from partner_notes later where later.organisation = partner_notes.organisation and later.note = partner_notes.note and later.version > partner_notes.version)`
  const { rows } = await sql<PartnerNoteRow>`select * from partner_notes where organisation = ${who.organisation.id} and ${last} ${beyond} order by made_at desc, id desc limit ${limit + 1}`.execute(office.cases.desk.db)
  const { shown, next } = paged(rows, limit, (row) => [row.made_at, row.id])
  return { notes: shown.map(sent), next, names: await namesOf(office, peopleIn(shown)) }
}

/** Every version of one note; null where the organisation keeps none under this id. */
export async function versionsOfNote(office: Office, who: NotesKeeper, note: string): Promise<NoteVersionsSent | null> {
  const rows = await versionsIn(office.cases.desk.db, who, note)
  return rows.length === 0 ? null : { versions: rows.map(sent), names: await namesOf(office, peopleIn(rows)) }
}
