import { named } from '../answer.ts'
import type { Rule } from './rule.ts'

/** How people are screened, who decides, and to which standard: lower than that of a trial. */
export const identification: Rule<'identification'> = {
  'identification/screening': ({ plan }) => named(plan.identification.screening, 'identification/no-screening'),
  'identification/decider': ({ plan }) => named(plan.identification.deciders, 'identification/nobody-decides'),
  'identification/standard': ({ plan }) => named(plan.identification.standards, 'identification/no-standard'),
}
