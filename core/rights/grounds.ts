import type { OrganisationKind } from '../kernel/organisation.ts'
import { LEGAL_BASES, LEGAL_BASIS_IDS, type LegalBasis } from '../sharing/legal-basis.ts'

/** Why a request may be answered with less than was asked. Each has its law in the policy of rights, with how sure that is. */
export const ANSWER_GROUNDS = [
  'identity-not-established', 'manifestly-unfounded', 'not-the-controller', 'found-accurate', 'protects-investigation', 'protects-proceedings',
  'protects-public-safety', 'protects-others', 'statutory-retention', 'needed-as-evidence', 'legal-claims',
] as const
export type AnswerGround = (typeof ANSWER_GROUNDS)[number]

/** On what basis an organisation holds something about a person. */
export const HOLDING_BASES: readonly HoldingBasis[] = [...LEGAL_BASIS_IDS, 'unknown']
export type HoldingBasis = LegalBasis | 'unknown'

/** The provisions behind a basis, from memory; null where nobody has said on what basis something is held. */
export const provisionBehind = (basis: HoldingBasis): string | null => LEGAL_BASES.find(({ id }) => id === basis)?.law ?? null

/** Which law on data an organisation answers under: that of law enforcement, or the general one. */
export const REGIMES = ['law-enforcement', 'general'] as const
export type Regime = (typeof REGIMES)[number]

/** Where a value of the policy of rights comes from, how sure that is, and who stands behind it since when. */
export interface RightsSigned {
  readonly source: string
  readonly sureness: 'seen' | 'seen-second-hand' | 'unverified' | 'judgement'
  readonly signedBy: string
  readonly asOf: string
}

/** A length of time as a law writes it. */
export interface AnswerTerm {
  readonly count: number
  readonly unit: 'days' | 'months'
}

/** A length of time with who stands behind it. */
export type TermSigned = RightsSigned & { readonly value: AnswerTerm }

/** A provision by regime. Null where that regime has none for it. */
export type ProvisionOf = Readonly<Record<Regime, string | null>> & Pick<RightsSigned, 'sureness'>

/** What authorities set differently about people's rights, passed in with its sources. */
export interface RightsPolicy {
  /** How long an answer may take, and how much longer where it is extended. */
  readonly terms: Readonly<Record<Regime, { readonly answer: TermSigned; readonly extension: TermSigned }>>
  readonly regimes: RightsSigned & { readonly value: Readonly<Record<OrganisationKind, Regime>> }
  readonly grounds: Readonly<Record<AnswerGround, ProvisionOf>>
  /** How those who looked are told to the person: by what they are, or by name. */
  readonly lookersTold: RightsSigned & { readonly value: 'role-and-organisation' | 'name' }
}
