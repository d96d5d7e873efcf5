import { covering, lack } from '../answer.ts'
import { EXPECTATIONS } from '../plan.ts'
import type { Rule } from './rule.ts'

/** Officers who expect to be welcomed lose heart (source document), so the briefing says what to expect. */
export const expectations: Rule<'expectations'> = {
  'expectations/briefed': ({ at, plan: { expectations: { briefings } } }) => {
    const before = briefings.filter((briefing) => briefing.at <= at)
    return covering(before, EXPECTATIONS, ({ prepares }) => prepares, (expectation) => lack('expectations/not-prepared-for', { expectation }))
  },
}
