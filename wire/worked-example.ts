import { z } from 'zod'
import { DAY_MS, instant, isoOf, type Instant } from '../core/kernel/instant.ts'
import { PLAN_PARTS, type PlanPart } from '../core/planning/plan-facts.ts'
import { ROLES } from '../core/kernel/access.ts'

/** A time by the day of entry: two in the morning five days before it, in UTC. */
const TIME = /^@(-?\d+)d ([01]\d|2[0-3]):([0-5]\d)$/
const Time = z.string().regex(TIME, 'not a time by the day of entry, such as "@-5d 02:00"')
const Name = z.string().min(1)
const Body = z.record(z.string(), z.unknown())

const step = { at: Time, who: Name, tells: z.string().min(1), only: z.literal('story').optional() }

const StepShape = z.union([
  z.strictObject({ ...step, opens: z.looseObject({ site: Name }) }),
  z.strictObject({ ...step, plans: z.looseObject({ plan: Name, site: Name }) }),
  z.strictObject({ ...step, site: Name, act: Body }),
  z.strictObject({ ...step, plan: Name, act: Body, refused: z.string().optional().meta({ description: 'The code of the refusal that is expected' }) }),
  z.strictObject({ ...step, plan: Name, writes: Name.meta({ description: 'An operation file of examples/operations, part by part, with its times moved to this day of entry' }) }),
  z.strictObject({ ...step, plan: Name, 'writes-part': z.strictObject({ part: z.enum(PLAN_PARTS), content: z.unknown() }) }),
  z.strictObject({ ...step, plan: Name, 'looks-back': z.literal('to-the-authorisation').meta({ description: 'Nothing is done: what was known when the plan was authorised is held beside what is known now' }) }),
])

/** A case told step by step: who does what when, and what it means, by people who do not exist. */
export const WorkedExampleShape = z.strictObject({
  people: z.record(Name, z.strictObject({ name: Name, role: z.enum(ROLES) })),
  steps: z.array(StepShape).min(1),
})

export type WorkedExample = z.infer<typeof WorkedExampleShape>
export type WorkedStep = WorkedExample['steps'][number]

/** The instant a time by the day of entry stands for. `midnight` begins that day. */
export function timeOf(token: string, midnight: Instant): Instant {
  const [, day = '0', hour = '0', minute = '0'] = TIME.exec(token) ?? []
  return instant(midnight + Number(day) * DAY_MS + Number(hour) * 3_600_000 + Number(minute) * 60_000)
}

/** The same value with every time by the day of entry written out, and every name that stands for an id replaced by it. */
export function writtenOut(value: unknown, midnight: Instant, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return TIME.test(value) ? isoOf(timeOf(value, midnight)) : value
  if (Array.isArray(value)) return value.map((one) => writtenOut(one, midnight, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, field === 'owner' && typeof inner === 'string' ? (ids.get(inner) ?? inner) : writtenOut(inner, midnight, ids)]),
  )
}

const FULL_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/

/** The same value with every instant moved by as many milliseconds. */
function moved(value: unknown, by: number): unknown {
  if (typeof value === 'string') return FULL_INSTANT.test(value) ? isoOf(instant(Date.parse(value) + by)) : value
  if (Array.isArray(value)) return value.map((one) => moved(one, by))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, moved(inner, by)]))
}

/** What an operation file says of each part of a plan, with its times moved so that its hour of entry is `hour`. */
export function partsOfFile(file: Readonly<Record<string, unknown>>, hour: Instant): readonly { readonly part: PlanPart; readonly content: unknown }[] {
  const whole = moved(file, hour - Date.parse(String(file['at']))) as Record<string, unknown>
  const said: Record<string, unknown> = { ...whole, ...(whole['plan'] as object), rung: { rung: whole['rung'] } }
  return PLAN_PARTS.filter((part) => part !== 'hour' && said[part] !== undefined).map((part) => ({ part, content: said[part] }))
}
