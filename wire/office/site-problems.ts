import type { Site } from '../../core/intelligence/site.ts'
import type { Problem } from '../report.ts'

export const problemAt = (path: (string | number)[], message: string): readonly Problem[] => [{ path, message }]

/** A name of a part of an operation, on which findings rest; no entry may go by it. */
const OF_PARTS: ReadonlySet<string> = new Set(['goal', 'rung', 'alternative', 'lead'])

/** Reports and attempts of a site stand in one operation, where every id stands for one thing. */
export function takenId(id: string, { reports, withheldReports, attempts }: Site, path: (string | number)[]): readonly Problem[] {
  if (OF_PARTS.has(id)) return problemAt(path, `"${id}" is the name of a part of an operation; give another id`)
  const taken = reports.some(({ report }) => report.id === id) || withheldReports.some((one) => one.id === id) || attempts.some(({ attempt }) => attempt.id === id)
  return taken ? problemAt(path, `the id "${id}" is taken already in this file; give another`) : []
}

export const unknownReport = (id: string, { reports }: Site): readonly Problem[] =>
  reports.some(({ report }) => report.id === id) ? [] : problemAt(['report'], `no report of this site has the id "${id}"`)

export const unknownTask = (id: string, { tasks }: Site): readonly Problem[] =>
  tasks.some(({ task }) => task.id === id) ? [] : problemAt(['task'], `no task of this site has the id "${id}"`)
