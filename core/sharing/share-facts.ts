import type { Audience, PermittedAction, SharingLabel } from '../intelligence/handling.ts'
import type { PersonCategory } from '../intelligence/site-facts.ts'
import type { ActorId, ReportId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Organisation, OrganisationId } from '../kernel/organisation.ts'
import type { Grain, KindTold, TimeTold } from './coarsen.ts'
import type { Exposure } from './exposure.ts'
import type { LegalBasis } from './legal-basis.ts'
import type { AskedAct, ShareContent } from './receiving.ts'

/** One fact that is passed on: in words that are safe, whom it speaks of, and who may pass it on, on which ground. Police and NGO stand apart. */
export interface PassedFact {
  readonly id: string
  readonly says: string
  readonly about: PersonCategory
  readonly restsOn: readonly ReportId[]
  readonly tells: Grain
  /** Who answers for the data; not always whoever passes it on. */
  readonly controller: Organisation
  readonly basis: LegalBasis
}

/** What is passed on, as somebody means to write it. */
export interface Passed {
  readonly says: string
  readonly facts: readonly PassedFact[]
}

/** Whoever receives it: an organisation, as what, and which persons of it alone where some are named. */
export interface Recipient {
  readonly organisation: Organisation
  readonly audience: Exclude<Audience, 'own-organisation' | 'anyone'>
  readonly named: readonly ActorId[]
}

/** As what an organisation can receive something. */
export const SHARE_AUDIENCES = ['named-recipients', 'clients', 'community'] as const satisfies readonly Recipient['audience'][]

/** Everything that is told of something to be passed on, before anybody lets it go. */
export interface SharePrepared {
  readonly file: string
  readonly from: Organisation
  readonly to: Recipient
  readonly content: ShareContent
  readonly asks: AskedAct
  readonly marking: { readonly sharing: SharingLabel; readonly action: PermittedAction }
  readonly passed: Passed
  /** Why they get it, and what they may do with it. */
  readonly purpose: string
  readonly conditions: string
  /** Whether consent, purpose and safeguards stand in writing, as a transfer by consent asks. Source: IOM Data Protection Principles, 5. */
  readonly inWriting: 'yes' | 'no' | 'unknown'
  readonly returnBy?: Instant
}

/** Why a risk to somebody is taken. */
export const RISK_GROUNDS = ['graver-danger-otherwise', 'source-is-safe'] as const
export type RiskGround = (typeof RISK_GROUNDS)[number]

/** What somebody decided about a fact that may give somebody away. */
export type ExposureAnswer = { readonly fact: string; readonly exposure: Exposure } & (
  | { readonly how: 'other-provenance'; readonly restsOn: readonly ReportId[] }
  | { readonly how: 'delayed'; readonly until: Instant }
  | { readonly how: 'coarsened'; readonly tells: Grain; readonly says: string }
  | { readonly how: 'left-out' }
  | { readonly how: 'risk-accepted'; readonly ground: RiskGround; readonly because: string }
)

/** A fact as it left: nothing in it leads back to a report or a source. */
export interface LeftFact {
  readonly says: string
  readonly about: PersonCategory
  readonly from: KindTold | null
  readonly seen: TimeTold | null
  readonly controller: OrganisationId
  readonly basis: LegalBasis
}

/** What left, as whoever receives it reads it. */
export interface Left {
  readonly says: string
  readonly facts: readonly LeftFact[]
}

/** Why something is called back. `error` and `unlawful`: receivers are told. Source: Directive (EU) 2016/680, article 7(3). */
export const RECALL_GROUNDS = ['error', 'unlawful', 'consent-withdrawn', 'source-in-danger', 'no-more-needed'] as const
export type RecallGround = (typeof RECALL_GROUNDS)[number]

/** What became of something that was called back. */
export const RECALL_OUTCOMES = ['deleted', 'kept'] as const
export type RecallOutcome = (typeof RECALL_OUTCOMES)[number]

/** Everything that can happen to something passed on. */
export type ShareFact =
  | ({ readonly type: 'share/prepared' } & SharePrepared)
  | { readonly type: 'share/checked'; readonly answers: readonly ExposureAnswer[]; readonly says: string }
  | { readonly type: 'share/released'; readonly left: Left; readonly knownAt: Instant }
  | { readonly type: 'share/released-at-once'; readonly left: Left; readonly knownAt: Instant; readonly because: string; readonly told: readonly ActorId[]; readonly passedOver: readonly string[] }
  | { readonly type: 'share/reviewed'; readonly says: string }
  | { readonly type: 'share/acknowledged'; readonly edition: number }
  | { readonly type: 'share/recalled'; readonly ground: RecallGround; readonly says: string }
  | { readonly type: 'share/recall-acknowledged'; readonly outcome: RecallOutcome; readonly because: string }
  | { readonly type: 'share/corrected'; readonly passed: Passed; readonly because: string }
