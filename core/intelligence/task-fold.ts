import type { LeadOnFile, TaskOnFile } from './site.ts'
import { firstOfEach, type ToldFacts } from './told-facts.ts'

/** Every task with its answer; the last answer stands. */
export function foldTasks(told: ToldFacts): readonly TaskOnFile[] {
  const answers = new Map(told('task/answered').map((one) => [one.fact.task, one]))
  return firstOfEach(told('task/set'), ({ task }) => task.id).map(({ fact: { task }, noted }) => {
    const answer = answers.get(task.id)
    if (!answer) return { task, noted, answered: null }
    const { fact, noted: when } = answer
    return { task, noted, answered: { answer: fact.answer, report: fact.report ?? null, says: fact.says, noted: when } }
  })
}

/** Every report that somebody was to follow up, or that was closed, with each step. */
export function foldLeads(told: ToldFacts): readonly LeadOnFile[] {
  const assigned = Map.groupBy(told('lead/assigned'), ({ fact }) => fact.report)
  const closed = Map.groupBy(told('lead/closed'), ({ fact }) => fact.report)
  return [...new Set([...assigned.keys(), ...closed.keys()])].toSorted().map((report) => ({
    report,
    assigned: (assigned.get(report) ?? []).map(({ fact: { owner, verifyBy, reviewBy }, noted }) => ({ owner, verifyBy, reviewBy, noted })),
    closed: (closed.get(report) ?? []).map(({ fact: { because, attempt, reviewBy }, noted }) => ({ because, attempt, reviewBy, noted })),
  }))
}
