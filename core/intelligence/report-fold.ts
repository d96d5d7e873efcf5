import type { FiledReport, WithheldReport } from './site.ts'
import { firstOfEach, type ToldFacts } from './told-facts.ts'

/** Every report of a site's file with what was made of it since; the grading it came with is the first of its gradings. */
export function foldReports(told: ToldFacts): readonly FiledReport[] {
  const gradings = Map.groupBy(told('report/graded'), ({ fact }) => fact.report)
  const independence = new Map(told('report/independence-recorded').map((one) => [one.fact.report, one]))
  const reviews = Map.groupBy(told('report/review-set'), ({ fact }) => fact.report)
  return firstOfEach(told('report/received'), ({ report }) => report.id).map(({ fact: { report }, noted }) => {
    const independent = independence.get(report.id)
    return {
      report,
      noted,
      gradings: [
        { answers: report.answers, grading: report.grading, because: report.gradedBecause ?? null, noted },
        ...(gradings.get(report.id) ?? []).map(({ fact, noted: when }) => ({ answers: fact.answers, grading: fact.grading, because: fact.because, noted: when })),
      ],
      independence: independent ? { because: independent.fact.because, noted: independent.noted } : null,
      reviews: [
        { reviewBy: report.reviewBy, because: null, noted },
        ...(reviews.get(report.id) ?? []).map(({ fact, noted: when }) => ({ reviewBy: fact.reviewBy, because: fact.because, noted: when })),
      ],
    }
  })
}

/** Reports of which the words are gone; that they were there stands in clear. */
export const withheldReports = (told: ToldFacts): readonly WithheldReport[] =>
  told('words/withheld').flatMap(({ fact: { of, words, known }, noted }) =>
    of === 'report/received' && known.report !== undefined ? [{ id: known.report, words, reviewBy: known.reviewBy ?? null, noted }] : [],
  )
