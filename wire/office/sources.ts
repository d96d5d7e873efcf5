import { z } from 'zod'
import { UNDER_CONTROL } from '../../core/intelligence/collection.ts'
import { SOURCE_KINDS, type WeighingKind } from '../../core/intelligence/report.ts'
import { OUTCOMES, RISKS } from '../../core/intelligence/source-facts.ts'
import { InstantText } from '../instants.ts'
import { Answered, Line, NamesShape, NotedShape, OpaqueId, Telling, Version } from './asking.ts'

const WEIGHING = SOURCE_KINDS.filter((kind): kind is WeighingKind => kind !== 'assumption')

const done = { id: OpaqueId.meta({ description: 'Drawn by whoever asks; the same act sent twice is kept once' }), occurredAt: InstantText.optional() }

const charge = {
  handler: OpaqueId.meta({ description: 'The colleague who answers for them day by day' }),
  controller: OpaqueId.meta({ description: 'The colleague who oversees that; another than the handler' }),
}
const standing = {
  protected: z.enum(['yes', 'no']).meta({ description: 'Whether they are protected from those they tell of' }),
  underControl: z.enum(UNDER_CONTROL).meta({ description: 'Whether somebody controls them; only somebody whom nobody controls can be asked to look' }),
}

/** What `POST /api/sources` takes. The name they go by is drawn by the server. */
export const SourceRegisteredShape = z.strictObject({ ...done, kind: z.enum(WEIGHING), ...standing, ...charge })
export type SourceRegistered = z.infer<typeof SourceRegisteredShape>

/** Everything that can be recorded of a source, by its `act`. `give-charge` carries the version it was decided on in If-Match. */
export const SourceActShape = z.discriminatedUnion('act', [
  z.strictObject({ ...done, act: z.literal('identify'), identity: z.strictObject({ name: Line, contact: Line.optional(), says: Telling.optional() }) }),
  z.strictObject({ ...done, act: z.literal('give-charge'), ...charge, because: Telling }),
  z.strictObject({ ...done, act: z.literal('note-standing'), ...standing, because: Telling }),
  z.strictObject({ ...done, act: z.literal('note-risk'), risk: z.enum(RISKS), says: Telling }),
  z.strictObject({ ...done, act: z.literal('record-contact'), at: InstantText, says: Telling }),
  z.strictObject({ ...done, act: z.literal('judge-outcome'), report: OpaqueId, outcome: z.enum(OUTCOMES), because: Telling }),
])
export type SourceAct = z.infer<typeof SourceActShape>

const Counted = z.int().min(0)

const shown = {
  id: z.string(),
  codeName: z.string(),
  kind: z.enum(WEIGHING),
  protected: z.enum(['yes', 'no']),
  underControl: z.enum(UNDER_CONTROL),
  risk: z.enum(RISKS),
  handler: z.string(),
  controller: z.string(),
  record: z.strictObject({ hits: Counted, misses: Counted }).nullable().meta({ description: 'Null of kinds of which no record is kept, such as people who were held' }),
  version: Version,
  lastAt: Answered,
}

/** One page of the register, what changed last first. Who a source is stands in none of it. */
export const SourcesShape = z.strictObject({ sources: z.array(z.strictObject(shown)), next: z.string().nullable(), count: z.int().min(0), names: NamesShape })
export type SourcesAnswer = z.infer<typeof SourcesShape>

/** One source, with what was recorded of them. */
export const SourceShown = z.strictObject({
  ...shown,
  registered: NotedShape,
  identity: z
    .strictObject({ name: z.string(), contact: z.string().nullable(), says: z.string().nullable() })
    .nullable()
    .meta({ description: 'Who they are: for their handler and their controller, and for nobody else' }),
  identityIs: z.enum(['open', 'not-for-you', 'not-recorded', 'forgotten', 'missing']),
  contacts: z.array(z.strictObject({ at: Answered, with: z.string(), says: z.string() })),
  outcomes: z.array(z.strictObject({ report: z.string(), outcome: z.enum(OUTCOMES) })),
  tasks: z.array(z.string()),
  names: NamesShape,
})
export type SourceAnswer = z.infer<typeof SourceShown>
