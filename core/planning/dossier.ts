import { certaintyOf, type Certainty } from '../certainty/certainty.ts'
import type { CertaintyCase } from '../certainty/certainty-case.ts'
import type { CertaintyPolicy } from '../certainty/policy.ts'
import type { Report } from '../intelligence/report.ts'
import { askedCertainty, countedFor } from './asked-certainty.ts'
import { hasInexactTimes, readAtLatest, whereBothAgree } from './inexact-times.ts'
import { groundedOffences, type GroundedOffence, type LawById } from './chosen-offence.ts'
import type { Operation, Raid } from './operation.ts'
import type { PlanningPolicy } from './policy.ts'

/** What authorities set and what the law says: everything a reading needs beside the operation. */
export interface InForce {
  readonly certainty: CertaintyPolicy
  readonly planning: PlanningPolicy
  readonly law: LawById
}

/** How certain it is, with the question as it was asked. Null where the venue is unknown. */
export interface AskedCertainty {
  readonly asked: CertaintyCase
  readonly answer: Certainty
  /** Where times are told inexactly: the answer had everything been seen as late as it can have been. */
  readonly latest: Certainty | null
}

/** An operation with what was computed of it once, for every marker and criterion to read. */
export interface Dossier<Kind extends Operation = Raid> {
  readonly operation: Kind
  readonly certainty: AskedCertainty | null
  /** What it rests on that had reached us by then. */
  readonly counted: readonly Report[]
  readonly offences: readonly GroundedOffence[] | null
  readonly inForce: InForce
}

export function certaintyFor(operation: Operation, policy: CertaintyPolicy): AskedCertainty | null {
  const asked = askedCertainty(operation, policy)
  if (!asked) return null
  const answer = certaintyOf(asked, policy)
  const askedLatest = hasInexactTimes(operation) ? askedCertainty(readAtLatest(operation), policy) : null
  const latest = askedLatest && certaintyOf(askedLatest, policy)
  return { asked, answer: latest ? whereBothAgree(answer, latest) : answer, latest }
}

export const dossierOf = (operation: Raid, inForce: InForce): Dossier => ({
  operation,
  certainty: certaintyFor(operation, inForce.certainty),
  counted: countedFor(operation),
  offences: groundedOffences(operation, inForce.law),
  inForce,
})
