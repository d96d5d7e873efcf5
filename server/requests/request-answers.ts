import { isoOf, type Instant } from '../../core/kernel/instant.ts'
import type { OnFile } from '../../core/kernel/noted.ts'
import type { OrganisationKind } from '../../core/kernel/organisation.ts'
import { answerPaper } from '../../core/rights/answer-paper.ts'
import { answerClock, type AnswerClock } from '../../core/rights/clock.ts'
import type { AnswerGround, RightsPolicy } from '../../core/rights/grounds.ts'
import { foldRequest, type RequestFactRead, type RequestOnFile } from '../../core/rights/request.ts'
import { rightsConcerns } from '../../core/rights/request-concerns.ts'
import { safeguardsFor } from '../../core/rights/safeguards.ts'
import type { RequestAnswer } from '../../wire/office/requests.ts'
import { notedAnswer } from '../../wire/office/site-answer.ts'

type Entries = readonly OnFile<RequestFactRead>[]

interface For {
  readonly id: string
  readonly kind: OrganisationKind
  readonly policy: RightsPolicy
  readonly now: Instant
  readonly names: RequestAnswer['names']
}

/** The clock on which a request runs, under the law of the organisation it was made to. */
export const clockOf = ({ asked, extended }: RequestOnFile, kind: OrganisationKind, policy: RightsPolicy): AnswerClock => answerClock({ receivedAt: asked.receivedAt, extendedTo: extended?.until ?? null }, kind, policy)

/** A request as whoever may answer it sees it; null where none came in. */
export function requestAnswer(entries: Entries, asked: For): RequestAnswer | null {
  const file = foldRequest(entries)
  if (!file) return null
  const { request, received, version } = file
  const clock = clockOf(request, asked.kind, asked.policy)
  const { organisation, ...said } = request.asked
  return {
    id: asked.id, version, received: notedAnswer(received), organisation,
    asked: { ...said, standsAs: [...said.standsAs], receivedAt: isoOf(said.receivedAt) },
    whoAsks: request.whoAsks,
    clock: { regime: clock.regime, due: isoOf(clock.due), longest: isoOf(clock.longest), ...termsFrom(clock, asked.policy) },
    extended: request.extended && { until: isoOf(request.extended.until), reason: request.extended.reason },
    ...answerIn(request, clock, asked.policy),
    told: request.told.map((one) => ({ ...one, toldAt: isoOf(one.toldAt) })),
    corrections: [...request.corrections],
    restrictions: Object.entries(request.restrictions).map(([restricted, because]) => ({ file: restricted, because })),
    forgettings: [...request.forgettings],
    complaints: request.complaints.map((one) => ({ ...one, at: isoOf(one.at) })),
    closed: request.closed,
    withheld: entries.filter(({ fact }) => fact.type === 'words/withheld').length,
    safeguards: [...safeguardsFor(said.standsAs)],
    concerns: [...rightsConcerns(request, clock, asked.now)],
    names: asked.names,
  }
}

/** Where the days of a clock come from, and how sure that is. */
export function termsFrom({ regime }: Pick<AnswerClock, 'regime'>, { terms }: RightsPolicy): Pick<RequestAnswer['clock'], 'term' | 'extension'> {
  const sourceOf = ({ source, sureness }: { readonly source: string; readonly sureness: RightsPolicy['regimes']['sureness'] }) => ({ source, sureness })
  return { term: sourceOf(terms[regime].answer), extension: sourceOf(terms[regime].extension) }
}

/** The answer as it is kept, and as it leaves the house. */
function answerIn(request: RequestOnFile, { regime }: AnswerClock, policy: RightsPolicy): Pick<RequestAnswer, 'answer' | 'paper'> {
  const inLaw = (grounds: readonly AnswerGround[]) => grounds.map((ground) => ({ ground, law: { provision: policy.grounds[ground][regime], sureness: policy.grounds[ground].sureness } }))
  const [{ answer }, paper] = [request, answerPaper(request)]
  return {
    answer: answer && { ...answer, at: isoOf(answer.at), grounds: inLaw(answer.grounds) },
    paper: paper && { ...paper, receivedAt: isoOf(paper.receivedAt), answeredAt: isoOf(paper.answeredAt), grounds: inLaw(paper.grounds) },
  }
}
