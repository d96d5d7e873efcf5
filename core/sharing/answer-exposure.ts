import { accept, refuse, type Decision } from '../kernel/decider.ts'
import { isAsCoarse } from './coarsen.ts'
import { exposures, type ExposureFinding } from './exposure.ts'
import type { ExposureAnswer, Passed, ShareFact } from './share-facts.ts'
import type { ShareGrounds } from './share-grounds.ts'
import { afterAnswers, stillHolds, type Draft, type ShareOnFile } from './share.ts'

export type AnswerExposureRefusal =
  | { readonly code: 'share/nothing-waits' }
  | { readonly code: 'share/no-such-finding'; readonly facts: readonly string[] }
  | { readonly code: 'share/not-the-controller'; readonly facts: readonly string[] }
  | { readonly code: 'share/still-exposed'; readonly facts: readonly string[] }
  | { readonly code: 'share/delay-too-short'; readonly facts: readonly string[] }
  | { readonly code: 'share/not-coarse-enough'; readonly facts: readonly string[] }

/** What somebody answers to the findings, with the text as it reads after that. */
export interface AnswerExposure {
  readonly answers: readonly ExposureAnswer[]
  readonly says: string
  /** Facts whose sources whoever answers oversees: only they take a risk for them. */
  readonly oversees: ReadonlySet<string>
}

/** Answering what the check found. The check proposes; a person decides, and their answer stands with their name. */
export function answerExposure({ answers, says, oversees }: AnswerExposure, share: ShareOnFile, grounds: ShareGrounds): Decision<ShareFact, AnswerExposureRefusal> {
  const { draft } = share
  if (!draft) return refuse({ code: 'share/nothing-waits' })
  const { passed } = draft
  const found = new Map(exposures(passed.facts, grounds).map((finding) => [finding.fact, finding]))
  const wrong = (code: AnswerExposureRefusal['code'], isWrong: (answer: ExposureAnswer, finding: ExposureFinding | undefined) => boolean): AnswerExposureRefusal | null => {
    const facts = answers.filter((answer) => isWrong(answer, found.get(answer.fact))).map(({ fact }) => fact)
    return facts.length === 0 ? null : ({ code, facts } as AnswerExposureRefusal)
  }
  const obstacle =
    wrong('share/no-such-finding', ({ exposure }, finding) => finding?.exposure !== exposure) ??
    wrong('share/not-the-controller', ({ how, fact }) => how === 'risk-accepted' && !oversees.has(fact)) ??
    wrong('share/still-exposed', (answer) => answer.how === 'other-provenance' && isFoundStill(answer, passed, grounds)) ??
    wrong('share/delay-too-short', (answer, finding) => answer.how === 'delayed' && (answer.until <= grounds.now || finding?.delayUntil === undefined || finding.delayUntil === null || answer.until < finding.delayUntil)) ??
    wrong('share/not-coarse-enough', (answer, finding) => answer.how === 'coarsened' && !isCoarsened(answer, draft, finding))
  return obstacle ? refuse(obstacle) : accept({ type: 'share/checked', answers, says })
}

const isFoundStill = (answer: ExposureAnswer, passed: Passed, grounds: ShareGrounds): boolean =>
  exposures(afterAnswers(passed, [answer]).facts, grounds).some(({ fact }) => fact === answer.fact)

/** Written anew as well: to tell less beside a text that stays as it was tells as much. What was written anew for an earlier answer may stay. */
function isCoarsened({ fact, tells, says }: Extract<ExposureAnswer, { how: 'coarsened' }>, { passed, answers }: Draft, finding: ExposureFinding | undefined): boolean {
  const told = passed.facts.find(({ id }) => id === fact)
  const isWrittenAnew = told?.says.trim() !== says.trim() || answers.some((earlier) => earlier.how === 'coarsened' && earlier.fact === fact)
  return told !== undefined && isWrittenAnew && finding !== undefined && isAsCoarse(tells, finding.coarser)
}

/** What the check finds in what waits to leave and nobody has answered as it reads now. */
export function openFindings({ draft }: Pick<ShareOnFile, 'draft'>, grounds: ShareGrounds): readonly ExposureFinding[] {
  if (!draft) return []
  const settled = new Set(draft.answers.filter((answer) => stillHolds(answer, draft)).map(({ fact, exposure }) => `${exposure} ${fact}`))
  return exposures(draft.passed.facts, grounds).filter(({ fact, exposure }) => !settled.has(`${exposure} ${fact}`))
}
