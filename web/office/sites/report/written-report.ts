import type { FourAnswers } from '../../../../core/intelligence/four-questions.ts'
import { isTime } from '../../../entry/typed-instant.ts'
import { typedLocally } from '../../form/local-time.ts'
import type { AnswersDraft, GradingDraft, ReportDraft } from './report-draft.ts'

/** The four answers, from what was filled in. */
export function answersOf({ access, recordKnown, hits, misses, motivesKnown, motives, content }: AnswersDraft): FourAnswers {
  return {
    access,
    record: recordKnown === 'yes' ? { hits: counted(hits), misses: counted(misses) } : 'unknown',
    motives: motivesKnown === 'unknown' ? 'unknown' : motivesKnown === 'none' ? [] : motives,
    content,
  }
}

const counted = (typed: string): number => Math.max(0, Math.trunc(Number(typed)) || 0)

/** A grading that differs from the proposed one, as it is sent. */
export const otherGrading = ({ scheme, sourceCode, informationCode, formWords }: GradingDraft) => ({
  scheme, source: sourceCode, information: informationCode, label: { source: null, information: formWords.trim() || null },
})

type Grading = ReturnType<typeof otherGrading> | { readonly scheme: string; readonly source: string; readonly information: string }

/** What a report says as a row of an operation file has it; the preview reads it with the same functions as the server. */
export function writtenReport(draft: ReportDraft, id: string, grading: Grading) {
  const { finding, kind, access, derivedFrom, originId, correlation, source } = draft
  return {
    id, kind, finding,
    observedAt: typedLocally(draft.observedAt),
    ...(draft.receivedAt.trim() !== '' && { receivedAt: typedLocally(draft.receivedAt) }),
    ...(access !== 'unknown' && { access }),
    ...(derivedFrom.length > 0 && { derivedFrom }),
    ...(originId.trim() !== '' && { origin: { id: originId.trim(), correlation: Number(correlation) } }),
    ...(source !== '' && { source: { id: source } }),
    ...(draft.heardApart === 'yes' && { heardApart: true }),
    ...(finding === 'absent' && { sensitivity: Number(draft.sensitivity), specificity: Number(draft.specificity) }),
    ...(draft.independentBecause.trim() !== '' && { independentBecause: draft.independentBecause.trim() }),
    says: draft.says.trim(),
    grading,
    handling: { sharing: draft.sharing, ...(draft.action !== 'not-said' && { action: draft.action }) },
  }
}

/** The act by which a report is taken in. */
export function reportAct(draft: ReportDraft, id: string, grading: Grading) {
  return {
    act: 'receive-report' as const,
    report: {
      ...writtenReport(draft, id, grading),
      ...(draft.assessment.trim() !== '' && { assessment: draft.assessment.trim() }),
      speaksOf: draft.speaksOf,
      ...(draft.suspicion.trim() !== '' && { suspicion: draft.suspicion.trim() }),
      answers: answersOf(draft),
      ...(draft.graded === 'otherwise' && { gradedBecause: draft.gradedBecause.trim() }),
      reviewBy: typedLocally(draft.reviewBy),
    },
  }
}

/** Whether enough is filled in for the number to be computed with this report in it. */
export const isWeighable = ({ observedAt, finding, sensitivity, specificity }: ReportDraft): boolean =>
  isTime(typedLocally(observedAt)) && (finding === 'present' || (isShare(sensitivity) && isShare(specificity)))

const isShare = (typed: string): boolean => Number(typed) > 0 && Number(typed) < 1
