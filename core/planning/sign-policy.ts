import type { CaseRole } from '../kernel/access.ts'
import { accept, refuse, type Decision } from '../kernel/decider.ts'
import type { InForce } from './dossier.ts'
import { allowedFor, type PolicyId, type PolicySigned } from './policy-facts.ts'

export interface SignPolicy extends Omit<PolicySigned, 'type'> {
  readonly role: CaseRole
}

export type SignPolicyRefusal =
  | { readonly code: 'policy/not-an-authorising-officer' }
  | { readonly code: 'policy/out-of-range'; readonly id: PolicyId; readonly least: number; readonly most: number }
  | { readonly code: 'policy/no-such-way'; readonly id: PolicyId; readonly ways: readonly string[] }

/**
 * Signs one value of policy for the unit.
 *
 * A range leaves room for every authority that is known, and none for a gate that would stand open by itself.
 */
export function signPolicy({ role, ...signed }: SignPolicy, inForce: Pick<InForce, 'certainty'>): Decision<PolicySigned, SignPolicyRefusal> {
  if (role !== 'authorising-officer') return refuse({ code: 'policy/not-an-authorising-officer' })
  const { id, value } = signed
  const allowed = allowedFor(id)
  if ('ways' in allowed)
    return typeof value === 'string' && allowed.ways.includes(value) ? accept({ type: 'policy/signed', ...signed }) : refuse({ code: 'policy/no-such-way', id, ways: allowed.ways })
  const { least, most } = withinEachOther(id, allowed.range, inForce)
  const fits = typeof value === 'number' && value >= least && value <= most && (allowed.range.whole === 'no' || Number.isInteger(value))
  return fits ? accept({ type: 'policy/signed', ...signed }) : refuse({ code: 'policy/out-of-range', id, least, most })
}

/** Where entry intrudes less, no more can be asked of the number than where it intrudes most. */
function withinEachOther(id: PolicyId, { least, most }: { readonly least: number; readonly most: number }, { certainty: { gates } }: Pick<InForce, 'certainty'>) {
  if (id === 'gates.number') return { least: Math.max(least, gates.numberLowerIntrusion), most }
  return id === 'gates.numberLowerIntrusion' ? { least, most: Math.min(most, gates.number) } : { least, most }
}
