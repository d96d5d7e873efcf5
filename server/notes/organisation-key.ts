import type { Kysely } from 'kysely'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import { notesKeyId, type NewHolding, type NewNotesKey, type NotesKeysSent } from '../../wire/office/notes.ts'
import type { DeskTables } from '../desk-tables.ts'
import type { Office } from '../office.ts'
import type { PartnerHoldingRow, PartnerKeyRow } from './notes-tables.ts'
import { IN_LINE, memberIn, type NotesKeeper } from './own-key.ts'
import { kept, turnedDown, type NotesOutcome } from './refuse-notes.ts'

type Db = Kysely<DeskTables>

/** The key that notes are sealed to now; null before there is one. */
export async function newestKey(db: Db, { organisation }: NotesKeeper): Promise<PartnerKeyRow | null> {
  return (await db.selectFrom('partner_keys').selectAll().where('organisation', '=', organisation.id).orderBy('version', 'desc').limit(1).executeTakeFirst()) ?? null
}

const holdingId = (key: string, person: string): string => `${key}:${person}`

/** Whether somebody was let in to a key. */
export const holds = async (db: Db, key: string, person: string): Promise<boolean> => (await db.selectFrom('partner_holdings').select('id').where('id', '=', holdingId(key, person)).executeTakeFirst()) !== undefined

/** Whether somebody was let in to the newest key of their organisation. */
export async function holdsNewest(db: Db, who: NotesKeeper): Promise<boolean> {
  const newest = await newestKey(db, who)
  return newest !== null && holds(db, newest.id, who.id)
}

/**
 * Keeps a key that was made in a browser.
 *
 * One after another is made by whoever was let in to the last; where nobody holds it any more, by anybody of the organisation, since else they could write no note again.
 */
export const keepKey = ({ cases: { desk }, now }: Office, who: NotesKeeper, made: NewNotesKey): Promise<NotesOutcome<null>> =>
  desk.transact(async (db) => {
    if ((await memberIn(db, who)) === null) return turnedDown('notes/no-own-key')
    const newest = await newestKey(db, who)
    const isTurn = made.version === (newest?.version ?? 0) + 1 && (newest === null || (await holds(db, newest.id, who.id)) || !(await isHeld(db, newest.id)))
    if (!isTurn) return turnedDown('notes/key-made-already')
    const id = notesKeyId(who.organisation.id, made.version)
    const { version, publicKey, of, need, set, typedBack, recoveryBox, holding } = made
    await db.insertInto('partner_keys').values({ id, organisation: who.organisation.id, version, public_key: publicKey, shares: of, need, share_set: set, typed_back: typedBack, recovery_box: recoveryBox, made_by: who.id, made_at: now(), retired_at: null }).execute()
    await keepHolding(db, { key: id, person: who.id, box: holding, let_in_by: who.id, made_at: now() })
    await retireUnused(db, who, now())
    return kept(null)
  }, IN_LINE)

const isHeld = async (db: Db, key: string): Promise<boolean> => (await db.selectFrom('partner_holdings').select('id').where('key', '=', key).limit(1).executeTakeFirst()) !== undefined

async function keepHolding(db: Db, holding: Omit<PartnerHoldingRow, 'id'>): Promise<void> {
  const { box, let_in_by, made_at } = holding
  await db.insertInto('partner_holdings').values({ id: holdingId(holding.key, holding.person), ...holding }).onConflict((conflict) => conflict.column('id').doUpdateSet({ box, let_in_by, made_at })).execute()
}

/** A key under which no note lies any more opens nothing; what is left of its private half goes. */
export async function retireUnused(db: Db, who: NotesKeeper, at: number): Promise<void> {
  const newest = await newestKey(db, who)
  const keys = await db.selectFrom('partner_keys').select('id').where('organisation', '=', who.organisation.id).where('retired_at', 'is', null).where('id', '!=', newest?.id ?? '')
    .where((each) => each.not(each.exists(each.selectFrom('partner_notes').select('partner_notes.id').whereRef('partner_notes.key', '=', 'partner_keys.id')))).execute()
  for (const { id } of keys) {
    await db.deleteFrom('partner_holdings').where('key', '=', id).execute()
    await db.updateTable('partner_keys').set({ recovery_box: null, retired_at: at }).where('id', '=', id).execute()
  }
}

/** Lets a colleague in to a key, or oneself after recovering it. The box is of no use to anybody but whom it was sealed to. */
export const letIn = ({ cases: { desk }, now }: Office, who: NotesKeeper, key: string, { person, publicKey, box }: NewHolding): Promise<NotesOutcome<null>> =>
  desk.transact(async (db) => {
    const known = await db.selectFrom('partner_keys').select('retired_at').where('id', '=', key).where('organisation', '=', who.organisation.id).executeTakeFirst()
    const member = await memberIn(db, { id: person as NotesKeeper['id'], organisation: who.organisation })
    if (!known || known.retired_at !== null || member === null) return turnedDown('notes/not-here')
    if (person !== who.id && !(await holds(db, key, who.id))) return turnedDown('notes/not-let-in')
    if (member.public_key !== publicKey) return turnedDown('notes/their-key-changed')
    await keepHolding(db, { key, person, box, let_in_by: who.id, made_at: now() })
    return kept(null)
  }, IN_LINE)

/** The keys of an organisation as one of its people sees them: the boxes that are theirs, and who else was let in. */
export async function notesKeys({ cases: { desk: { db } } }: Office, who: NotesKeeper): Promise<NotesKeysSent> {
  const keys = await db.selectFrom('partner_keys').selectAll().where('organisation', '=', who.organisation.id).orderBy('version', 'desc').execute()
  const holdings = keys.length === 0 ? [] : await db.selectFrom('partner_holdings').selectAll().where('key', 'in', keys.map(({ id }) => id)).execute()
  const members = await db.selectFrom('partner_members').innerJoin('people', 'people.id', 'partner_members.person').selectAll('partner_members').select(['people.name', 'people.left_at'])
    .where('partner_members.organisation', '=', who.organisation.id).where('removed_at', 'is', null).orderBy('partner_members.made_at').orderBy('person').execute()
  const own = members.find(({ person }) => person === who.id)
  const iso = (at: number): string => isoOf(instant(at))
  return {
    organisation: who.organisation.id,
    person: who.id,
    own: own ? { publicKey: own.public_key, salt: own.salt, iterations: own.iterations, privateBox: own.private_box ?? '', trustBox: own.trust_box ?? '' } : null,
    keys: keys.map((key) => ({
      id: key.id, version: key.version, publicKey: key.public_key, of: key.shares, need: key.need, set: key.share_set, recoveryBox: key.recovery_box, madeBy: key.made_by, madeAt: iso(key.made_at),
      retiredAt: key.retired_at === null ? null : iso(key.retired_at), holding: holdings.find((one) => one.key === key.id && one.person === who.id)?.box ?? null,
    })),
    colleagues: members.map(({ person, name, public_key, made_at, left_at }) => ({
      person, name, publicKey: public_key, since: iso(made_at), holds: holdings.filter((one) => one.person === person).map(({ key }) => key), leftAt: left_at === null ? null : iso(left_at),
    })),
  }
}
