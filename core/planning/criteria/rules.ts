import type { CriterionId } from '../requirements.ts'
import { alternatives } from './alternatives.ts'
import { authority } from './authority.ts'
import { care } from './care.ts'
import { contingency } from './contingency.ts'
import { crossReferencing } from './cross-referencing.ts'
import { deconfliction } from './deconfliction.ts'
import { evidence } from './evidence.ts'
import { expectations } from './expectations.ts'
import { identification } from './identification.ts'
import { interviews } from './interviews.ts'
import { media } from './media.ts'
import type { Rule } from './rule.ts'
import { safety } from './safety.ts'
import { secrecy } from './secrecy.ts'
import { segregation } from './segregation.ts'
import { status } from './status.ts'
import { suspects } from './suspects.ts'
import { transition } from './transition.ts'

/** The criteria that a plan meets by its entries. `certainty` and `offence` are computed elsewhere. */
export const RULES: { readonly [C in Exclude<CriterionId, 'certainty' | 'offence'>]: Rule<C> } = {
  deconfliction, secrecy, alternatives, authority, expectations, contingency, safety, segregation, suspects, evidence,
  identification, interviews, 'cross-referencing': crossReferencing, care, transition, status, media,
}
