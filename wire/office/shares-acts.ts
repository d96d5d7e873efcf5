import { z } from 'zod'
import { PERMITTED_ACTIONS, SHARING_LABELS } from '../../core/intelligence/handling.ts'
import { PERSON_CATEGORIES } from '../../core/intelligence/site-facts.ts'
import { EXPOSURES } from '../../core/sharing/exposure.ts'
import { ASKED_ACTS, SHARE_CONTENTS } from '../../core/sharing/receiving.ts'
import { RECALL_GROUNDS, RECALL_OUTCOMES, RISK_GROUNDS, SHARE_AUDIENCES } from '../../core/sharing/share-facts.ts'
import { InstantText } from '../instants.ts'
import { OpaqueId, Telling } from './asking.ts'
import { PageQueryShape } from './listing.ts'
import { BasisShape, GrainShape } from './shares.ts'

const MOST_FACTS = 100
const done = { id: OpaqueId.meta({ description: 'Drawn by whoever asks; the same act sent twice is kept once' }), occurredAt: InstantText.optional() }
const RestsOn = z.array(OpaqueId).max(MOST_FACTS)

/** A fact that is to be passed on. */
const FactShape = z.strictObject({
  id: OpaqueId,
  says: Telling.meta({ description: 'What it means, never in the words of whoever told it' }),
  about: z.enum(PERSON_CATEGORIES),
  restsOn: RestsOn.meta({ description: 'The reports that carry it' }),
  tells: GrainShape,
  controller: z.string().max(80).meta({ description: 'The organisation that answers for the data' }),
  basis: BasisShape,
})
const Passed = z.strictObject({ says: Telling, facts: z.array(FactShape).max(MOST_FACTS) })

/** What `POST /api/sites/:id/exposure` takes: facts somebody means to pass on. Nothing is kept. */
export const ExposureAskedShape = z.strictObject({ facts: z.array(z.strictObject({ id: OpaqueId, restsOn: RestsOn })).max(MOST_FACTS) })

export type ExposureAsked = z.infer<typeof ExposureAskedShape>

/** What the address of `GET /api/shares` may ask. */
export const SharesQueryShape = z.strictObject({ ...PageQueryShape.shape, site: OpaqueId.optional() })

/** What `POST /api/shares` takes. */
export const SharePreparedShape = z.strictObject({
  ...done,
  site: OpaqueId,
  to: z.strictObject({ organisation: z.string().max(80), audience: z.enum(SHARE_AUDIENCES), named: z.array(OpaqueId).max(MOST_FACTS) }),
  content: z.enum(SHARE_CONTENTS),
  asks: z.enum(ASKED_ACTS),
  marking: z.strictObject({ sharing: z.enum(SHARING_LABELS), action: z.enum(PERMITTED_ACTIONS) }),
  passed: Passed,
  purpose: Telling,
  conditions: Telling,
  inWriting: z.enum(['yes', 'no', 'unknown']).meta({ description: 'Whether consent, purpose and safeguards stand in writing' }),
  returnBy: InstantText.optional(),
})
export type SharePreparedSent = z.infer<typeof SharePreparedShape>

const finding = { fact: OpaqueId, exposure: z.enum(EXPOSURES) }
const AnswerShape = z.discriminatedUnion('how', [
  z.strictObject({ ...finding, how: z.literal('other-provenance'), restsOn: RestsOn.min(1) }),
  z.strictObject({ ...finding, how: z.literal('delayed'), until: InstantText }),
  z.strictObject({ ...finding, how: z.literal('coarsened'), tells: GrainShape, says: Telling }),
  z.strictObject({ ...finding, how: z.literal('left-out') }),
  z.strictObject({ ...finding, how: z.literal('risk-accepted'), ground: z.enum(RISK_GROUNDS), because: Telling }),
])

/** What those who pass something on can do with it, by its `act`. Each is decided on the version that was read, in If-Match. */
export const ShareActShape = z.discriminatedUnion('act', [
  z.strictObject({ ...done, act: z.literal('check'), answers: z.array(AnswerShape).min(1).max(MOST_FACTS), says: Telling.meta({ description: 'The text as it reads after that' }) }),
  z.strictObject({ ...done, act: z.literal('release') }),
  z.strictObject({ ...done, act: z.literal('release-at-once'), because: Telling, told: z.array(OpaqueId).min(2).max(MOST_FACTS) }),
  z.strictObject({ ...done, act: z.literal('review'), says: Telling }),
  z.strictObject({ ...done, act: z.literal('recall'), ground: z.enum(RECALL_GROUNDS), says: Telling }),
  z.strictObject({ ...done, act: z.literal('correct'), passed: Passed, because: Telling }),
])
export type ShareAct = z.infer<typeof ShareActShape>

/** What those who received something can do with it. Both have happened, and wait for nothing. */
export const ReceivedActShape = z.discriminatedUnion('act', [
  z.strictObject({ ...done, act: z.literal('acknowledge'), edition: z.int().min(1) }),
  z.strictObject({ ...done, act: z.literal('acknowledge-recall'), outcome: z.enum(RECALL_OUTCOMES), because: z.string().trim().max(20_000) }),
])
export type ReceivedAct = z.infer<typeof ReceivedActShape>
