import { named } from '../answer.ts'
import type { Rule } from './rule.ts'

/** A person found is not punished for what they were compelled to do (CoE Convention, article 26), nor handed to immigration. */
export const status: Rule<'status'> = {
  'status/non-punishment': ({ plan }) => named(plan.status.nonPunishment, 'status/no-non-punishment-check'),
  'status/immigration-firewall': ({ plan }) => named(plan.status.immigrationFirewall, 'status/no-immigration-firewall'),
  'status/nobody-accused': ({ plan }) => named(plan.status.statusLock, 'status/no-status-lock'),
}
