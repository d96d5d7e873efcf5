import { z } from 'zod'
import { GRADING_CODES, type Grading } from '../core/intelligence/grading.ts'
import { PERMITTED_ACTIONS, SHARING_LABELS, type FormHandling, type Handling } from '../core/intelligence/handling.ts'

const Words = z.string().trim().min(1).max(200)

/** The form's own words are asked for where forms are known to use the same digit for different things. */
const Label = z.strictObject({ source: Words.nullable().default(null), information: Words.nullable().default(null) })
const LabelOf5x5x5 = z.strictObject({ source: Words.nullable().default(null), information: Words })

const noLabel = () => ({ source: null, information: null })

const AdmiraltyShape = z.strictObject({
  scheme: z.literal('admiralty'),
  source: z.enum(GRADING_CODES.admiralty.source),
  information: z.enum(GRADING_CODES.admiralty.information),
  label: Label.default(noLabel),
})

const Shape3x5x2 = z.strictObject({
  scheme: z.literal('3x5x2'),
  source: z.enum(GRADING_CODES['3x5x2'].source),
  information: z.enum(GRADING_CODES['3x5x2'].information),
  label: Label.default(noLabel),
})

const Shape5x5x5 = z.strictObject({
  scheme: z.literal('5x5x5'),
  source: z.enum(GRADING_CODES['5x5x5'].source),
  information: z.enum(GRADING_CODES['5x5x5'].information),
  label: LabelOf5x5x5,
})

/** A grading as it comes in. The scheme travels with the codes; a bare `B2` is not read, since it means nothing by itself. */
export const GradingShape = z.discriminatedUnion('scheme', [AdmiraltyShape, Shape3x5x2, Shape5x5x5]) satisfies z.ZodType<Grading>

/** Version 1 of both protocols says WHITE where version 2 says CLEAR (MISP tlp v10, PAP v3). */
const READ_AS: ReadonlyMap<unknown, string> = new Map([['TLP:WHITE', 'TLP:CLEAR'], ['PAP:WHITE', 'PAP:CLEAR']])

const SharingShape = z.preprocess((label) => READ_AS.get(label) ?? label, z.enum(SHARING_LABELS))
const ActionShape = z.preprocess((label) => READ_AS.get(label) ?? label, z.enum(PERMITTED_ACTIONS))

const Handling3x5x2 = z.discriminatedUnion('code', [
  z.strictObject({ scheme: z.literal('3x5x2'), code: z.literal('P') }),
  z.strictObject({ scheme: z.literal('3x5x2'), code: z.literal('C'), conditions: z.string().trim().min(1).max(2000) }),
])

const Handling5x5x5 = z.strictObject({
  scheme: z.literal('5x5x5'),
  code: z.enum(['1', '2', '3', '4', '5']),
  label: Words,
})

const FormHandlingShape = z.discriminatedUnion('scheme', [Handling3x5x2, Handling5x5x5]) satisfies z.ZodType<FormHandling>

/** How a report is to be handled, as it comes in. */
export const HandlingShape = z.strictObject({
  sharing: SharingShape,
  action: ActionShape.exactOptional(),
  form: FormHandlingShape.exactOptional(),
}) satisfies z.ZodType<Handling>
