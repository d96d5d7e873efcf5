import type { ActorId, ReportId } from '../kernel/id.ts'
import type { Days, Instant } from '../kernel/instant.ts'
import type { Noted } from '../kernel/noted.ts'
import type { Attempt } from './attempt.ts'
import type { FourAnswers } from './four-questions.ts'
import type { Grading } from './grading.ts'
import type { Shock } from './shock.ts'
import type { CollectionTask, ReportOnFile, Room, SiteFact, SiteMap, TaskAnswer } from './site-facts.ts'
import type { Venue } from './venue.ts'

/** Why words cannot be read: their key was destroyed, or it should be there and is not. */
export type WordsGone = 'forgotten' | 'missing'

/** A fact of a site whose words cannot be read, with what stands in clear beside them. It weighs nothing. */
export interface WithheldFact {
  readonly type: 'words/withheld'
  readonly of: SiteFact['type']
  readonly words: WordsGone
  readonly known: {
    readonly number?: string
    readonly jurisdiction?: string
    readonly venue?: Venue
    readonly halfLifeDays?: Days
    readonly report?: ReportId
    readonly reviewBy?: Instant
  }
}

/** What can be read of an entry of a site's file. */
export type SiteFactRead = SiteFact | WithheldFact

/** Something recorded, with who recorded it and when. */
export type WithNote<Told> = Told & { readonly noted: Noted }

/** One grading of a report; the first stays when a second is given. */
export type GradingGiven = WithNote<{ readonly answers: FourAnswers; readonly grading: Grading; readonly because: string | null }>

/** A report as it stands in the file of its site: as it came, and everything made of it since, oldest first. */
export interface FiledReport extends WithNote<{ readonly report: ReportOnFile }> {
  /** Never empty: the report came with one. The last is in force. */
  readonly gradings: readonly GradingGiven[]
  readonly independence: WithNote<{ readonly because: string }> | null
  readonly reviews: readonly WithNote<{ readonly reviewBy: Instant; readonly because: string | null }>[]
}

/** A report whose words are gone. That there was one stays. */
export type WithheldReport = WithNote<{ readonly id: ReportId; readonly words: WordsGone; readonly reviewBy: Instant | null }>

export type TaskOnFile = WithNote<{
  readonly task: CollectionTask
  readonly answered: WithNote<{ readonly answer: TaskAnswer; readonly report: ReportId | null; readonly says: string }> | null
}>

/** Who follows up a report, by when, and whether it was closed. Every assignment and every closing stays. */
export interface LeadOnFile {
  readonly report: ReportId
  readonly assigned: readonly WithNote<{ readonly owner: ActorId; readonly verifyBy: Instant; readonly reviewBy: Instant }>[]
  readonly closed: readonly WithNote<{ readonly because: string; readonly attempt: string; readonly reviewBy: Instant }>[]
}

/** A site, from everything recorded of it. */
export interface Site {
  readonly opened: Noted
  readonly number: string
  readonly jurisdiction: string
  readonly venue: Venue
  readonly halfLifeDays: Days | null
  /** Null where the words about the place are gone. */
  readonly name: string | null
  readonly whereabouts: string | null
  readonly map: SiteMap | null
  readonly reports: readonly FiledReport[]
  readonly withheldReports: readonly WithheldReport[]
  readonly rooms: readonly WithNote<Room>[]
  readonly attempts: readonly WithNote<{ readonly attempt: Attempt }>[]
  readonly shocks: readonly WithNote<{ readonly id: string; readonly shock: Shock; readonly says: string }>[]
  /** Oldest first; the last is in force. */
  readonly alternatives: readonly WithNote<{ readonly says: string }>[]
  readonly dissents: readonly WithNote<{ readonly id: string; readonly about: string; readonly says: string }>[]
  readonly tasks: readonly TaskOnFile[]
  readonly leads: readonly LeadOnFile[]
  /** Entries whose words are gone. */
  readonly withheld: readonly Noted[]
  /** How far its file has come. */
  readonly version: number
}

export const gradingInForce = ({ gradings }: FiledReport): GradingGiven | undefined => gradings.at(-1)
export const reviewByOf = ({ report, reviews }: FiledReport): Instant => reviews.at(-1)?.reviewBy ?? report.reviewBy

/** Why a report is independent of the others, as last recorded; null while nobody says so. */
export const independentBecauseOf = ({ report, independence }: FiledReport): string | null => independence?.because ?? report.independentBecause ?? null
