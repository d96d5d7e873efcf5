import { z } from 'zod'
import { LADDER } from '../../core/planning/ladder.ts'
import type { PartWritten, PlanContents, PlanPart } from '../../core/planning/plan-facts.ts'
import { InstantText } from '../instants.ts'
import { ChosenOffenceShape, ExpectedGroupShape, GoalShape, HarmTradeShape, SourceShape } from '../operation.ts'
import { PlanShape } from '../plan.ts'
import { badInput } from '../reading/bad-input.ts'
import type { Locate } from '../reading/place.ts'
import { readShape, shapeProblems, type Shaped } from '../reading/shape-problems.ts'
import { problemsOfPart, type PartContext } from './part-problems.ts'

/** The shape of each part, as it stands in an operation file. A section that is sent holds the whole section: what is left out of it is empty. */
export const PART_SHAPES = {
  ...PlanShape.shape,
  hour: z.strictObject({ at: InstantText.meta({ description: 'The hour of entry' }) }),
  rung: z.strictObject({ rung: z.enum(LADDER) }),
  goal: GoalShape,
  sources: z.array(SourceShape),
  offences: z.array(ChosenOffenceShape),
  expected: z.array(ExpectedGroupShape),
  harm: HarmTradeShape,
} as const satisfies { readonly [Part in PlanPart]: z.ZodType }

/** What was sent as the content of a part, and where each piece of it stands, by its path from the content. */
export interface SentContent {
  readonly value: unknown
  readonly locate: Locate
}

/** How a problem of a part is named before it is known in which body it came. */
const CONTENT = 'content'

/**
 * The content of a part as it is written, or what is wrong with it and where, by the path from the content.
 *
 * It is held against the whole operation too: an id that is taken elsewhere, support that rests on nothing. So nothing
 * that is kept can keep the plan from being read later.
 */
export function readPart(part: PlanPart, sent: SentContent, context: PartContext): Shaped<PartWritten> {
  if (sent.value === undefined) return { accepted: false, bad: [badInput(CONTENT, { code: 'reading/missing-field', problem: 'is missing' })] }
  const schema = PART_SHAPES[part] as z.ZodType<PlanContents[PlanPart]>
  const shaped = readShape(schema, CONTENT, sent)
  if (!shaped.accepted) return shaped
  const written = { type: 'plan/part-written', part, content: shaped.value } as PartWritten
  const problems = problemsOfPart(written, context)
  if (problems.length === 0) return { accepted: true, value: written }
  const issues = problems.map((problem) => ({ code: 'custom' as const, input: sent.value, ...problem }))
  return { accepted: false, bad: shapeProblems(schema, CONTENT, sent, issues) }
}
