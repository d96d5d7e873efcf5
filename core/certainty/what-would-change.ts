import type { Report, WeighingKind } from '../intelligence/report.ts'
import { instant } from '../kernel/instant.ts'
import { knownAt, type CertaintyCase } from './certainty-case.ts'
import { estimate } from './estimate.ts'
import type { CertaintyPolicy } from './policy.ts'

/** What one more report of a kind would do to the number. `no` is null where a kind cannot be sent to look. */
export interface WouldChange {
  readonly kind: WeighingKind
  readonly yes: number
  readonly no: number | null
}

/**
 * For each kind of source, the number after it says yes, and after it says no.
 *
 * Kinds without a `no` are people one waits for and never sends: nobody under a trafficker's control is tasked.
 */
export function whatWouldChange(asked: CertaintyCase, policy: CertaintyPolicy): readonly WouldChange[] {
  const observedAt = instant(Math.min(knownAt(asked), asked.at))
  const next = { id: nextId(asked), observedAt, receivedAt: observedAt }
  const after = (report: Report) => estimate({ ...asked, reports: [...asked.reports, report] }, policy).probability
  return (Object.keys(policy.kinds) as WeighingKind[]).map((kind) => {
    const { no } = policy.kinds[kind]
    return {
      kind,
      yes: after({ ...next, kind, finding: 'present' }),
      no: no ? after({ ...next, kind, finding: 'absent', ...no }) : null,
    }
  })
}

/** An id that no report has, and that comes after all of them. */
export const nextId = ({ reports }: CertaintyCase): string =>
  `${reports.map(({ id }) => id).toSorted().at(-1) ?? ''}~next`
