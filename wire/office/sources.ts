import { z } from 'zod'
import { UNDER_CONTROL } from '../../core/intelligence/collection.ts'
import { SOURCE_KINDS, type WeighingKind } from '../../core/intelligence/report.ts'
import { KIN_AMONG_THEM, OUTCOMES, SOURCE_AGES, SOURCE_ENDINGS, SOURCE_USES } from '../../core/intelligence/source-facts.ts'
import { BENEFITS, CONTACT_WAYS, RISKS } from '../../core/intelligence/source-handling.ts'
import { InstantText } from '../instants.ts'
import { Line, OpaqueId, Telling } from './asking.ts'
import { MoneyShape } from './money.ts'

export const WEIGHING = SOURCE_KINDS.filter((kind): kind is WeighingKind => kind !== 'assumption')

const done = { id: OpaqueId.meta({ description: 'Drawn by whoever asks; the same act sent twice is kept once' }), occurredAt: InstantText.optional() }

const charge = {
  handler: OpaqueId.meta({ description: 'The colleague who answers for them day by day' }),
  controller: OpaqueId.meta({ description: 'The colleague who oversees that; another than the handler' }),
}
const standing = {
  protected: z.enum(['yes', 'no']).meta({ description: 'Whether they are protected from those they tell of' }),
  underControl: z.enum(UNDER_CONTROL).meta({ description: 'Whether somebody controls them; only somebody whom nobody controls can be asked to look' }),
  age: z.enum(SOURCE_AGES).optional().meta({ description: 'Left out, nothing is said of it; whoever is not known to be an adult is used on the terms for a child alone' }),
  kin: z.enum(KIN_AMONG_THEM).optional().meta({ description: 'Whether those they would tell of are their parents or bring them up' }),
}

/** What `POST /api/sources` takes. The name they go by is drawn by the server. */
export const SourceRegisteredShape = z.strictObject({ ...done, kind: z.enum(WEIGHING), ...standing, ...charge })
export type SourceRegistered = z.infer<typeof SourceRegisteredShape>

const Identity = z.strictObject({ name: Line, goesBy: Line.optional().meta({ description: 'As whom they are known where they are used' }), contact: Line.optional(), says: Telling.optional() })

/** What passes between a source and those who answer for them: told by whoever was there, and never refused. */
const handling = [
  z.strictObject({ ...done, act: z.literal('note-recruitment'), at: InstantText, by: OpaqueId, says: Telling }),
  z.strictObject({ ...done, act: z.literal('note-authority'), authority: Line, knownThereAs: Line }),
  z.strictObject({ ...done, act: z.literal('note-risk'), risk: z.enum(RISKS), says: Telling, reviewBy: InstantText.optional() }),
  z.strictObject({ ...done, act: z.literal('note-welfare'), says: Telling, done: Telling }),
  z.strictObject({
    ...done, act: z.literal('record-contact'), at: InstantText, with: OpaqueId.optional().meta({ description: 'Whoever was there of ours; left out, whoever records it' }),
    how: z.enum(CONTACT_WAYS).optional(), where: Line.optional().meta({ description: 'In general terms' }), nextBy: InstantText.optional().meta({ description: 'By when somebody is in touch again' }), says: Telling,
  }),
  z.strictObject({ ...done, act: z.literal('note-information'), report: OpaqueId.optional(), says: Telling, passedOn: Telling.optional().meta({ description: 'To whom, and in which form' }) }),
  z.strictObject({ ...done, act: z.literal('record-benefit'), at: InstantText, what: z.enum(BENEFITS), money: MoneyShape.optional(), decidedBy: OpaqueId, because: Telling }),
] as const

/**
 * Everything that can be recorded of a source, by its `act`. `give-charge`, `authorise`, `review-use` and `end` carry the version they were
 * decided on in If-Match.
 */
export const SourceActShape = z.discriminatedUnion('act', [
  z.strictObject({ ...done, act: z.literal('identify'), identity: Identity }),
  z.strictObject({ ...done, act: z.literal('give-charge'), ...charge, because: Telling }),
  z.strictObject({ ...done, act: z.literal('note-standing'), ...standing, because: Telling }),
  z.strictObject({ ...done, act: z.literal('judge-outcome'), report: OpaqueId, outcome: z.enum(OUTCOMES), because: Telling }),
  z.strictObject({
    ...done, act: z.literal('authorise'), use: z.enum(SOURCE_USES), givenAt: InstantText.optional().meta({ description: 'When a spoken word was given; what is written holds from now' }),
    until: InstantText.optional().meta({ description: 'Earlier than the whole term' }), conduct: Telling.meta({ description: 'What they may be asked to do' }), because: Telling,
    risksExplained: z.enum(['yes', 'no', 'unknown']).meta({ description: 'Whether the risks to them were considered, explained to them and understood' }),
  }),
  z.strictObject({ ...done, act: z.literal('review-use'), says: Telling }),
  z.strictObject({ ...done, act: z.literal('cancel-use'), because: Telling }),
  z.strictObject({ ...done, act: z.literal('end'), ground: z.enum(SOURCE_ENDINGS), says: Telling }),
  ...handling,
])
export type SourceAct = z.infer<typeof SourceActShape>
