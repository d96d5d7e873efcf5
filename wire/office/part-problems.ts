import type { CertaintyPolicy } from '../../core/certainty/policy.ts'
import type { Operation, PlannedOperation } from '../../core/planning/operation.ts'
import type { PartWritten, PlanPart } from '../../core/planning/plan-facts.ts'
import { checkOperation } from '../operation-checks.ts'
import { pathText, type Path } from '../reading/place.ts'
import type { Problem } from '../report.ts'

/** What a part is held against: the operation as it stands, the catalogue of law, and the policy in force. */
export interface PartContext {
  readonly operation: PlannedOperation
  readonly offenceIds: ReadonlySet<string>
  readonly policy: CertaintyPolicy
}

/**
 * What is wrong with a part beside the rest of the operation, by the path from the content of the part.
 *
 * Of what is wrong elsewhere only what this writing brings, such as support that rests on an entry it takes out: that is
 * told of the part as a whole, with the place. What was wrong before is not for whoever writes another part.
 */
export function problemsOfPart(written: PartWritten, { operation, ...against }: PartContext): readonly Problem[] {
  const before = new Set(checkOperation(operation, against).map(inOneLine))
  return checkOperation(withPart(operation, written), against).flatMap((problem) => {
    const inner = within(written.part, problem.path)
    if (inner) return [{ path: [...inner], message: problem.message }]
    return before.has(inOneLine(problem)) ? [] : [{ path: [], message: inOneLine(problem) }]
  })
}

const inOneLine = ({ path, message }: Problem): string => `${pathText(path)}: ${message}`

/** The written part stands last, so that an id that is taken elsewhere is told where it was written. */
function withPart({ plan, ...operation }: PlannedOperation, { part, content }: PartWritten): Operation {
  if (part === 'hour') return { ...operation, plan, at: content.at }
  if (part === 'rung') return { ...operation, plan, rung: content.rung }
  return isSection(part) ? { ...operation, plan: last(plan, part, content) } : last({ ...operation, plan }, part, content)
}

/** The same group with one field put in place, after all the others. */
function last<Group extends object>(group: Group, field: keyof Group, value: unknown): Group {
  const { [field]: _before, ...others } = group
  return { ...others, [field]: value } as Group
}

/** Parts that are of the operation; every other is a section of the plan. */
const OF_OPERATION = ['hour', 'rung', 'goal', 'sources', 'offences', 'expected', 'harm'] as const satisfies readonly PlanPart[]

const isSection = (part: PlanPart): part is Exclude<PlanPart, (typeof OF_OPERATION)[number]> => !(OF_OPERATION as readonly PlanPart[]).includes(part)

/** Where each part stands in an operation. */
const placeOf = (part: PlanPart): Path => {
  if (part === 'hour') return ['at']
  return isSection(part) ? ['plan', part] : [part]
}

/** The rest of a path that lies in a part; null where it lies elsewhere. */
function within(part: PlanPart, path: Path): Path | null {
  const place = placeOf(part)
  return place.every((step, i) => path[i] === step) ? path.slice(place.length) : null
}
