import type { Role } from '../core/kernel/access.ts'
import { OWN_UNIT, ROLES_IN, type Organisation, type OrganisationId, type OrganisationKind } from '../core/kernel/organisation.ts'
import type { DeskStore } from '../server/desk-tables.ts'

/** The organisations of the tests' offices. None of them exists. */

/** The first kind that gives a role is the one whose people mostly hold it; case workers and shelters are the NGO's here. */
const KIND_OF: Partial<Record<Role, OrganisationKind>> = { prosecutor: 'prosecution', 'case-worker': 'ngo', 'shelter-worker': 'ngo', oversight: 'oversight' }

/** An organisation of a kind: the unit itself where it is the police. */
export const organisationOf = (kind: OrganisationKind): Organisation => ({ kind, id: kind === 'police' ? OWN_UNIT : (`invented-${kind}` as OrganisationId) })

/** Where somebody of a role works unless a test says otherwise. */
export const workplaceOf = (role: Role): Organisation => organisationOf(ROLES_IN.police.includes(role) ? 'police' : (KIND_OF[role] ?? 'police'))

/** What stands of somebody's place in their row, the organisation made where it was missing: vouched for by the server, where they work on cases. */
export async function placed(desk: DeskStore, role: Role, at: number, { id, kind }: Organisation = workplaceOf(role)) {
  const isThere = await desk.db.selectFrom('organisations').select('id').where('id', '=', id).executeTakeFirst()
  const made = { id, kind, name: `Invented ${id}`, made_by: 'server', made_at: at, changed_by: 'server', changed_at: at }
  if (!isThere) await desk.transact((db) => db.insertInto('organisations').values(made).execute())
  const vouched = role === 'administrator' ? { vouched_by: null, vouched_at: null } : { vouched_by: 'server', vouched_at: at }
  return { role, organisation: id, ...vouched }
}
