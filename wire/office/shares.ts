import { z } from 'zod'
import { PERMITTED_ACTIONS, SHARING_LABELS } from '../../core/intelligence/handling.ts'
import { SOURCE_KINDS } from '../../core/intelligence/report.ts'
import { PERSON_CATEGORIES } from '../../core/intelligence/site-facts.ts'
import { ORGANISATION_KINDS } from '../../core/kernel/organisation.ts'
import { KIND_GRAINS, TIME_GRAINS } from '../../core/sharing/coarsen.ts'
import { EXPOSURES } from '../../core/sharing/exposure.ts'
import { LEGAL_BASIS_IDS } from '../../core/sharing/legal-basis.ts'
import { ASKED_ACTS, SHARE_CONTENTS } from '../../core/sharing/receiving.ts'
import { RECALL_GROUNDS, RECALL_OUTCOMES, SHARE_AUDIENCES } from '../../core/sharing/share-facts.ts'
import { Answered, NamesShape, NotedShape, Version } from './asking.ts'

export const BasisShape = z.enum(LEGAL_BASIS_IDS as [string, ...string[]])
export const GrainShape = z.strictObject({ kind: z.enum(KIND_GRAINS), time: z.enum(TIME_GRAINS) })
const Ids = z.array(z.string())

/** A fact that may give somebody away, with what might be done about it. */
export const FindingShape = z.strictObject({
  fact: z.string(),
  exposure: z.enum(EXPOSURES),
  knownBy: Ids.meta({ description: 'Reports in which those who could have known it speak' }),
  perhapsIn: Ids.meta({ description: 'Reports of others in which the same may be found, once somebody reads them' }),
  delayUntil: Answered.nullable().meta({ description: 'From when somebody else could have known it too; null where nobody could' }),
  coarser: GrainShape.meta({ description: 'How coarsely to tell of it, so that whoever told it is one of several' }),
})

/** What `POST /api/sites/:id/exposure` answers: the findings, and the narrowest label of everything the facts rest on. */
export const ExposureShape = z.strictObject({ findings: z.array(FindingShape), sharing: z.enum(SHARING_LABELS), knownAt: Answered })
export type ExposureAnswered = z.infer<typeof ExposureShape>

const row = {
  id: z.string(),
  file: z.string().meta({ description: 'The file it was passed on from' }),
  to: z.strictObject({ id: z.string(), name: z.string() }),
  named: Ids,
  content: z.enum(SHARE_CONTENTS),
  asks: z.enum(ASKED_ACTS),
  bases: Ids,
  controllers: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  preparedAt: Answered,
  preparedBy: z.string(),
  releasedAt: Answered.nullable(),
  releasedBy: z.string().nullable(),
  awaitsReview: z.enum(['yes', 'no']).meta({ description: 'It left at once, and nobody has looked at it since' }),
  told: Ids,
  acknowledgedAt: Answered.nullable(),
  recalledAt: Answered.nullable(),
  recallGround: z.enum(RECALL_GROUNDS).nullable(),
  recallOutcome: z.enum(RECALL_OUTCOMES).nullable(),
  returnBy: Answered.nullable(),
}

/** One page of the log of what left, what changed last first. */
export const SharesShape = z.strictObject({ shares: z.array(z.strictObject(row)), next: z.string().nullable(), count: z.int().min(0), names: NamesShape })
export type SharesAnswer = z.infer<typeof SharesShape>

const fact = { id: z.string(), says: z.string(), about: z.enum(PERSON_CATEGORIES), restsOn: Ids, tells: GrainShape, controller: z.string(), basis: BasisShape }
const Told = z.strictObject({ from: Answered, until: Answered })

/** A fact as it left. */
const LeftFactShape = z.strictObject({ says: z.string(), about: z.enum(PERSON_CATEGORIES), from: z.enum([...SOURCE_KINDS, 'person-with-access', 'person-outside']).nullable(), seen: Told.nullable() })

const Handled = z.strictObject({ sharing: z.enum(SHARING_LABELS), action: z.enum(PERMITTED_ACTIONS) })

/** Something passed on, as those who pass it on see it. */
export const ShareShown = z.strictObject({
  ...row,
  audience: z.enum(SHARE_AUDIENCES),
  marking: Handled,
  purpose: z.string(),
  conditions: z.string(),
  inWriting: z.enum(['yes', 'no', 'unknown']),
  draft: z
    .strictObject({ says: z.string(), facts: z.array(z.strictObject(fact)), by: z.string(), answers: z.array(z.strictObject({ fact: z.string(), exposure: z.enum(EXPOSURES), how: z.string(), by: z.string() })) })
    .nullable()
    .meta({ description: 'What waits to be let go; null where the last version has left' }),
  findings: z.array(FindingShape).nullable().meta({ description: 'What the check finds and nobody has answered; null where the file is not open to whoever asks' }),
  inTheWay: Ids.nullable().meta({ description: 'What keeps whoever asks from letting it go; null where the file is not open to them' }),
  toCorrect: z.strictObject({ says: z.string(), facts: z.array(z.strictObject(fact)) }).nullable().meta({ description: 'What the last version was made of, for whoever corrects it; null where another waits or it was called back' }),
  editions: z.array(z.strictObject({ says: z.string(), facts: z.array(LeftFactShape), noted: NotedShape, atOnce: z.strictObject({ because: z.string(), told: Ids, passedOver: Ids }).nullable() })),
  reviewed: z.strictObject({ says: z.string(), noted: NotedShape }).nullable(),
  recalled: z.strictObject({ ground: z.enum(RECALL_GROUNDS), says: z.string(), noted: NotedShape }).nullable(),
  recallAnswered: z.strictObject({ outcome: z.enum(RECALL_OUTCOMES), because: z.string(), noted: NotedShape }).nullable(),
  version: Version,
  names: NamesShape,
})
export type ShareAnswer = z.infer<typeof ShareShown>

const incoming = {
  id: z.string(),
  from: z.string().meta({ description: 'The organisation that passed it on, by name' }),
  content: z.enum(SHARE_CONTENTS),
  asks: z.enum(ASKED_ACTS),
  releasedAt: Answered,
  edition: z.int().min(1),
  acknowledged: z.enum(['yes', 'no']),
  recalledAt: Answered.nullable(),
  recallAnswered: z.enum(RECALL_OUTCOMES).nullable(),
  returnBy: Answered.nullable(),
}

/** What was passed to the organisation of whoever asks, the last first. */
export const SharedWithUsShape = z.strictObject({ shares: z.array(z.strictObject(incoming)), next: z.string().nullable(), count: z.int().min(0) })
export type SharedWithUsAnswer = z.infer<typeof SharedWithUsShape>

/**
 * Something passed on, as those who received it read it: the version that was let go, and nothing that leads back into the file.
 *
 * Once it is called back there are no words in it any more.
 */
export const ReceivedShown = z.strictObject({
  ...incoming,
  marking: Handled,
  words: z
    .strictObject({
      says: z.string(), purpose: z.string(), conditions: z.string(),
      facts: z.array(z.strictObject({ ...LeftFactShape.shape, basis: BasisShape, controller: z.enum(['sender', 'yourselves', 'another']).meta({ description: 'Who answers for the data' }) })),
    })
    .nullable()
    .meta({ description: 'Null once it is called back' }),
  recallGround: z.enum(RECALL_GROUNDS).nullable(),
})
export type ReceivedAnswer = z.infer<typeof ReceivedShown>

/** To whom something can be passed on: other organisations that work here, with their people. */
export const ReceiversShape = z.strictObject({
  own: z.strictObject({ id: z.string(), kind: z.enum(ORGANISATION_KINDS), name: z.string() }),
  organisations: z.array(z.strictObject({ id: z.string(), kind: z.enum(ORGANISATION_KINDS), name: z.string(), people: z.array(z.strictObject({ id: z.string(), name: z.string() })) })),
})
export type ReceiversAnswer = z.infer<typeof ReceiversShape>
