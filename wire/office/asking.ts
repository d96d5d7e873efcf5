import { z } from 'zod'
import { isOpaque } from '../../core/kernel/id.ts'

/** An id that the browser drew; sent again after a broken connection, the same act is kept once. */
export const OpaqueId = z.string().min(8).max(64).refine(isOpaque, 'letters, figures and . _ : / - alone, so that no name stands in an id')

/** Something said at length. */
export const Telling = z.string().trim().min(1).max(20_000)
/** Something said in a line. */
export const Line = z.string().trim().min(1).max(200).refine((text) => !/\p{Cc}/u.test(text), 'one line, without control characters')

/** An instant in UTC to the millisecond, as the API answers with. */
export const Answered = z.iso.datetime({ precision: 3 })
export const Version = z.int().min(0)

/** People who act, by id, with the name each goes by here. */
export const NamesShape = z.record(z.string(), z.string())

/** What was done, by whom and when, beside everything that was recorded. */
export const NotedShape = z.strictObject({
  entry: z.string(),
  version: Version,
  by: z.string(),
  occurredAt: Answered,
  recordedAt: Answered,
  receivedAt: Answered,
})

/** An act was kept: under which version its file now stands. */
export const KeptShape = z.strictObject({ entry: z.string(), version: Version })
