import { instant, isoOf } from '../../core/kernel/instant.ts'
import type { PersonSent } from '../../wire/office/people.ts'
import type { PersonRow } from '../desk-tables.ts'
import { vouchedFor } from './vouching.ts'

/** Somebody as the API answers them: no hash, no secret. */
export const personSent = (person: PersonRow): PersonSent => ({
  id: person.id, signInName: person.sign_in_name, name: person.name, role: person.role, organisation: person.organisation,
  vouched: vouchedFor(person),
  password: passwordOf(person),
  madeAt: isoOf(instant(person.made_at)),
  leftAt: person.left_at === null ? null : isoOf(instant(person.left_at)),
})

/** Whether somebody has chosen a password of their own yet. */
export const passwordOf = ({ must_change }: PersonRow): 'one-time' | 'own' => (must_change === 'yes' ? 'one-time' : 'own')
