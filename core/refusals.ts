import type { SetTaskRefusal } from './intelligence/collection.ts'
import type { ConvertGradingRefusal } from './intelligence/convert-grading.ts'
import type { CloseLeadRefusal } from './intelligence/leads.ts'
import type { SourceRefusal } from './intelligence/source.ts'
import type { AuthoriseRefusal } from './planning/authorise.ts'
import type { RefusePlanRefusal } from './planning/refuse-plan.ts'
import type { SignPolicyRefusal } from './planning/sign-policy.ts'

/**
 * Every reason the domain can give for saying no.
 *
 * The codes are public: never renamed, never reused; one that is retired keeps its line and a date. A refusal
 * carries codes, ids and lists of codes, never a name and never free text, since it will be logged.
 */
export type Refusal = ConvertGradingRefusal | SetTaskRefusal | CloseLeadRefusal | SourceRefusal | AuthoriseRefusal | RefusePlanRefusal | SignPolicyRefusal

export type RefusalCode = Refusal['code']
