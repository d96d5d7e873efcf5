import { z } from 'zod'
import corroboration from '../catalogues/law/corroboration.json' with { type: 'json' }
import instruments from '../catalogues/law/instruments.json' with { type: 'json' }
import nonPunishment from '../catalogues/law/non-punishment.json' with { type: 'json' }
import africa from '../catalogues/law/offences.africa.json' with { type: 'json' }
import americas from '../catalogues/law/offences.americas.json' with { type: 'json' }
import asia from '../catalogues/law/offences.asia.json' with { type: 'json' }
import europe from '../catalogues/law/offences.europe.json' with { type: 'json' }
import international from '../catalogues/law/offences.international.json' with { type: 'json' }
import oceania from '../catalogues/law/offences.oceania.json' with { type: 'json' }
import type { LawCatalogue } from '../core/law/instrument.ts'
import { ANSWERS, type EnteredOffence } from '../core/law/offence.ts'
import {
  AggravationShape, CorroborationShape, DEFINITION, InstrumentShape, meansAgree, NonPunishmentShape, OffenceShape, PenaltyShape,
} from './law-shapes.ts'

const notSaid = z.enum(ANSWERS).prefault('unknown')

/** An offence that a unit enters itself, signed by a prosecutor. What it does not say is unknown. */
export const EnteredOffenceShape = z
  .strictObject({
    ...DEFINITION,
    victims: DEFINITION.victims.prefault('anyone'),
    consentRelevant: notSaid,
    requiresMovement: notSaid,
    exploitation: DEFINITION.exploitation.prefault('unknown'),
    penalties: z.array(PenaltyShape).prefault([]),
    aggravations: z.array(AggravationShape).prefault([]),
    signedBy: z.strictObject({ name: z.string().trim().min(1), office: z.string().trim().min(1) }).meta({ description: 'The prosecutor who signs for what the offence consists of' }),
    signedOn: z.iso.date('not a day that exists'),
  })
  .superRefine(meansAgree) satisfies z.ZodType<EnteredOffence>

/** The rows of a catalogue as they lie in its files, before anything is known of them. */
export type LawFiles = { readonly [Part in keyof LawCatalogue]: readonly unknown[] }

/** A catalogue with a row that cannot be relied on. Every bad row is named, so that all are mended at once. */
export class LawCatalogueRefused extends Error {
  override readonly name = 'LawCatalogueRefused'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`the catalogue of law is refused:\n${problems.join('\n')}`)
    this.problems = problems
  }
}

/** Reads a catalogue, and refuses all of it where one row is wrong: half a law is worse than none. */
export function readLawCatalogue(files: LawFiles): LawCatalogue {
  const problems: string[] = []
  const catalogue = {
    offences: rowsOf(OffenceShape, files.offences, problems),
    instruments: rowsOf(InstrumentShape, files.instruments, problems),
    nonPunishment: rowsOf(NonPunishmentShape, files.nonPunishment, problems),
    corroboration: rowsOf(CorroborationShape, files.corroboration, problems),
  }
  if (problems.length === 0) problems.push(...unknownRules(catalogue))
  if (problems.length > 0) throw new LawCatalogueRefused(problems)
  return catalogue
}

function rowsOf<Row extends { readonly id: string }>(schema: z.ZodType<Row>, rows: readonly unknown[], problems: string[]): readonly Row[] {
  const taken = new Set<string>()
  return rows.flatMap((row, place) => {
    const read = schema.safeParse(row)
    if (!read.success) {
      problems.push(...read.error.issues.map(({ path, message }) => `${nameOf(row, place)}: ${path.join('.')}: ${message}`))
      return []
    }
    if (taken.has(read.data.id)) problems.push(`${read.data.id}: this id stands twice`)
    taken.add(read.data.id)
    return [read.data]
  })
}

const nameOf = (row: unknown, place: number): string =>
  typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : `row ${place + 1}`

function unknownRules({ offences, nonPunishment: rules }: LawCatalogue): readonly string[] {
  const known = new Set(rules.map((rule) => rule.id))
  return offences.flatMap((offence) =>
    offence.nonPunishment.filter((rule) => !known.has(rule)).map((rule) => `${offence.id}: nonPunishment: no rule is called ${rule}`))
}

let read: LawCatalogue | undefined

/** The catalogue that comes with Daylight, read once. */
export function lawCatalogue(): LawCatalogue {
  read ??= readLawCatalogue({ offences: [...americas, ...europe, ...asia, ...africa, ...oceania, ...international], instruments, nonPunishment, corroboration })
  return read
}
