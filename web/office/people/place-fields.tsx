import type { Role } from '../../../core/kernel/access.ts'
import { ROLES_IN } from '../../../core/kernel/organisation.ts'
import { useSay } from '../../../ui/say.tsx'
import type { OrganisationSent } from '../../../wire/office/organisations.ts'
import { SelectField } from '../form/fields.tsx'
import { Pick } from '../form/pick.tsx'

/** For whom somebody works, and as what. */
export interface WorkPlace {
  readonly organisation: string
  readonly role: Role
}

interface PlaceFieldsProps {
  readonly organisations: readonly OrganisationSent[]
  readonly value: WorkPlace
  readonly onChange: (place: WorkPlace) => void
}

/** The organisation first, and then the roles that one of its kind may give; no other can be chosen. */
export function PlaceFields({ organisations, value: { organisation, role }, onChange }: PlaceFieldsProps) {
  const say = useSay()
  const roles = rolesOf(organisations, organisation)
  const move = (to: string): void => {
    const there = rolesOf(organisations, to)
    onChange({ organisation: to, role: there.includes(role) ? role : (there[0] ?? role) })
  }
  return (
    <>
      <SelectField
        label={say('people.organisation')} hint={say('people.organisation-hint')} place="organisation" value={organisation} onChange={move}
        options={organisations.map(({ id, name, kind }) => ({ value: id, words: say('organisation.of-kind', { name, kind: say(`organisation-kind.${kind}`) }) }))}
      />
      <Pick label={say('people.role')} hint={say(`people.role-${role}`)} place="role" value={role} onChange={(to) => onChange({ organisation, role: to })} options={roles.map((one) => ({ value: one, words: say(`role.${one}`) }))} />
    </>
  )
}

const rolesOf = (organisations: readonly OrganisationSent[], id: string): readonly Role[] => {
  const kind = organisations.find((one) => one.id === id)?.kind
  return kind === undefined ? [] : ROLES_IN[kind]
}
