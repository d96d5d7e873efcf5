import { z } from 'zod'
import { SUPPORT_STANDINGS, type ElementSupport } from '../core/law/element-matrix.ts'
import { ELEMENTS, EXPLOITATION_FORMS, OFFENCE_KINDS, type EnteredOffence } from '../core/law/offence.ts'
import type { Sent } from './api.ts'
import { EnteredOffenceShape } from './law.ts'
import { CorroborationShape, InstrumentShape, NonPunishmentShape, OffenceShape } from './law-shapes.ts'

const Text = z.string().trim().min(1)

/** One element's support, as an operation file says it. */
const SupportShape = z.strictObject({
  id: Text,
  element: z.enum(ELEMENTS),
  standing: z.enum(SUPPORT_STANDINGS),
  says: Text,
  restsOn: z.array(Text).prefault([]).meta({ description: 'Ids of entries; support that is held and names none counts for nothing' }),
})

/** What is asked of one offence: an entry of `offences` of an operation file, as it stands there. */
export interface LawQuestion {
  readonly offence: string | EnteredOffence
  readonly presumedChild: 'yes' | 'no'
  readonly silence: 'nothing' | 'unknown'
  readonly support: readonly ElementSupport[]
}

export const lawQuestionShape = (offenceIds: ReadonlySet<string>): z.ZodType<LawQuestion> =>
  z.strictObject({
    id: Text.optional().meta({ description: 'Read and left alone, so that an entry of an operation file can be sent as it stands' }),
    offence: z
      .union([Text.refine((id) => offenceIds.has(id), 'is not in the catalogue of law; GET /api/law lists it, or enter the offence in full, signed by a prosecutor'), EnteredOffenceShape])
      .meta({ description: 'The id of an offence of the catalogue, or an offence a unit enters, signed by a prosecutor' }),
    presumedChild: z.enum(['yes', 'no']).prefault('no').meta({ description: 'Whether the person it was done to is presumed a child' }),
    silence: z.enum(['nothing', 'unknown']).prefault('nothing').meta({ description: 'What it means that nothing is said of an element: nothing on a plan, unknown of a past operation' }),
    support: z.array(SupportShape).prefault([]),
  })

/** Which part of the catalogue: all of it, or one jurisdiction that it knows. */
export const lawQueryShape = (jurisdictions: readonly string[]) =>
  z.strictObject({ jurisdiction: z.enum(jurisdictions).optional().meta({ description: 'Only the offences of this jurisdiction and the rules beside them (ISO 3166-1, two letters)' }) })

/** The catalogue of law, or one jurisdiction of it. Instruments and corroboration belong to all. */
export const LawShape = z.strictObject({
  offences: z.array(OffenceShape),
  instruments: z.array(InstrumentShape),
  nonPunishment: z.array(NonPunishmentShape),
  corroboration: z.array(CorroborationShape),
})

export type LawSent = Sent<typeof LawShape>

const supports = z.array(SupportShape)
const ElementId = z.enum(ELEMENTS)

/** One offence, element by element, with where it departs from Palermo and what must still be found. */
export const ElementsShape = z.strictObject({
  offence: z.strictObject({ id: z.string(), jurisdiction: z.string(), section: z.string(), label: z.string(), kind: z.enum(OFFENCE_KINDS) }),
  elements: z.array(
    z.strictObject({
      element: ElementId,
      required: z.boolean(),
      state: z.enum([...SUPPORT_STANDINGS, 'not-required']),
      held: supports,
      atScene: supports,
      bare: supports.meta({ description: 'Said to be held and resting on no entry; counts for nothing' }),
    }),
  ),
  gaps: z
    .array(z.strictObject({ code: z.string(), article: z.string(), direction: z.enum(['narrower', 'wider', 'other', 'unknown']), says: z.string(), forms: z.array(z.enum(EXPLOITATION_FORMS)) }))
    .meta({ description: 'Where the offence departs from article 3 of the Palermo Protocol' }),
  searchCard: z
    .array(
      z.strictObject({
        element: ElementId,
        state: z.enum(['at-scene', 'nothing', 'unknown']),
        lawNames: z.array(z.string()),
        planned: supports,
        lookFor: z.array(z.string()),
        ask: z.array(z.string()),
        from: z.array(z.string()),
      }),
    )
    .meta({ description: 'What must still be found at the scene. Nothing on it is to be asked of a person who may be a victim' }),
  nonPunishment: z.array(NonPunishmentShape).meta({ description: 'The rules that spare victims punishment, to be read beside a charge' }),
  unverified: z.array(z.enum(['elements', 'penalty', 'inForce'])).meta({ description: 'Parts of the law that nobody here has read in its text' }),
})

export type ElementsSent = Sent<typeof ElementsShape>
