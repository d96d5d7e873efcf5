import type { Met, RequirementAnswer } from './answer.ts'
import type { Fact } from './operation.ts'
import type { RequirementId } from './requirements.ts'

/** From worst to best; the first that some source tells governs. */
const WORST_FIRST: readonly Met[] = ['no', 'partly', 'yes', 'not-applicable']

/**
 * What is told of one requirement of a past operation.
 *
 * Where sources disagree both stand in the file, and the worse one governs: a harm that somebody saw is not undone by
 * somebody who did not see it. Silence is unknown.
 */
export function answerTo(requirement: RequirementId, facts: readonly Fact[]): RequirementAnswer {
  const told = facts.filter(({ about, answer }) => about === requirement && answer !== 'unknown')
  const met = WORST_FIRST.find((answer) => told.some((fact) => fact.answer === answer)) ?? 'unknown'
  return { met, restsOn: told.map(({ id }) => id), lacks: [] }
}

/** Requirements on which the sources disagree; shown as such. */
export const disputed = (facts: readonly Fact[]): readonly RequirementId[] =>
  [...Map.groupBy(facts.filter(({ answer }) => answer !== 'unknown'), ({ about }) => about)]
    .filter(([, told]) => new Set(told.map(({ answer }) => answer)).size > 1)
    .map(([about]) => about)
