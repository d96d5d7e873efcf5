import type { ActorId } from '../../core/kernel/id.ts'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import { newId } from '../../crypto/token.ts'
import type { NewOrganisation } from '../../wire/office/organisations.ts'
import type { Clock } from '../clock.ts'
import type { DeskStore, OrganisationRow } from '../desk-tables.ts'
import { located } from './located.ts'

export type OrganisationRefusalCode = 'organisations/not-here' | 'organisations/name-taken'

export type Named = { readonly accepted: true; readonly organisation: OrganisationRow } | { readonly accepted: false; readonly code: OrganisationRefusalCode }

/** Every organisation that works here, the unit itself first. */
export const everyOrganisation = ({ db, where }: DeskStore): Promise<readonly OrganisationRow[]> => located(db.selectFrom('organisations').selectAll().orderBy('made_at').orderBy('id').execute(), where)

/** Adds an organisation. Its kind, which tells what its people may do, never changes. */
export const addOrganisation = (desk: DeskStore, now: Clock, by: ActorId, { kind, name }: NewOrganisation): Promise<Named> =>
  desk.transact(async (db) => {
    if (isTaken(await db.selectFrom('organisations').selectAll().execute(), name)) return { accepted: false, code: 'organisations/name-taken' }
    const at = now()
    const organisation: OrganisationRow = { id: newId() as unknown as OrganisationId, kind, name, made_by: by, made_at: at, changed_by: by, changed_at: at }
    await db.insertInto('organisations').values(organisation).execute()
    return { accepted: true, organisation }
  }, 'organisations')

/** Gives an organisation another name, under which all that it did stands from now on. */
export const nameOrganisation = (desk: DeskStore, now: Clock, by: ActorId, id: string, name: string): Promise<Named> =>
  desk.transact(async (db) => {
    const all = await db.selectFrom('organisations').selectAll().execute()
    const found = all.find((one) => one.id === id)
    if (!found) return { accepted: false, code: 'organisations/not-here' }
    if (isTaken(all.filter((one) => one !== found), name)) return { accepted: false, code: 'organisations/name-taken' }
    const named = { name, changed_by: by, changed_at: now() }
    await db.updateTable('organisations').set(named).where('id', '=', found.id).execute()
    return { accepted: true, organisation: { ...found, ...named } }
  }, 'organisations')

/** Two organisations of one name would be taken for each other. */
const isTaken = (all: readonly OrganisationRow[], name: string): boolean => all.some((one) => one.name.normalize('NFKC').toLowerCase() === name.normalize('NFKC').toLowerCase())
