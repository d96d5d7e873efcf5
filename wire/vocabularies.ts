import { z } from 'zod'
import type { LikelihoodBand, LikelihoodScale } from '../core/certainty/likelihood-words.ts'
import { GRADING_CODES, type GradingScheme } from '../core/intelligence/grading.ts'
import { PERMITTED_ACTIONS, SHARING_LABELS } from '../core/intelligence/handling.ts'
import { SURENESS } from '../core/law/offence.ts'

const Words = z.string().trim().min(1)
const Sure = z.enum(SURENESS)

/** Every code of a list once and in its order, with its short label, its test where one was read, and how surely. */
const everyCode = (codes: readonly string[]) =>
  z
    .array(z.strictObject({ code: z.enum(codes), label: Words, test: Words.nullable(), sureness: Sure }))
    .readonly()
    .refine((rows) => rows.map(({ code }) => code).join() === codes.join(), `every code once, in this order: ${codes.join(', ')}`)

const provenance = { name: Words, source: Words, asOf: z.iso.date(), notes: z.array(Words).readonly() }

const grading = (scheme: GradingScheme, handling: readonly string[]) =>
  z.strictObject({
    scheme: z.literal(scheme),
    ...provenance,
    axes: z.strictObject({
      source: everyCode(GRADING_CODES[scheme].source),
      information: everyCode(GRADING_CODES[scheme].information),
    }),
    handling: everyCode(handling),
  })

/** The words of a grading scheme, for people to choose from: never the grading itself. */
export const GradingVocabulary = z.discriminatedUnion('scheme', [
  grading('admiralty', []),
  grading('3x5x2', ['P', 'C']),
  grading('5x5x5', ['1', '2', '3', '4', '5']),
])

const labels = (scheme: 'tlp' | 'pap', codes: readonly string[]) =>
  z.strictObject({ scheme: z.literal(scheme), ...provenance, codes: everyCode(codes) })

/** The words of the two protocols that say how far information goes and what may be done with it. */
export const HandlingVocabulary = z.discriminatedUnion('scheme', [labels('tlp', SHARING_LABELS), labels('pap', PERMITTED_ACTIONS)])

const Band = z.strictObject({
  word: Words,
  also: z.array(Words).readonly(),
  from: z.number().min(0).max(1),
  to: z.number().min(0).max(1),
  upper: z.enum(['included', 'excluded']),
})

/** A band ends before the next begins; where two meet, the boundary belongs to the upper one. */
const follows = (band: LikelihoodBand, next: LikelihoodBand | undefined): boolean =>
  band.from < band.to && (!next || band.to < next.from || (band.to === next.from && band.upper === 'excluded'))

/** A scale of likelihood words as its file gives it. */
export const LikelihoodVocabulary = z.strictObject({
  id: z.enum(['icd-203', 'phia-yardstick']),
  name: Words,
  source: Words,
  sureness: Sure,
  bands: z
    .array(Band)
    .min(2)
    .readonly()
    .refine((bands) => bands.every((band, at) => follows(band, bands[at + 1])), 'bands from the lowest up, none over another'),
}) satisfies z.ZodType<LikelihoodScale>
