import { answered, lack } from '../answer.ts'
import type { Rule } from './rule.ts'

/** Nobody waits at the gate: who is handed over, when, to whom. */
export const transition: Rule<'transition'> = {
  'transition/handover': ({ at, plan: { transition: { handovers } } }) => {
    const early = handovers.filter((handover) => handover.at < at).map(({ id }) => lack('transition/before-entry', { handover: id }))
    return answered(handovers, handovers.length > 0 ? early : [lack('transition/no-handover')])
  },
}
