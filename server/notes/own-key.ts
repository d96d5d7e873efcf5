import type { Kysely } from 'kysely'
import type { OwnNotesKey } from '../../wire/office/notes.ts'
import type { DeskTables } from '../desk-tables.ts'
import type { Office } from '../office.ts'
import type { SignedIn } from '../session/sessions.ts'
import type { PartnerMemberRow } from './notes-tables.ts'
import { kept, turnedDown, type NotesOutcome } from './refuse-notes.ts'

/** Acts on the keys and notes of organisations stand in line, so that no two decide on what the other changes. */
export const IN_LINE = 'organisations'

export type NotesKeeper = Pick<SignedIn, 'id' | 'organisation'>

/** Somebody's own key as it stands; null where they made none in this organisation, or were removed. */
export async function memberIn(db: Kysely<DeskTables>, { id, organisation }: NotesKeeper): Promise<PartnerMemberRow | null> {
  const row = await db.selectFrom('partner_members').selectAll().where('person', '=', id).where('organisation', '=', organisation.id).where('removed_at', 'is', null).executeTakeFirst()
  return row ?? null
}

/**
 * Keeps somebody's own key: the first, a new one after a lost passphrase, or the same under another passphrase.
 *
 * Whoever makes a new key was let in to nothing with it: a colleague lets them in anew, or recovery shares do.
 */
export const keepOwnKey = ({ cases: { desk }, now }: Office, who: NotesKeeper, { publicKey, salt, iterations, privateBox, trustBox, replaces }: OwnNotesKey): Promise<NotesOutcome<null>> =>
  desk.transact(async (db) => {
    const before = await memberIn(db, who)
    if ((before?.public_key ?? null) !== replaces) return turnedDown('notes/own-key-changed')
    if (before?.public_key !== publicKey) await db.deleteFrom('partner_holdings').where('person', '=', who.id).execute()
    const row = { organisation: who.organisation.id, public_key: publicKey, salt, iterations, private_box: privateBox, trust_box: trustBox, made_at: before?.public_key === publicKey ? before.made_at : now(), removed_by: null, removed_at: null }
    await db.insertInto('partner_members').values({ person: who.id, ...row }).onConflict((conflict) => conflict.column('person').doUpdateSet(row)).execute()
    return kept(null)
  }, IN_LINE)

/** Takes somebody's boxes away: one's own, or a colleague's by whoever holds the newest key. The line that they were there stays. */
export const removeMember = ({ cases: { desk }, now }: Office, who: NotesKeeper, person: string, isHolder: (db: Kysely<DeskTables>) => Promise<boolean>): Promise<NotesOutcome<null>> =>
  desk.transact(async (db) => {
    if ((await memberIn(db, { id: person as NotesKeeper['id'], organisation: who.organisation })) === null) return turnedDown('notes/not-here')
    if (person !== who.id && !(await isHolder(db))) return turnedDown('notes/not-let-in')
    await db.deleteFrom('partner_holdings').where('person', '=', person).execute()
    await db.updateTable('partner_members').set({ private_box: null, trust_box: null, removed_by: who.id, removed_at: now() }).where('person', '=', person).execute()
    return kept(null)
  }, IN_LINE)
