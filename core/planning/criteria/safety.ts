import { answered, lack } from '../answer.ts'
import { THOSE_AT_RISK } from '../plan.ts'
import type { Rule } from './rule.ts'

/**
 * Everyone who could be harmed is named, with a response and an owner, or with the reason why they are not there.
 *
 * The people it is planned for are never among those who are not there.
 */
export const safety: Rule<'safety'> = {
  'safety/everyone-considered': ({ plan: { safety: { risks, notPresent } } }) => {
    const entries = [...risks, ...notPresent]
    const considered = new Set([...risks, ...notPresent.filter(({ who }) => who !== 'victims')].map(({ who }) => who))
    return answered(entries, THOSE_AT_RISK.filter((who) => !considered.has(who)).map((who) => lack('safety/not-considered', { who })))
  },
}
