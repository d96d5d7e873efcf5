import type { ActorId, ReportId } from '../kernel/id.ts'
import type { Days, Instant } from '../kernel/instant.ts'
import type { Attempt } from './attempt.ts'
import type { FourAnswers } from './four-questions.ts'
import type { Grading } from './grading.ts'
import type { Handling } from './handling.ts'
import type { TakenIn } from './intake.ts'
import type { WeighingKind } from './report.ts'
import type { Shock } from './shock.ts'
import type { Venue } from './venue.ts'

/** Whom a report speaks of, kept apart as the law asks. Source: Directive (EU) 2016/680, article 6. */
export const PERSON_CATEGORIES = ['victim', 'witness-or-contact', 'suspect', 'convicted', 'other', 'not-known'] as const
export type PersonCategory = (typeof PERSON_CATEGORIES)[number]

/** A report as it lies in the file of a site: what was said apart from what is made of it, and why we may keep it. */
export type ReportOnFile = TakenIn & {
  readonly id: ReportId
  /** The fact, in the words it came in. */
  readonly says: string
  /** What the officer makes of it; never mixed into the fact. */
  readonly assessment?: string
  readonly speaksOf: readonly PersonCategory[]
  /** The basis of reasonable suspicion, wherever a person is suspected. Source: 28 CFR 23.20(a). */
  readonly suspicion?: string
  readonly answers: FourAnswers
  readonly grading: Grading
  /** Why the grading is not the one proposed. */
  readonly gradedBecause?: string
  readonly handling: Handling
  /** When somebody asks again whether it may be kept. Source: 28 CFR 23.20(h), at most five years. */
  readonly reviewBy: Instant
}

/** A part of a place, as somebody described it. */
export interface Room {
  readonly id: string
  readonly name: string
  readonly floor: string
  readonly says: string
}

/** Something to find out next, with what its yes and its no would do to the number when it was set. */
export interface CollectionTask {
  readonly id: string
  readonly question: string
  /** Who is asked to look: a kind that has authority and protection. */
  readonly kind: WeighingKind
  /** The source that is asked, where it is one of the register. */
  readonly source?: string
  readonly owner: ActorId
  readonly due: Instant
  readonly before: number
  readonly yes: number
  readonly no: number | null
}

export const TASK_ANSWERS = ['yes', 'no', 'could-not-tell', 'not-done'] as const
export type TaskAnswer = (typeof TASK_ANSWERS)[number]

/** Everything that can be recorded of a site. */
export type SiteFact =
  | { readonly type: 'site/opened'; readonly number: string; readonly jurisdiction: string; readonly venue: Venue; readonly halfLifeDays?: Days; readonly name: string; readonly whereabouts: string }
  | { readonly type: 'site/described'; readonly name?: string; readonly whereabouts?: string; readonly map?: SiteMap }
  | { readonly type: 'site/room-noted'; readonly room: Room }
  | { readonly type: 'report/received'; readonly report: ReportOnFile }
  | { readonly type: 'report/graded'; readonly report: ReportId; readonly answers: FourAnswers; readonly grading: Grading; readonly because: string }
  | { readonly type: 'report/independence-recorded'; readonly report: ReportId; readonly because: string }
  | { readonly type: 'report/review-set'; readonly report: ReportId; readonly reviewBy: Instant; readonly because: string }
  | { readonly type: 'attempt/made'; readonly attempt: Attempt }
  | { readonly type: 'shock/noted'; readonly id: string; readonly shock: Shock; readonly says: string }
  | { readonly type: 'alternative/written'; readonly says: string }
  | { readonly type: 'dissent/recorded'; readonly id: string; readonly about: string; readonly says: string }
  | { readonly type: 'task/set'; readonly task: CollectionTask }
  | { readonly type: 'task/answered'; readonly task: string; readonly answer: TaskAnswer; readonly report?: ReportId; readonly says: string }
  | { readonly type: 'lead/assigned'; readonly report: ReportId; readonly owner: ActorId; readonly verifyBy: Instant; readonly reviewBy: Instant }
  | { readonly type: 'lead/closed'; readonly report: ReportId; readonly because: string; readonly attempt: string; readonly reviewBy: Instant }

/** Where a place lies and how it is drawn: a point in degrees (WGS 84), and a sketch as an image of its own. */
export interface SiteMap {
  readonly latitude: number
  readonly longitude: number
  readonly says: string
}
