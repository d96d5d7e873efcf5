import { accept, refuse, type Decision } from '../kernel/decider.ts'
import type { CaseRole } from '../kernel/access.ts'
import type { ActorId } from '../kernel/id.ts'
import { after, type Instant } from '../kernel/instant.ts'
import type { SourceAge, SourceCharge, SourceFact, SourceUse } from './source-facts.ts'

/** How long something holds, with where that comes from, how sure that is and who stands behind it. */
export interface UseTerm {
  readonly value: number
  readonly source: string
  readonly sureness: 'seen' | 'seen-second-hand' | 'unverified' | 'judgement'
  readonly signedBy: string
  readonly asOf: string
}

/** For how long the use of a source may be authorised: what is right differs with the law, so it is passed in. */
export interface UseTerms {
  readonly adultDays: UseTerm
  readonly juvenileDays: UseTerm
  /** A child's use is looked at again at least this often. */
  readonly juvenileReviewDays: UseTerm
  readonly urgentHours: UseTerm
}

/** One authorisation to use a source, as it stands after whatever reviewed or cancelled it. */
export interface AuthorisedUse {
  readonly use: SourceUse
  readonly by: ActorId
  readonly from: Instant
  readonly until: Instant
  /** By when it is looked at again; past that, it holds no more. Null where no review is asked for. */
  readonly reviewBy: Instant | null
  readonly conduct: string
  readonly because: string
  readonly cancelled: 'yes' | 'no'
}

/** As much of a source as the authority to use them rests on. */
export interface UsedSource {
  readonly charge: SourceCharge
  readonly age: SourceAge
  readonly uses: readonly AuthorisedUse[]
}

export type UseStanding = 'in-force' | 'not-yet' | 'run-out' | 'review-overdue' | 'cancelled' | 'authoriser-answers-for-them'

/** How one authorisation stands. Nobody's own word counts for a source they have come to answer for (Code of Practice 2022, from memory). */
export function useStanding({ by, from, until, reviewBy, cancelled }: AuthorisedUse, { charge }: Pick<UsedSource, 'charge'>, now: Instant): UseStanding {
  if (cancelled === 'yes') return 'cancelled'
  if (by === charge.handler || by === charge.controller) return 'authoriser-answers-for-them'
  if (now < from) return 'not-yet'
  if (now >= until) return 'run-out'
  return reviewBy !== null && now > reviewBy ? 'review-overdue' : 'in-force'
}

/** What a source may be used on now. Whoever is not known to be grown up is used on the terms for a child alone. */
export const usesInForce = (source: UsedSource, now: Instant): readonly AuthorisedUse[] =>
  source.uses.filter((one) => useStanding(one, source, now) === 'in-force' && (source.age === 'adult' || one.use === 'juvenile'))

/** Somebody authorises the use of a source, for what and why, having confirmed that the risks were explained and understood. */
export interface AuthoriseUse {
  readonly use: SourceUse
  readonly by: ActorId
  readonly role: CaseRole
  readonly now: Instant
  /** When a spoken word was given; what is written holds from now. */
  readonly from: Instant
  /** Earlier than the whole term, where that is enough. */
  readonly until?: Instant
  readonly risksExplained: 'yes' | 'no' | 'unknown'
  readonly conduct: string
  readonly because: string
  readonly terms: UseTerms
}

/** An authorising officer looks again at the use that was authorised last. */
export interface ReviewUse {
  readonly by: ActorId
  readonly role: CaseRole
  readonly now: Instant
  readonly says: string
  readonly terms: UseTerms
}

export type UseRefusal =
  | { readonly code: 'source/not-an-authorising-officer' }
  | { readonly code: 'source/authoriser-answers-for-them' }
  | { readonly code: 'source/risks-not-explained' }
  | { readonly code: 'source/not-known-to-be-an-adult' }
  | { readonly code: 'source/beyond-the-term'; readonly until: Instant }
  | { readonly code: 'source/no-use-to-review' }

/**
 * Authorises the use of a source: by an authorising officer who neither handles nor oversees them, for no longer than the term.
 *
 * Source: enforcement-side 1.7, CH-4 and CH-5, both from memory; for the confirmation of the risks, SI 2000/2725, reg. 3(f).
 */
export function authoriseUse({ use, by, role, now, from, until, risksExplained, conduct, because, terms }: AuthoriseUse, source: UsedSource): Decision<SourceFact, UseRefusal> {
  const stands = inTheWayOf({ by, role }, source)
  if (stands) return refuse(stands)
  if (risksExplained !== 'yes') return refuse({ code: 'source/risks-not-explained' })
  if (use !== 'juvenile' && source.age !== 'adult') return refuse({ code: 'source/not-known-to-be-an-adult' })
  const begins = use === 'urgent-oral' ? from : now
  const latest = after(begins, daysOf(use, terms))
  if (until !== undefined && (until > latest || until <= now)) return refuse({ code: 'source/beyond-the-term', until: latest })
  const reviewBy = use === 'juvenile' ? after(now, terms.juvenileReviewDays.value) : null
  return accept({ type: 'source/authorised', use, by, from: begins, until: until ?? latest, reviewBy, conduct, because })
}

/** Looks again at the use authorised last: a child's then holds until the next review. */
export function reviewUse({ by, role, now, says, terms }: ReviewUse, source: UsedSource): Decision<SourceFact, UseRefusal> {
  const stands = inTheWayOf({ by, role }, source)
  if (stands) return refuse(stands)
  const last = source.uses.at(-1)
  if (!last || last.cancelled === 'yes' || now >= last.until) return refuse({ code: 'source/no-use-to-review' })
  return accept({ type: 'source/use-reviewed', by, reviewBy: last.use === 'juvenile' ? after(now, terms.juvenileReviewDays.value) : null, says })
}

/** Whoever authorises is another than the two who answer for a source. */
function inTheWayOf({ by, role }: Pick<AuthoriseUse, 'by' | 'role'>, { charge }: UsedSource): UseRefusal | null {
  if (role !== 'authorising-officer') return { code: 'source/not-an-authorising-officer' }
  return by === charge.handler || by === charge.controller ? { code: 'source/authoriser-answers-for-them' } : null
}

const HOURS_OF_A_DAY = 24

const daysOf = (use: SourceUse, { adultDays, juvenileDays, urgentHours }: UseTerms): number =>
  use === 'urgent-oral' ? urgentHours.value / HOURS_OF_A_DAY : use === 'juvenile' ? juvenileDays.value : adultDays.value

/** The uses of a source after one more fact: what is cancelled stays on file, and a review is of the last. */
export function usesAfter(uses: readonly AuthorisedUse[], fact: Extract<SourceFact, { type: 'source/authorised' | 'source/use-reviewed' | 'source/use-cancelled' }>): readonly AuthorisedUse[] {
  if (fact.type === 'source/use-cancelled') return uses.map((one) => ({ ...one, cancelled: 'yes' }))
  if (fact.type === 'source/use-reviewed') return uses.map((one, i) => (i === uses.length - 1 ? { ...one, reviewBy: fact.reviewBy } : one))
  const { use, by, from, until, reviewBy, conduct, because } = fact
  return [...uses, { use, by, from, until, reviewBy, conduct, because, cancelled: 'no' }]
}
