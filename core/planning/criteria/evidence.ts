import { named } from '../answer.ts'
import type { Rule } from './rule.ts'

/** What is found is recorded in place, sealed, followed from hand to hand, and a prosecutor can be asked at once. */
export const evidence: Rule<'evidence'> = {
  'evidence/recorder': ({ plan }) => named(plan.evidence.recorders, 'evidence/no-recorder'),
  'evidence/exhibits': ({ plan }) => named(plan.evidence.exhibitsOfficers, 'evidence/no-exhibits-officer'),
  'evidence/custody': ({ plan }) => named(plan.evidence.custody, 'evidence/no-custody'),
  'evidence/prosecutor': ({ plan }) => named(plan.evidence.prosecutors, 'evidence/no-prosecutor'),
}
