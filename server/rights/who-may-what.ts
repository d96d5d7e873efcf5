import { ROLES, USUAL_LOOK } from '../../core/kernel/access.ts'
import { FILE_ACTIONS, OFFICE_ACTIONS, type FileAction } from '../../core/kernel/action.ts'
import type { ActorId } from '../../core/kernel/id.ts'
import { mayHold, ORGANISATION_KINDS, type OrganisationId } from '../../core/kernel/organisation.ts'
import { RELATIONS, type Asker, type KnownFile, type Relation, type Rights } from './rights.ts'

const [OWN, OTHER] = ['own' as OrganisationId, 'other' as OrganisationId]
const KINDS: readonly KnownFile['kind'][] = ['site', 'plan', 'source']

/** Somebody in each role that each kind of organisation gives. */
const PEOPLE: readonly Asker[] = ORGANISATION_KINDS.flatMap((kind) =>
  ROLES.filter((role) => mayHold(kind, role)).map((role) => ({ id: `${role}-of-${kind}` as ActorId, role, organisation: { id: OWN, kind }, vouched: 'yes' as const })))

/** A way of standing to a file, in the words of the table. */
const STANDINGS: readonly { readonly words: string; readonly file: Pick<KnownFile, 'organisation' | 'reach' | 'relations'> }[] = [
  { words: 'own unit, open to it', file: { organisation: OWN, reach: 'unit', relations: [] } },
  { words: 'own unit, named people only', file: { organisation: OWN, reach: 'named', relations: [] } },
  { words: 'another organisation', file: { organisation: OTHER, reach: 'unit', relations: [] } },
  ...RELATIONS.map((relation: Relation) => ({ words: `another organisation, ${relation}`, file: { organisation: OTHER, reach: 'named' as const, relations: [relation] } })),
]

/**
 * Who may do what, as a table that people read: every role, organisation, action, kind of file and way of standing to it, asked of the policies one by one.
 *
 * The table is kept in docs/, and a test holds it to the policies, so that a policy that changes is seen in what it does.
 */
export function whoMayWhat(rights: Rights): string {
  const rows = KINDS.flatMap((kind) => FILE_ACTIONS.flatMap((action) => rowsFor(rights, kind, action)))
  const office = OFFICE_ACTIONS.map((action) => `| ${action} | ${named(PEOPLE.filter((who) => rights.onOffice(who, action).allowed === 'yes'))} |`)
  return [
    '# Who may what', '',
    'Made from the policies in `policies/` by asking them about everybody (`server/rights/policies.test.ts`), each for the purpose of their role. What stands in no row is permitted to nobody; a row of another organisation tells who may beside those who may anyway.', '',
    '## Files', '', '| file | act | how somebody stands to it | who |', '|---|---|---|---|', ...rows, '',
    '## The office as a whole', '', '| act | who |', '|---|---|', ...office, '',
  ].join('\n')
}

function rowsFor(rights: Rights, kind: KnownFile['kind'], action: FileAction): readonly string[] {
  return STANDINGS.flatMap(({ words, file }) => {
    const anyway = new Set(file.relations.length === 0 ? [] : whoMay(rights, kind, action, { ...file, relations: [] }))
    const who = whoMay(rights, kind, action, file).filter((person) => !anyway.has(person))
    return who.length === 0 ? [] : [`| ${kind} | ${action} | ${words} | ${named(who)} |`]
  })
}

const whoMay = (rights: Rights, kind: KnownFile['kind'], action: FileAction, file: Pick<KnownFile, 'organisation' | 'reach' | 'relations'>): readonly Asker[] =>
  PEOPLE.filter((person) => person.role !== 'administrator' && rights.onFile(person, action, { kind, id: 'file', ...file }, USUAL_LOOK[person.role]).allowed === 'yes')

/** By organisation, so that whoever reads sees where everybody of one is meant. */
function named(people: readonly Asker[]): string {
  const parts = ORGANISATION_KINDS.flatMap((kind) => {
    const [all, some] = [PEOPLE, people].map((list) => list.filter(({ role, organisation }) => organisation.kind === kind && role !== 'administrator').map(({ role }) => role))
    if (!some || some.length === 0) return []
    return [`${kind}: ${some.length === all?.length && some.length > 1 ? 'everybody' : some.join(', ')}`]
  })
  return [...(people.some(({ role }) => role === 'administrator') ? ['administrator'] : []), ...parts].join('; ') || 'nobody'
}
