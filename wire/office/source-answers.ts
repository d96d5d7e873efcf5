import { z } from 'zod'
import { UNDER_CONTROL } from '../../core/intelligence/collection.ts'
import { KIN_AMONG_THEM, OUTCOMES, SOURCE_AGES, SOURCE_ENDINGS, SOURCE_USES } from '../../core/intelligence/source-facts.ts'
import { BENEFITS, CONTACT_WAYS, RISKS } from '../../core/intelligence/source-handling.ts'
import { SOURCE_SIGHTS } from '../../core/intelligence/source-sight.ts'
import { UseTermsShape } from '../source-terms.ts'
import { Answered, NamesShape, NotedShape, Version } from './asking.ts'
import { MoneyShape } from './money.ts'
import { WEIGHING } from './sources.ts'

const Counted = z.int().min(0)

const shown = {
  id: z.string(),
  sight: z.enum(SOURCE_SIGHTS).meta({ description: 'How much of this source is for whoever asks. Veiled: there is one, and who answers for them; everything else is null' }),
  codeName: z.string().nullable(),
  kind: z.enum(WEIGHING).nullable(),
  protected: z.enum(['yes', 'no']),
  underControl: z.enum(UNDER_CONTROL).nullable(),
  mayBeTasked: z.enum(['yes', 'no']).nullable(),
  risk: z.enum(RISKS).nullable(),
  handler: z.string(),
  controller: z.string(),
  record: z.strictObject({ hits: Counted, misses: Counted }).nullable().meta({ description: 'Null of kinds of which no record is kept, such as people who were held' }),
  ended: z.enum(SOURCE_ENDINGS).nullable(),
  version: Version.nullable().meta({ description: 'Null of somebody who is veiled, as is when something was recorded last' }),
  lastAt: Answered.nullable(),
}

/** One page of the register, whoever was registered last first. Who a source is stands in none of it. */
export const SourcesShape = z.strictObject({ sources: z.array(z.strictObject(shown)), next: z.string().nullable(), count: z.int().min(0), names: NamesShape })
export type SourcesAnswer = z.infer<typeof SourcesShape>

const noted = { noted: NotedShape }
const Words = z.string()

/** What passed between a source and those who answer for them, newest first: for these, and whoever reviews it. */
const HandlingShape = z.strictObject({
  recruited: z.array(z.strictObject({ at: Answered, by: z.string(), says: Words, ...noted })),
  authorities: z.array(z.strictObject({ authority: Words, knownThereAs: Words, ...noted })),
  welfare: z.array(z.strictObject({ says: Words, done: Words, ...noted })),
  contacts: z.array(z.strictObject({ at: Answered, with: z.string(), how: z.enum(CONTACT_WAYS), where: Words.nullable(), says: Words, nextBy: Answered.nullable(), ...noted })),
  information: z.array(z.strictObject({ report: z.string().nullable(), says: Words, passedOn: Words.nullable(), ...noted })),
  benefits: z.array(z.strictObject({ at: Answered, what: z.enum(BENEFITS), money: MoneyShape.nullable(), decidedBy: z.string(), because: Words, ...noted })),
})

export const USE_STANDINGS = ['in-force', 'not-yet', 'run-out', 'review-overdue', 'cancelled', 'authoriser-answers-for-them'] as const

/** One source, with what was recorded of them, as far as it is for whoever asks. Words that are not are blank, and lists null. */
export const SourceShown = z.strictObject({
  ...shown,
  registered: NotedShape,
  age: z.enum(SOURCE_AGES).nullable(),
  kin: z.enum(KIN_AMONG_THEM).nullable(),
  whyNotTasked: z.string().nullable().meta({ description: 'The code of what stands in the way of asking them to look; null where nothing does' }),
  identity: z
    .strictObject({ name: z.string(), goesBy: z.string().nullable(), contact: z.string().nullable(), says: z.string().nullable() })
    .nullable()
    .meta({ description: 'Who they are: for their handler and their controller, and for nobody else' }),
  identityIs: z.enum(['open', 'not-for-you', 'not-recorded', 'forgotten', 'missing']),
  charges: z.array(z.strictObject({ handler: z.string(), controller: z.string(), because: Words, from: Answered, until: Answered.nullable() })).meta({ description: 'Who answered for them, and for how long' }),
  uses: z.array(z.strictObject({ use: z.enum(SOURCE_USES), by: z.string(), from: Answered, until: Answered, reviewBy: Answered.nullable(), conduct: Words, because: Words, standing: z.enum(USE_STANDINGS) })),
  risks: z.array(z.strictObject({ risk: z.enum(RISKS), says: Words, reviewBy: Answered.nullable(), ...noted })),
  outcomes: z.array(z.strictObject({ report: z.string(), outcome: z.enum(OUTCOMES) })),
  tasks: z.array(z.strictObject({ task: z.string(), site: z.string(), says: Words, ...noted })),
  handling: HandlingShape.nullable(),
  terms: UseTermsShape,
  names: NamesShape,
})
export type SourceAnswer = z.infer<typeof SourceShown>
