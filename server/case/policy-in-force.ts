import type { Instant } from '../../core/kernel/instant.ts'
import { asKnownAt } from '../../core/kernel/noted.ts'
import type { InForce } from '../../core/planning/dossier.ts'
import { policyInForce as overlaid, type PolicySigned } from '../../core/planning/policy-facts.ts'
import type { Stored } from '../../ledger/ledger.ts'
import { POLICY_STREAM, readPolicy } from '../../wire/filing/policy-filing.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Office } from '../office.ts'

/** The policy of the unit at an instant, with every signing that led to it. */
export interface PolicyInForce {
  readonly inForce: InForce
  readonly signed: readonly (PolicySigned & { readonly entry: Stored })[]
  readonly version: number
  /** How it is named where something is decided on it. */
  readonly names: readonly string[]
}

/** Reads what was signed by then. Policy is about nobody and stands in clear, so that no leave is needed to read it. */
export async function policyInForce({ cases }: Pick<Office, 'cases'>, { inForce: begin }: Catalogue, knownAt?: Instant): Promise<PolicyInForce> {
  const held = await cases.ledger.read(POLICY_STREAM)
  const entries = knownAt === undefined ? held : asKnownAt(held, knownAt)
  const signed = entries.map((entry) => ({ ...readPolicy(entry.fact.clear), entry }))
  const inForce = overlaid(begin, signed)
  return { inForce, signed, version: held.at(-1)?.version ?? 0, names: [`certainty ${inForce.certainty.version}`, `${POLICY_STREAM} ${entries.at(-1)?.version ?? 0}`] }
}
