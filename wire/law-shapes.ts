import { z } from 'zod'
import type { Instrument } from '../core/law/instrument.ts'
import { NON_PUNISHMENT_MODELS, type NonPunishment } from '../core/law/non-punishment.ts'
import {
  ANSWERS, ELEMENTS, EXPLOITATION_FORMS, OFFENCE_KINDS, SURENESS,
  type Offence, type OffenceDefinition, type Years,
} from '../core/law/offence.ts'
import { strictness } from '../core/law/penalties.ts'
import type { Corroboration } from '../core/law/search-card.ts'

const words = z.string().trim().min(1)
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens')
const jurisdiction = z.string().regex(/^[A-Z]{2,3}$/, 'a jurisdiction is its two letters (ISO 3166-1), or UN, COE, EU')
const answer = z.enum(ANSWERS)
const sureness = z.enum(SURENESS)
const day = z.iso.date('not a day that exists')
const form = z.enum(EXPLOITATION_FORMS)
const upToADay = z.union([day, z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)], 'not a year, a month or a day that exists')
const years = z.union([z.number().positive().max(100), z.literal('life'), z.literal('unknown')])
const elements = z.strictObject({ act: z.array(words).min(1), means: z.array(words), purpose: z.array(words) })

const provenance = { asOf: upToADay, datedBy: z.enum(['snapshot', 'publication', 'reading']), source: words }

const maximumNotBelowMinimum = ({ minYears, maxYears }: { readonly minYears: Years | null; readonly maxYears: Years }): boolean =>
  minYears === 'unknown' || maxYears === 'unknown' || strictness(minYears) <= strictness(maxYears)
const BELOW = 'the maximum is below the minimum'

/** One bracket of punishment. */
export const PenaltyShape = z
  .strictObject({
    victim: z.enum(['anyone', 'adult', 'child']),
    ages: z.strictObject({ from: z.int().min(0), below: z.int().max(120) }).refine(({ from, below }) => from < below, 'no age lies in this bracket').nullable(),
    minYears: years.nullable(),
    maxYears: years,
    text: words,
    alternativeSummary: answer,
    alternativeFine: answer,
  })
  .refine(maximumNotBelowMinimum, BELOW)

/** What raises the punishment. */
export const AggravationShape = z.strictObject({ when: words, minYears: years.nullable(), maxYears: years, text: words }).refine(maximumNotBelowMinimum, BELOW)

/** What every offence says of itself, in the catalogue or entered by a unit. */
export const DEFINITION = {
  id,
  jurisdiction,
  instrument: words,
  section: words,
  label: words,
  kind: z.enum(OFFENCE_KINDS),
  victims: z.enum(['anyone', 'adult', 'child']),
  elements,
  meansRequired: z.strictObject({ adult: answer, child: answer }),
  childAge: z.int().min(1).max(30),
  consentRelevant: answer,
  requiresMovement: answer,
  exploitation: z.union([z.array(form).min(1), z.literal('any'), z.literal('unknown')]),
}

/** The means listed and the means required must say the same thing, or an element would vanish without a word. */
export function meansAgree({ elements: { means }, meansRequired: { adult, child } }: Pick<OffenceDefinition, 'elements' | 'meansRequired'>, context: z.RefinementCtx): void {
  const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['meansRequired'], message })
  if (adult === 'no' && child === 'yes') refuse('means are asked of a child and not of an adult')
  if ((adult === 'yes' || child === 'yes') && means.length === 0) refuse('means are required and none is listed')
  if (adult === 'no' && child === 'no' && means.length > 0) refuse('means are listed and nobody is asked for them')
}

/** What a treaty asks states to punish: it sets no punishment of its own, and the row bears the treaty's name. */
const isOfATreaty = ({ jurisdiction }: { readonly jurisdiction: string }): boolean => jurisdiction === 'UN'

/** A row of the catalogue of offences. */
export const OffenceShape = z
  .strictObject({
    ...DEFINITION,
    penalties: z.array(PenaltyShape),
    aggravations: z.array(AggravationShape),
    nonPunishment: z.array(id).min(1),
    notes: z.array(words),
    inForceFrom: z.union([upToADay, z.literal('unknown')], 'not a year, a month or a day that exists, nor unknown'),
    ...provenance,
    sureness: z.strictObject({ elements: sureness, penalty: sureness, inForce: sureness }),
  })
  .superRefine(meansAgree)
  .refine((row) => isOfATreaty(row) || row.penalties.length > 0, { path: ['penalties'], message: 'the law of a state names a punishment' })
  .refine((row) => isOfATreaty(row) || row.id.startsWith(`${row.jurisdiction.toLowerCase()}-`), { path: ['id'], message: 'the id begins with another jurisdiction' }) satisfies z.ZodType<Offence>

/** A row of the rules that victims are not punished. */
export const NonPunishmentShape = z
  .strictObject({
    id, jurisdiction, title: words,
    found: z.enum(['yes', 'unknown']),
    binds: z.enum(['courts', 'states', 'unknown']),
    models: z.array(z.enum(NON_PUNISHMENT_MODELS)),
    says: words,
    ...provenance,
    sureness,
  })
  .refine(({ found, sureness: how }) => found === 'yes' || how === 'unverified', 'a rule that was not found cannot have been seen') satisfies z.ZodType<NonPunishment>

/** A row of the instruments that stand behind the offences. */
export const InstrumentShape = z.strictObject({
  id, kind: z.enum(['treaty', 'directive', 'act']), jurisdiction, title: words,
  definition: z.strictObject({ elements, meansRequiredForChild: answer, childAge: z.int().min(1), exploitation: z.array(form).min(1) }).nullable(),
  provisions: z.array(z.strictObject({ article: words, strength: z.enum(['definition', 'binding', 'to-consider', 'may']), says: words, sureness })).min(1),
  ...provenance,
}) satisfies z.ZodType<Instrument>

/** A row of what has proved an element in earlier cases. */
export const CorroborationShape = z.strictObject({
  id, elements: z.array(z.enum(ELEMENTS)).min(1), of: words, venues: z.enum(['sexual', 'labour', 'any']),
  lookFor: z.array(words).min(1), ask: z.array(words), ...provenance, sureness,
}) satisfies z.ZodType<Corroboration>
