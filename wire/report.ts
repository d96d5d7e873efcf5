import { z } from 'zod'
import { isRoot } from '../core/intelligence/lineage.ts'
import { ACCESSES, SOURCE_KINDS, type Origin, type Report } from '../core/intelligence/report.ts'
import type { InstantText, LatestInstant, ToldTime } from './instants.ts'

const Id = z.string().min(1)
/** More than anybody's record holds, and little enough that no reliability becomes 0 or 1. */
const MOST_COUNTED = 1_000_000
const Count = z.number().int().min(0).max(MOST_COUNTED)
const Share = z.number().gt(0).lt(1)

interface Times<Observed> {
  readonly observed: Observed
  readonly received: typeof InstantText | typeof LatestInstant
}

/** The two shapes of a report, told apart by its finding, with whatever else a file says of it. */
export function reportShapes<Observed extends typeof InstantText | typeof ToldTime, More extends z.core.$ZodShape = Record<never, never>>({ observed, received }: Times<Observed>, more: More = {} as More) {
  const said = {
    id: Id,
    kind: z.enum(SOURCE_KINDS),
    observedAt: observed,
    receivedAt: received.optional(),
    access: z.enum(ACCESSES).optional(),
    derivedFrom: z.array(Id).optional(),
    origin: z.strictObject({ id: Id, correlation: z.number().min(0).max(1).optional() }).optional(),
    source: z.strictObject({ id: Id, hits: Count.optional(), misses: Count.optional() }).optional(),
    heardApart: z.boolean().optional(),
    reporter: Id.optional(),
    ...more,
  }
  return [
    z.strictObject({ ...said, finding: z.literal('present') }),
    z.strictObject({ ...said, finding: z.literal('absent'), sensitivity: Share.optional(), specificity: Share.optional() }),
  ] as const
}

/** Something that no single report can show to be wrong: where it is, and what is wrong with it. */
export interface Problem {
  readonly path: (string | number)[]
  readonly message: string
}

/** The checks of reports that need all of them at once. A circle is none: it is an answer. */
export const checkReports = (reports: readonly unknown[]): readonly Problem[] => {
  const read = reports as readonly Report[]
  return [...duplicateIds(read), ...unknownParents(read), ...originsThatDisagree(read), ...absencesWithoutPower(read)].map(({ path, message }) => ({
    path: ['reports', ...path],
    message,
  }))
}

function duplicateIds(reports: readonly Report[]): readonly Problem[] {
  const first = new Map<string, number>()
  return reports.flatMap(({ id }, i) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, i)
    return before === undefined ? [] : [{ path: [i, 'id'], message: `the id "${id}" is taken already by reports[${before}]; give each report an id of its own` }]
  })
}

function unknownParents(reports: readonly Report[]): readonly Problem[] {
  const ids = new Set(reports.map(({ id }) => id))
  return reports.flatMap(({ derivedFrom = [] }, i) =>
    derivedFrom.flatMap((parent, j) => (ids.has(parent) ? [] : [{ path: [i, 'derivedFrom', j], message: `no report here has the id "${parent}"` }])),
  )
}

/** One origin has one correlation; left out, it is the default of policy, which is one too. */
function originsThatDisagree(reports: readonly Report[], left = 0.5): readonly Problem[] {
  const first = new Map<string, Origin>()
  return reports.flatMap(({ origin }, i) => {
    if (!origin) return []
    const before = first.get(origin.id)
    if (!before) first.set(origin.id, origin)
    return !before || (before.correlation ?? left) === (origin.correlation ?? left)
      ? []
      : [{ path: [i, 'origin', 'correlation'], message: `the origin "${origin.id}" has another correlation in an earlier report; one origin has one` }]
  })
}

/** A finding of nothing weighs by how good the look was; without that it cannot be a root. */
function absencesWithoutPower(reports: readonly Report[]): readonly Problem[] {
  return reports.flatMap((report, i): readonly Problem[] => {
    if (report.finding !== 'absent') return []
    const { sensitivity, specificity } = report
    if (sensitivity === undefined || specificity === undefined)
      return isRoot(report) ? [{ path: [i, sensitivity === undefined ? 'sensitivity' : 'specificity'], message: 'a finding of nothing needs its sensitivity and its specificity, each between 0 and 1' }] : []
    return sensitivity + specificity >= 1 - 1e-12
      ? []
      : [{ path: [i, 'specificity'], message: 'sensitivity and specificity add up to less than 1: finding nobody would speak for their presence' }]
  })
}
