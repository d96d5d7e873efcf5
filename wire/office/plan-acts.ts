import { z } from 'zod'
import { PLAN_PARTS } from '../../core/planning/plan-facts.ts'
import { URGENT_BASES, URGENT_TASKS } from '../../core/planning/operation.ts'
import { InstantText } from '../instants.ts'
import { Line, OpaqueId, Telling, Version } from './asking.ts'

const done = { id: OpaqueId, occurredAt: InstantText.optional() }
const notActing = { because: Telling, owner: OpaqueId, reviewBy: InstantText }

export const PlanOpenedShape = z.strictObject({ ...done, site: OpaqueId, at: InstantText.meta({ description: 'The hour of entry' }), number: Line.optional() })
export type PlanOpened = z.infer<typeof PlanOpenedShape>

/** Everything that can be done with a plan. `write`, `authorise` and `refuse` carry the version they were decided on in If-Match. */
export const PlanActShape = z.discriminatedUnion('act', [
  /** The content has the shape of that part of an operation file; what is wrong with it is told with its place. */
  z.strictObject({ ...done, act: z.literal('write'), part: z.enum(PLAN_PARTS), content: z.unknown() }),
  z.strictObject({ ...done, act: z.literal('authorise'), site: Version.optional().meta({ description: 'The version of the site that was read; refused as stale where more is known of it by now' }) }),
  z.strictObject({ ...done, act: z.literal('refuse'), ...notActing }),
  z.strictObject({ ...done, act: z.literal('stand-down'), ...notActing }),
  z.strictObject({ ...done, act: z.literal('confirm'), report: OpaqueId }),
  z.strictObject({ ...done, act: z.literal('declare-urgent'), basis: z.enum(URGENT_BASES), reasons: Telling, restsOn: z.array(OpaqueId) }),
  z.strictObject({ ...done, act: z.literal('take-task'), task: z.enum(URGENT_TASKS), owner: Line, done: z.enum(['yes', 'no']) }),
  z.strictObject({ ...done, act: z.literal('record-entry'), at: InstantText, says: Telling }),
])
export type PlanAct = z.infer<typeof PlanActShape>
