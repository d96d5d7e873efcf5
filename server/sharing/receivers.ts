import { CASE_ROLES, type Role } from '../../core/kernel/access.ts'
import type { ReceiversAnswer } from '../../wire/office/shares.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { everyOrganisation } from '../people/organisations.ts'
import type { SignedIn } from '../session/sessions.ts'

/** To whom somebody can pass something on: other organisations with their people. To those who only receive, none is told. */
export async function receivers({ cases: { desk }, rights }: CaseDesk, who: SignedIn): Promise<ReceiversAnswer> {
  const all = await everyOrganisation(desk)
  const own = all.find(({ id }) => id === who.organisation.id)
  const sends = rights.onFile(who, 'share', { kind: 'site', id: 'any', organisation: who.organisation.id, reach: 'unit', relations: [] }, 'assessment').allowed === 'yes'
  const people = sends ? await desk.db.selectFrom('people').select(['id', 'name', 'organisation', 'role']).where('left_at', 'is', null).orderBy('name').execute() : []
  const others = sends ? all.filter(({ id }) => id !== who.organisation.id) : []
  return {
    own: { id: who.organisation.id, kind: who.organisation.kind, name: own?.name ?? who.organisation.id },
    organisations: others.map(({ id, kind, name }) => ({ id, kind, name, people: people.filter((person) => person.organisation === id && worksOnCases(person.role)).map((person) => ({ id: person.id, name: person.name })) })),
  }
}

const worksOnCases = (role: Role): boolean => (CASE_ROLES as readonly Role[]).includes(role)
