import type { SetTaskRefusal } from './intelligence/collection.ts'
import type { ConvertGradingRefusal } from './intelligence/convert-grading.ts'
import type { CloseLeadRefusal } from './intelligence/leads.ts'
import type { SourceRefusal } from './intelligence/source.ts'
import type { NeedRefusal } from './need-to-know/need.ts'
import type { AuthoriseRefusal } from './planning/authorise.ts'
import type { RefusePlanRefusal } from './planning/refuse-plan.ts'
import type { SignPolicyRefusal } from './planning/sign-policy.ts'
import type { AskForgettingRefusal, SecondForgettingRefusal } from './retention/forget.ts'
import type { LiftHoldRefusal, ReviewDayRefusal } from './retention/review-keeping.ts'
import type { RightsRefusal } from './rights/answer-request.ts'
import type { AfterReleaseRefusal } from './sharing/after-release.ts'
import type { AnswerExposureRefusal } from './sharing/answer-exposure.ts'
import type { ReleaseShareRefusal } from './sharing/release-share.ts'

/**
 * Every reason the domain can give for saying no.
 *
 * The codes are public: never renamed, never reused; one that is retired keeps its line and a date. A refusal
 * carries codes, ids and lists of codes, never a name and never free text, since it will be logged.
 */
export type Refusal = NeedRefusal | ConvertGradingRefusal | SetTaskRefusal | CloseLeadRefusal | SourceRefusal | AuthoriseRefusal | RefusePlanRefusal | SignPolicyRefusal | RightsRefusal | AnswerExposureRefusal | ReleaseShareRefusal | AfterReleaseRefusal | LiftHoldRefusal | ReviewDayRefusal | AskForgettingRefusal | SecondForgettingRefusal

export type RefusalCode = Refusal['code']
