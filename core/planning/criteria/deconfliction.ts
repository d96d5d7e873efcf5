import { answered, lack } from '../answer.ts'
import { isDoneByThen } from '../done-by-then.ts'
import type { Rule } from './rule.ts'

/** Other agencies, inspections, child-protection cases and outreach were asked, and no conflict is left open. */
export const deconfliction: Rule<'deconfliction'> = {
  'deconfliction/checked': (operation) => {
    const before = operation.plan.deconfliction.checks.filter(({ at }) => isDoneByThen(at, operation))
    const open = before.filter(({ result }) => result === 'conflict').map(({ id }) => lack('deconfliction/conflict-open', { check: id }))
    return answered(before, before.length > 0 ? open : [lack('deconfliction/not-checked')])
  },
}
