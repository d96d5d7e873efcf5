import type { CertaintyPolicy } from '../core/certainty/policy.ts'
import type { Operation } from '../core/planning/operation.ts'
import { checkReports, type Problem } from './report.ts'
import { checkSupport } from './support-checks.ts'
import { checkUrgent } from './urgent-checks.ts'

/** An entry with an id somewhere in a file, and where. */
interface Placed {
  readonly id: string
  readonly path: (string | number)[]
}

/** Lists of ids that must be ids of something else in the file. */
const REFERENCES: Readonly<Record<string, 'source' | 'any'>> = { sources: 'source', restsOn: 'any' }

/** What a file is checked against beside itself. */
interface CheckedAgainst {
  readonly offenceIds: ReadonlySet<string>
  readonly policy: CertaintyPolicy
}

/** The checks that need the whole file: every id once, every reference to something, every offence in the catalogue. */
export function checkOperation(operation: Operation, { offenceIds, policy }: CheckedAgainst): readonly Problem[] {
  const placed = [...entriesIn(operation)]
  const reports = operation.reports === 'unknown' ? [] : checkReports(operation.reports)
  return [
    ...reports,
    ...idsTwice(placed),
    ...idsOfSections(placed),
    ...unknownReferences(operation, placed),
    ...unknownOffences(operation, offenceIds),
    ...(operation.operation === 'none' ? [] : [...checkSupport(operation), ...checkUrgent(operation, policy)]),
    ...otherProblems(operation),
  ]
}

/** Everything with an id, except what a report calls its source or its origin, which are names of something outside. */
function* entriesIn(value: unknown, path: (string | number)[] = []): Generator<Placed> {
  if (typeof value !== 'object' || value === null) return
  if ('id' in value && typeof value.id === 'string' && !isOutside(path)) yield { id: value.id, path }
  for (const [key, inner] of Object.entries(value)) yield* entriesIn(inner, [...path, Array.isArray(value) ? Number(key) : key])
}

const isOutside = (path: readonly (string | number)[]): boolean => ['source', 'origin', 'offence'].includes(String(path.at(-1)))

function idsTwice(placed: readonly Placed[]): readonly Problem[] {
  const first = new Map<string, Placed>()
  return placed.flatMap((entry) => {
    const before = first.get(entry.id)
    if (!before) first.set(entry.id, entry)
    const again = before && !(before.path[0] === 'reports' && entry.path[0] === 'reports')
    return again ? [{ path: [...entry.path, 'id'], message: `the id "${entry.id}" is taken already; give each entry of the file an id of its own` }] : []
  })
}

/** Parts of a file that findings rest on and that have no id of their own. */
const SECTIONS: ReadonlySet<string> = new Set(['goal', 'rung', 'alternative', 'lead'])

const idsOfSections = (placed: readonly Placed[]): readonly Problem[] =>
  placed.filter(({ id }) => SECTIONS.has(id)).map(({ id, path }) => ({ path: [...path, 'id'], message: `"${id}" is the name of a part of the file; give the entry another id` }))

function unknownReferences(operation: Operation, placed: readonly Placed[]): readonly Problem[] {
  const all = new Set(placed.map(({ id }) => id))
  const sources = new Set(operation.sources.map(({ id }) => id))
  return [...referencesIn(operation)].flatMap(({ id, path, to }) =>
    (to === 'source' ? sources : all).has(id) ? [] : [{ path, message: `no ${to === 'source' ? 'source' : 'entry'} of this file has the id "${id}"` }],
  )
}

function* referencesIn(value: unknown, path: (string | number)[] = []): Generator<Placed & { readonly to: 'source' | 'any' }> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    const to = REFERENCES[key]
    if (to && Array.isArray(inner)) for (const [i, id] of inner.entries()) if (typeof id === 'string') yield { id, path: [...here, i], to }
    yield* referencesIn(inner, here)
  }
}

function unknownOffences(operation: Operation, offenceIds: ReadonlySet<string>): readonly Problem[] {
  if (operation.operation === 'none' || operation.offences === 'unknown') return []
  return operation.offences.flatMap(({ offence }, i) => {
    const path = ['offences', i, 'offence']
    if (typeof offence !== 'string') return []
    if (!offenceIds.has(offence)) return [{ path, message: `"${offence}" is not in the catalogue of law; "daylight law" lists it, or enter the offence in full, signed by a prosecutor` }]
    return operation.operation === 'plan' && OF_THE_PAST_ALONE.has(offence)
      ? [{ path, message: `"${offence}" is a yardstick for accounts of the past, and no law; enter the offence in full, signed by a prosecutor` }]
      : []
  })
}

/** A treaty punishes nobody, so that no plan can rest on its definition: the law of the place does, and somebody signs for it. */
const OF_THE_PAST_ALONE: ReadonlySet<string> = new Set(['palermo-3'])

function otherProblems(operation: Operation): readonly Problem[] {
  const upsideDown = operation.expected.flatMap(({ low, high }, i) =>
    low > high ? [{ path: ['expected', i, 'high'], message: 'the high end of the range lies below the low end' }] : [],
  )
  const voyage = operation.site.venue === 'vessel' && operation.site.halfLifeDays === undefined
  return voyage ? [...upsideDown, { path: ['site', 'halfLifeDays'], message: 'a vessel has no half-life of its own: give the length of the voyage in days' }] : upsideDown
}
