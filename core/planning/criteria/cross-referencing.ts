import { named } from '../answer.ts'
import type { Rule } from './rule.ts'

/** Who could have heard what from whom is written down from the first minute, and somebody compares what is said. */
export const crossReferencing: Rule<'cross-referencing'> = {
  'cross-referencing/contact-log': ({ plan }) => named(plan.crossReferencing.contactLog, 'cross-referencing/no-contact-log'),
  'cross-referencing/comparer': ({ plan }) => named(plan.crossReferencing.comparers, 'cross-referencing/nobody-compares'),
}
