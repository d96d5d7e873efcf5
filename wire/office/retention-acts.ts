import { z } from 'zod'
import { isOpaque } from '../../core/kernel/id.ts'
import { FORGETTING_GROUNDS, HOLD_GROUNDS, KEEP_GROUNDS, LIFT_GROUNDS, RELEASE_GROUNDS, REVIEW_GROUNDS } from '../../core/retention/grounds.ts'
import { FORGETTING_REACHES } from '../../core/retention/keeping-facts.ts'
import { codesOf } from '../filing/retention-filing.ts'
import { InstantText } from '../instants.ts'
import { OpaqueId } from './asking.ts'

const LONGEST_REFERENCE = 40

/** The number of an order or of a file. It stands in clear for good, so it has a figure in it and leaves no room for a sentence. */
const Reference = z.string().trim().min(1).max(LONGEST_REFERENCE)
  .refine((text) => isOpaque(text) && /\d/.test(text), 'the number of the order or file: letters, figures and . _ : / - with a figure among them, and no name')
  .meta({ description: 'The number of the order or file it rests on. It is never sealed: no name' })

const done = { id: OpaqueId.meta({ description: 'Drawn by whoever asks; the same act sent twice is kept once' }) }

/** Everything that can be done about how long something is kept, by its `act`. All but `place-hold` carry the version they were decided on in If-Match. */
export const KeepingActShape = z.discriminatedUnion('act', [
  z.strictObject({ ...done, act: z.literal('place-hold'), occurredAt: InstantText.optional(), ground: z.enum(codesOf(HOLD_GROUNDS)), reference: Reference, reviewBy: InstantText }),
  z.strictObject({ ...done, act: z.literal('lift-hold'), hold: OpaqueId, ground: z.enum(codesOf(LIFT_GROUNDS)) }),
  z.strictObject({ ...done, act: z.literal('set-review'), reviewBy: InstantText, ground: z.enum(codesOf(REVIEW_GROUNDS)) }),
  z.strictObject({ ...done, act: z.literal('keep'), reviewBy: InstantText, ground: z.enum(codesOf(KEEP_GROUNDS)) }),
  z.strictObject({ ...done, act: z.literal('release'), ground: z.enum(codesOf(RELEASE_GROUNDS)) }),
  z.strictObject({ ...done, act: z.literal('ask-forgetting'), reach: z.enum(FORGETTING_REACHES), ground: z.enum(codesOf(FORGETTING_GROUNDS)) }),
  z.strictObject({
    ...done, act: z.literal('second-forgetting'),
    asking: OpaqueId.meta({ description: 'The asking that is agreed to' }),
    seen: z.int().min(1).meta({ description: 'Of how many people, reports and files the one who agrees was told that it is forgotten' }),
  }),
])
export type KeepingAct = z.infer<typeof KeepingActShape>

/** What is decided on what was read. Placing a hold waits for nobody: two may stand at once. */
export const isKeepingDetermination = ({ act }: KeepingAct): boolean => act !== 'place-hold'

/** Which right an act needs on every file that it reaches. */
export const rightFor = ({ act }: KeepingAct): 'hold' | 'forget' => (act === 'ask-forgetting' || act === 'second-forgetting' ? 'forget' : 'hold')
