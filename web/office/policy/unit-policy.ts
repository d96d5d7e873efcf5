import { useMemo } from 'react'
import type { InForce } from '../../../core/planning/dossier.ts'
import { policyInForce, type PolicySigned } from '../../../core/planning/policy-facts.ts'
import type { Sent } from '../../../wire/api.ts'
import { PolicyShape } from '../../../wire/office/policy.ts'
import { IN_FORCE } from '../../reading/in-force.ts'
import { useAsked } from '../asking/use-asked.ts'
import { POLICY_PATH, POLICY_STREAM } from './policy-path.ts'

/** The policy of the unit as this page knows it. */
export interface UnitPolicy {
  /** What was in force at an instant: what had been signed by then. */
  readonly at: (instant: string) => InForce
  readonly now: InForce
  /** Until it is read, and where it cannot be, the values that come with Daylight stand in its place, and the page says so. */
  readonly standing: 'read' | 'being-read' | 'cannot-be-read'
}

/** What is in force here: the values that come with Daylight, and over them whatever the unit has signed. */
export function useUnitPolicy(): UnitPolicy {
  const { answer, waiting } = useAsked({ path: POLICY_PATH, streams: [POLICY_STREAM] }, PolicyShape)
  const inForce = useMemo(() => {
    const signings = signingsIn(answer)
    const signedBy = (instant: string): InForce => policyInForce(IN_FORCE, signings.filter(({ receivedAt }) => receivedAt <= instant).map(({ signed }) => signed))
    return { at: signedBy, now: policyInForce(IN_FORCE, signings.map(({ signed }) => signed)) }
  }, [answer])
  return { ...inForce, standing: answer ? 'read' : waiting ? 'being-read' : 'cannot-be-read' }
}

interface Signing {
  readonly version: number
  readonly receivedAt: string
  readonly signed: PolicySigned
}

const signingsIn = (answer: Sent<typeof PolicyShape> | undefined): readonly Signing[] =>
  (answer?.values ?? [])
    .flatMap(({ id, signed }) => signed.map(({ noted, ...value }): Signing => ({ version: noted.version, receivedAt: noted.receivedAt, signed: { type: 'policy/signed', id, ...value } })))
    .toSorted((a, b) => a.version - b.version)
