import type { ActorId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'

/** How dangerous it is to be this source. */
export const RISKS = ['low', 'raised', 'high', 'unknown'] as const
export type SourceRisk = (typeof RISKS)[number]

/** How somebody was met or spoken to. */
export const CONTACT_WAYS = ['in-person', 'telephone', 'message', 'through-somebody', 'unknown'] as const
export type ContactWay = (typeof CONTACT_WAYS)[number]

/** What a source was given: money, something else of worth, or a reward for what came of it. */
export const BENEFITS = ['payment', 'benefit', 'reward'] as const
export type Benefit = (typeof BENEFITS)[number]

/**
 * What passes between a source and those who answer for them. It has happened, so nothing of it is ever refused: a contact is
 * recorded late, or by both who were there.
 *
 * Its words are for the handler, the controller and whoever reviews them. Source: RIP (Source Records) Regulations 2000,
 * reg. 3(c)-(e), (g), (k), and (l)-(n), which is told from memory.
 */
export type HandlingFact =
  | { readonly type: 'source/recruited'; readonly at: Instant; readonly by: ActorId; readonly says: string }
  | { readonly type: 'source/authority-noted'; readonly authority: string; readonly knownThereAs: string }
  | { readonly type: 'source/risk-noted'; readonly risk: SourceRisk; readonly says: string; readonly reviewBy?: Instant }
  | { readonly type: 'source/welfare-noted'; readonly says: string; readonly done: string }
  | { readonly type: 'source/contact-made'; readonly at: Instant; readonly with: ActorId; readonly says: string; readonly how?: ContactWay; readonly where?: string; readonly nextBy?: Instant }
  | { readonly type: 'source/information-noted'; readonly report: string | null; readonly says: string; readonly passedOn: string | null }
  | { readonly type: 'source/benefit-given'; readonly at: Instant; readonly what: Benefit; readonly money: Money | null; readonly decidedBy: ActorId; readonly because: string }

/** Money in the smallest unit of its currency, so that no sum is ever rounded. Source: ISO 4217. */
export interface Money {
  readonly minor: number
  readonly currency: string
}
