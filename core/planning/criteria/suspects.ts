import { named } from '../answer.ts'
import type { Rule } from './rule.ts'

/** A suspect has rights, a place, and a body: a bystander died in custody at Svay Pak in 2003 though his illness was known. */
export const suspects: Rule<'suspects'> = {
  'suspects/rights': ({ plan }) => named(plan.suspects.rights, 'suspects/nobody-explains-rights'),
  'suspects/custody-place': ({ plan }) => named(plan.suspects.custodyPlaces, 'suspects/no-custody-place'),
  'suspects/medical': ({ plan }) => named(plan.suspects.medical, 'suspects/no-medical-check'),
}
