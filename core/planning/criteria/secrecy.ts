import { named } from '../answer.ts'
import type { Rule } from './rule.ts'

/** Who knows, and who must not, because power may sit on both sides: a shelter was broken open the day after Chai Hour II. */
export const secrecy: Rule<'secrecy'> = {
  'secrecy/told': ({ plan }) => named(plan.secrecy.told, 'secrecy/nobody-listed'),
  'secrecy/complicity': ({ plan }) => named(plan.secrecy.complicity, 'secrecy/no-complicity-check'),
}
