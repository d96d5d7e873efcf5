import { z } from 'zod'
import { Version } from './asking.ts'

/** One message of `GET /api/events`: something was recorded, where and of which family. Its `id` is the place in the ledger. */
export const ChangeShape = z.strictObject({ stream: z.string(), version: Version, family: z.string().meta({ description: 'The first part of the type of the entry, such as report or plan' }) })

/** A message with the event `progress`: how far somebody’s table of reports has come. Only they are told. */
export const ProgressShape = z.strictObject({ doing: z.string().meta({ description: 'The id that was given to what is done' }), done: z.int().min(0), of: z.int().min(0) })
