import { z } from 'zod'
import { DANGERS, JUDGEMENTS, REACHES } from '../../core/need-to-know/need-facts.ts'
import { Answered, NamesShape, NotedShape, OpaqueId, Telling, Version } from './asking.ts'

const done = { id: OpaqueId.meta({ description: 'Drawn by whoever asks; the same act sent twice is kept once' }) }

/** What `POST /api/need/:kind/:id/acts` takes: who needs to know a file, and the review of a broken glass. */
export const NeedActShape = z.discriminatedUnion('act', [
  z.strictObject({ ...done, act: z.literal('name'), person: OpaqueId, because: Telling }),
  z.strictObject({ ...done, act: z.literal('end'), person: OpaqueId, because: Telling }),
  z.strictObject({ ...done, act: z.literal('set-reach'), reach: z.enum(REACHES).meta({ description: 'unit: whoever in the unit that opened it works on its kind; named: only those named for it' }), because: Telling }),
])
export type NeedAct = z.infer<typeof NeedActShape>

/** What `POST /api/glasses` takes: a file that is opened for a while because somebody is in danger. */
export const GlassShape = z.strictObject({
  ...done,
  number: z.string().trim().min(1).max(60).meta({ description: 'The number of the site or the plan, such as S-12' }),
  danger: z.enum(DANGERS),
  says: Telling.meta({ description: 'Who is in danger, and of what' }),
})
export type GlassAsked = z.infer<typeof GlassShape>

/** What `POST /api/glasses/:id/review` takes. */
export const GlassReviewShape = z.strictObject({ ...done, judgement: z.enum(JUDGEMENTS), says: Telling })
export type GlassReview = z.infer<typeof GlassReviewShape>

const NamedShown = z.strictObject({ person: z.string(), because: z.string(), given: NotedShape })

/** What `GET /api/need/:kind/:id` answers: who needs to know a file, and why. */
export const NeedShown = z.strictObject({
  reach: z.enum(REACHES),
  organisation: z.string().meta({ description: 'Whose the file is' }),
  openedBy: z.string(),
  named: z.array(NamedShown),
  glasses: z.array(z.strictObject({ glass: z.string(), person: z.string(), danger: z.enum(DANGERS), says: z.string(), at: Answered, until: Answered, told: z.array(z.string()), reviewed: z.enum(JUDGEMENTS).nullable() })),
  version: Version,
  mayName: z.enum(['yes', 'no']).meta({ description: 'Whether whoever asks may say who needs to know' }),
  names: NamesShape,
})
export type NeedAnswer = z.infer<typeof NeedShown>

/** What `POST /api/glasses` answers: the file that is open now, until when, and who was told. */
export const GlassBroken = z.strictObject({ file: z.string(), until: Answered, told: z.array(z.string()), names: NamesShape })

/** What `GET /api/glasses` answers: broken glasses that nobody reviewed yet, for those who were told and those who review. */
export const GlassesShape = z.strictObject({
  glasses: z.array(z.strictObject({ glass: z.string(), file: z.string(), number: z.string(), person: z.string(), at: Answered, until: Answered })),
  names: NamesShape,
})
export type GlassesAnswer = z.infer<typeof GlassesShape>
