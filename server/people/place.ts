import { mayHold, type OrganisationId } from '../../core/kernel/organisation.ts'
import type { Role } from '../../core/kernel/access.ts'
import type { DeskStore } from '../desk-tables.ts'

export type PlaceRefusalCode = 'people/no-such-organisation' | 'people/role-not-in-organisation'

export type Place = { readonly accepted: true; readonly organisation: OrganisationId } | { readonly accepted: false; readonly code: PlaceRefusalCode }

/** Where somebody is to work: the organisation is there, and one of its kind gives its people this role. The database says the same once more. */
export async function placeFor(db: DeskStore['db'], organisation: string, role: Role): Promise<Place> {
  const found = await db.selectFrom('organisations').select(['id', 'kind']).where('id', '=', organisation as OrganisationId).executeTakeFirst()
  if (!found) return { accepted: false, code: 'people/no-such-organisation' }
  return mayHold(found.kind, role) ? { accepted: true, organisation: found.id } : { accepted: false, code: 'people/role-not-in-organisation' }
}
