import type { OffenceDefinition, Provenance, Sureness } from './offence.ts'

/** Why a victim is spared punishment: forced to it, led to it by the trafficking, or presumed so for certain offences. */
export const NON_PUNISHMENT_MODELS = ['compulsion', 'causation', 'presumption'] as const
export type NonPunishmentModel = (typeof NON_PUNISHMENT_MODELS)[number]

/**
 * A rule that victims are not punished for what the trafficking made them do.
 *
 * `found` is `unknown` where no rule was looked up with success. That is never a
 * finding that there is none: a prosecutor is asked before anybody is charged.
 */
export interface NonPunishment extends Provenance {
  readonly id: string
  readonly jurisdiction: string
  readonly title: string
  readonly found: 'yes' | 'unknown'
  readonly binds: 'courts' | 'states' | 'unknown'
  readonly models: readonly NonPunishmentModel[]
  readonly says: string
  readonly sureness: Sureness
}

/** The rules to be read beside a charge in this jurisdiction, those of the courts before those that bind states. */
export function nonPunishmentBeside(
  offence: OffenceDefinition & { readonly nonPunishment?: readonly string[] },
  rules: readonly NonPunishment[],
): readonly NonPunishment[] {
  const named = offence.nonPunishment ?? []
  return rules
    .filter((rule) => named.includes(rule.id) || rule.jurisdiction === offence.jurisdiction)
    .toSorted((a, b) => Number(a.binds !== 'courts') - Number(b.binds !== 'courts'))
}
