import { CASE_ROLES } from '../../../core/kernel/access.ts'
import type { Place } from '../../../ui/keys.tsx'
import type { Say } from '../../../ui/say.tsx'
import { ROLES, type Role } from '../../../wire/office/roles.ts'

interface OfficePlace {
  readonly key: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** Where one can go, in the order of the work, with the letter after `g`. What has no route yet is not shown. */
const PLACES: readonly OfficePlace[] = [
  { key: 'd', name: 'due', roles: CASE_ROLES },
  { key: 's', name: 'sites', roles: CASE_ROLES },
  { key: 'p', name: 'plans', roles: CASE_ROLES },
  { key: 'o', name: 'sources', roles: CASE_ROLES },
  { key: 'y', name: 'policy', roles: CASE_ROLES },
  { key: 'e', name: 'people', roles: ['administrator'] },
  { key: 'a', name: 'looks', roles: ['administrator', 'authorising-officer'] },
  { key: 'm', name: 'me', roles: ROLES },
]

/** The places of a role, among the addresses that there are. */
export const placesOf = (role: Role, addresses: readonly string[], say: Say): readonly Place[] =>
  PLACES.filter(({ name, roles }) => roles.includes(role) && addresses.includes(`/${name}`)).map(({ key, name }) => ({ key, id: `/${name}`, words: say(`place.${name}`) }))
