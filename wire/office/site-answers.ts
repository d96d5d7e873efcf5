import { z } from 'zod'
import { TASK_ANSWERS } from '../../core/intelligence/site-facts.ts'
import { VENUES } from '../../core/intelligence/venue.ts'
import { GATES } from '../../core/certainty/gates.ts'
import { Answered, NamesShape, NotedShape, Version } from './asking.ts'

const Share = z.number().min(0).max(1)

/** The number of a site as it was last reckoned, with the instant of reckoning: what stands in clear for the boards. */
export const ReckoningShape = z.strictObject({
  reckonedAt: Answered,
  at: Answered,
  /** 0: nothing is known of the site, and no number is shown. */
  roots: z.int().min(0),
  probability: Share,
  p10: Share,
  p90: Share,
  validUntil: Answered.nullable(),
  gates: z.array(z.strictObject({ id: z.enum(GATES), state: z.enum(['open', 'closed', 'unknown']) })),
})

/** One site in the list of all: only what stands in clear. */
export const SiteRowShape = z.strictObject({
  id: z.string(),
  number: z.string(),
  jurisdiction: z.string(),
  venue: z.enum(VENUES),
  openedAt: Answered,
  lastAt: Answered,
  version: Version,
  reports: z.int().min(0),
  openTasks: z.int().min(0),
  leadsDue: z.int().min(0),
  plans: z.array(z.strictObject({ id: z.string(), number: z.string(), at: Answered })),
  reckoning: ReckoningShape.nullable(),
})
export const SitesShape = z.strictObject({ sites: z.array(SiteRowShape), next: z.string().nullable(), count: z.int().min(0) })

const noted = { noted: NotedShape }

/**
 * One site, opened for somebody who may look.
 *
 * `operation` is the site in the format of operations (docs/operation-format.md), as a lead on which nobody has acted yet,
 * so that whoever reads it computes certainty with the same functions as the server.
 */
export const SiteShape = z.strictObject({
  id: z.string(),
  number: z.string(),
  jurisdiction: z.string(),
  venue: z.enum(VENUES),
  name: z.string(),
  whereabouts: z.string(),
  map: z.strictObject({ latitude: z.number(), longitude: z.number(), says: z.string() }).nullable(),
  version: Version,
  /** The instant as known at which this was folded. */
  knownAt: Answered,
  operation: z.record(z.string(), z.unknown()),
  /** By the id of each report: what stands beside it that an operation file does not say. */
  reports: z.array(
    z.strictObject({
      id: z.string(),
      ...noted,
      assessment: z.string().nullable(),
      speaksOf: z.array(z.string()),
      suspicion: z.string().nullable(),
      answers: z.unknown(),
      gradings: z.array(z.strictObject({ ...noted, grading: z.unknown(), because: z.string().nullable() })),
      independentBecause: z.string().nullable(),
      reviewBy: Answered,
      /** Words whose key was destroyed are forgotten; nothing else of the report is shown then. */
      words: z.enum(['open', 'not-for-you', 'forgotten', 'missing']),
    }),
  ),
  rooms: z.array(z.strictObject({ id: z.string(), name: z.string(), floor: z.string(), says: z.string(), ...noted })),
  attempts: z.array(z.strictObject({ id: z.string(), ...noted })),
  shocks: z.array(z.strictObject({ id: z.string(), at: Answered, kind: z.string(), says: z.string(), ...noted })),
  alternatives: z.array(z.strictObject({ says: z.string(), ...noted })),
  dissents: z.array(z.strictObject({ id: z.string(), about: z.string(), says: z.string(), ...noted })),
  tasks: z.array(
    z.strictObject({
      id: z.string(), question: z.string().nullable().meta({ description: 'Null, like everything else that would say who was sent, where a protected source was and whoever asks does not answer for them' }),
      kind: z.string().nullable(), source: z.string().nullable(), owner: z.string(), due: Answered,
      before: Share.nullable(), yes: Share.nullable(), no: Share.nullable(), ...noted,
      answered: z.strictObject({ answer: z.enum(TASK_ANSWERS), report: z.string().nullable(), says: z.string().nullable(), ...noted }).nullable(),
    }),
  ),
  /** Every report that somebody owes an answer to: from whoever saw, or speaks for one who did. */
  leads: z.array(
    z.strictObject({
      report: z.string(),
      owner: z.string().nullable(),
      verifyBy: Answered.nullable(),
      reviewBy: Answered.nullable(),
      closed: z.strictObject({ because: z.string(), attempt: z.string(), ...noted }).nullable(),
    }),
  ),
  concerns: z.array(z.strictObject({ code: z.string(), says: z.string(), restsOn: z.array(z.string()) })),
  plans: z.array(z.strictObject({ id: z.string(), number: z.string(), at: Answered })),
  names: NamesShape,
})
export type SiteAnswer = z.infer<typeof SiteShape>

/** What happened, line by line, newest last. */
export const TimelineShape = z.strictObject({
  entries: z.array(z.strictObject({ ...NotedShape.shape, type: z.string(), about: z.string().nullable(), says: z.string().nullable() })),
  names: NamesShape,
})

/** Each row of a table of reports: read, or what is wrong with it and where. */
export const ImportShape = z.strictObject({
  rows: z.array(z.strictObject({ row: z.int().min(1), report: z.string().nullable(), problems: z.array(z.strictObject({ column: z.string(), problem: z.string(), expected: z.string().nullable() })) })),
  kept: z.int().min(0),
  preview: z.enum(['yes', 'no']),
})
export type Imported = z.infer<typeof ImportShape>
