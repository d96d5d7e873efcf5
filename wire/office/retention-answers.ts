import { z } from 'zod'
import { FORGETTING_GROUNDS, HOLD_GROUNDS } from '../../core/retention/grounds.ts'
import { FORGETTING_REACHES } from '../../core/retention/keeping-facts.ts'
import { codesOf } from '../filing/retention-filing.ts'
import { Answered, NamesShape, NotedShape, Version } from './asking.ts'

const Holder = z.string().meta({ description: 'Whose words: site/…, plan/…, source/…, report/…, person/…, share/… or request/…' })
const hold = { hold: z.string(), ground: z.enum(codesOf(HOLD_GROUNDS)), reference: z.string(), reviewBy: Answered }
const asking = { asking: z.string(), ground: z.enum(codesOf(FORGETTING_GROUNDS)), reach: z.enum(FORGETTING_REACHES), by: z.string(), at: Answered }

/** What `GET /api/keeping/{kind}/{id}` answers: how long something is kept, what holds it, and what could be forgotten. No word of what is kept. */
export const KeepingShown = z.strictObject({
  holder: Holder,
  files: z.array(z.string()).meta({ description: 'The files in which its words lie' }),
  version: Version,
  reviewBy: Answered.nullable().meta({ description: 'Null once a review has found that it may be forgotten' }),
  reviewSetBy: z.enum(['somebody', 'policy']),
  lastReview: z.strictObject({ outcome: z.enum(['keep', 'may-be-forgotten']), ground: z.string() }).nullable(),
  policy: z.strictObject({ reviewWithinYears: z.number(), source: z.string(), sureness: z.string(), askingDays: z.number() }),
  holds: z.array(z.strictObject(hold)).meta({ description: 'Holds on this' }),
  holdsElsewhere: z.array(z.strictObject({ holder: Holder, ...hold })).meta({ description: 'Holds on a file in which its words lie, or on somebody whose words lie in this file, as far as whoever asks may read where they lie' }),
  asked: z.strictObject({ ...asking, lapsesAt: Answered }).nullable(),
  reach: z
    .array(z.strictObject({ reach: z.enum(FORGETTING_REACHES), holders: z.array(z.strictObject({ holder: Holder, entries: z.int().min(0) })) }))
    .meta({ description: 'Whose words would be forgotten, and how many entries of each: of this alone, and of the whole file where it is one' }),
  forgotten: z.array(z.strictObject({ ...asking, askedBy: z.string(), holders: z.array(Holder) })),
  history: z.array(z.strictObject({ ...NotedShape.shape, type: z.string() })),
  names: NamesShape,
})
export type KeepingAnswer = z.infer<typeof KeepingShown>

/** How many lines of each kind are told; whoever has more works from the top. */
export const MOST_KEPT_LINES = 200

/** How far ahead a review is told. */
export const KEEPING_AHEAD_DAYS = 30

const line = { holder: Holder, number: z.string().nullable().meta({ description: 'The number of a file, or the drawn name of a source for those who answer for them' }) }

/** What `GET /api/keeping` answers: reviews that are due, what may be forgotten, what waits for a second person, and every hold that stands. */
export const KeepingListShape = z.strictObject({
  now: Answered,
  due: z.array(z.strictObject({ ...line, reviewBy: Answered, setBy: z.enum(['somebody', 'policy']) })).meta({ description: `Within ${KEEPING_AHEAD_DAYS} days, the earliest first` }),
  mayBeForgotten: z.array(z.strictObject(line)),
  asked: z.array(z.strictObject({ ...line, by: z.string(), at: Answered, ground: z.enum(codesOf(FORGETTING_GROUNDS)), lapsesAt: Answered })),
  holds: z.array(z.strictObject({ ...line, ...hold, by: z.string(), placedAt: Answered })).meta({ description: 'By the day on which each is looked at again' }),
  names: NamesShape,
})
export type KeepingList = z.infer<typeof KeepingListShape>
