import type { Instant } from '../../core/kernel/instant.ts'
import type { Catalogue } from '../catalogue.ts'
import { openChanges, type Changes } from '../events/changes.ts'
import { progressBoard, type ProgressBoard } from '../events/progress.ts'
import type { Office } from '../office.ts'
import { openReckoner, type Reckoner } from '../reckoning/reckoner.ts'
import { policyInForce, type PolicyInForce } from './policy-in-force.ts'

/** What the routes of the case system work with: the office, the law and the policy, the boards that live, and whoever keeps their numbers fresh. */
export interface CaseDesk extends Office {
  readonly catalogue: Catalogue
  readonly policy: (knownAt?: Instant) => Promise<PolicyInForce>
  readonly changes: Changes
  readonly progress: ProgressBoard
  readonly reckoner: Reckoner
  /** Stops what runs in the background. The stores stay open. */
  readonly rest: () => Promise<void>
}

/** Opens the case system over an office. Nothing runs in the background until somebody asks for it or something is recorded. */
export function openCaseDesk(office: Office, catalogue: Catalogue): CaseDesk {
  const policy = (knownAt?: Instant): Promise<PolicyInForce> => policyInForce(office, catalogue, knownAt)
  const changes = openChanges(office.cases.entries)
  const reckoner = openReckoner({ ...office, policy })
  const rest = async (): Promise<void> => {
    changes.rest()
    await reckoner.rest()
  }
  return { ...office, catalogue, policy, changes, progress: progressBoard(), reckoner, rest }
}
