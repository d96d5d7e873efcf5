import type { OfficeAction } from '../../../core/kernel/action.ts'
import { isPartner } from '../../../core/kernel/organisation.ts'
import type { Place } from '../../../ui/keys.tsx'
import type { Say } from '../../../ui/say.tsx'
import type { Colleague } from '../session/use-session.ts'

/** What tells which places are somebody's. */
export type Whose = Pick<Colleague, 'role' | 'may' | 'organisation'>

interface OfficePlace {
  readonly key: string
  readonly name: string
  readonly isFor: (person: Whose) => boolean
}

const may = (action: OfficeAction) => (person: Whose): boolean => person.may.includes(action)

/** Partners are let into plans, and into no site or source (policies/1-never.cedar): a list that is always empty is no place to go. Oversight reads what it reviews. */
const readsSites = (person: Whose): boolean => person.may.includes('see-cases') && (!isPartner(person.organisation.kind) || person.organisation.kind === 'oversight')

/** Whoever works on cases says for a new colleague whose account it is. */
const worksOnCases = ({ role }: Whose): boolean => role !== 'administrator'
const everybody = (): boolean => true

/** Where one can go, in the order of the work, with the letter after `g`. What has no route yet is not shown. */
const PLACES: readonly OfficePlace[] = [
  { key: 'd', name: 'due', isFor: may('see-cases') },
  { key: 's', name: 'sites', isFor: readsSites },
  { key: 'p', name: 'plans', isFor: may('see-cases') },
  { key: 'o', name: 'sources', isFor: readsSites },
  { key: 'f', name: 'find', isFor: may('find') },
  { key: 'r', name: 'requests', isFor: may('take-requests') },
  { key: 'h', name: 'shares', isFor: may('see-shares') },
  { key: 'n', name: 'notes', isFor: may('keep-notes') },
  { key: 'y', name: 'policy', isFor: may('see-cases') },
  { key: 'k', name: 'keeping', isFor: may('see-keeping') },
  { key: 'b', name: 'glasses', isFor: may('review-glass') },
  { key: 'e', name: 'people', isFor: may('keep-people') },
  { key: 'a', name: 'looks', isFor: may('read-looks') },
  { key: 'v', name: 'waiting', isFor: worksOnCases },
  { key: 'm', name: 'me', isFor: everybody },
]

/** The places of somebody, among the addresses that there are. */
export const placesOf = (person: Whose, addresses: readonly string[], say: Say): readonly Place[] =>
  PLACES.filter(({ name, isFor }) => isFor(person) && addresses.includes(`/${name}`)).map(({ key, name }) => ({ key, id: `/${name}`, words: say(`place.${name}`) }))
