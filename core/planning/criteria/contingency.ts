import { covering, lack } from '../answer.ts'
import { CONTINGENCIES } from '../plan.ts'
import type { Rule } from './rule.ts'

/** What is done, and by whom, when it goes otherwise. */
export const contingency: Rule<'contingency'> = {
  'contingency/prepared': ({ plan }) =>
    covering(plan.contingency.responses, CONTINGENCIES, ({ event }) => [event], (event) => lack('contingency/no-response', { event })),
}
