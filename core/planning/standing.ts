import { isFirstHand } from '../certainty/certainty-case.ts'
import type { GateId } from '../certainty/gates.ts'
import { isPresent } from '../certainty/weigh.ts'
import type { ReportId } from '../kernel/id.ts'
import { daysBetween } from '../kernel/instant.ts'
import type { WeighingKind } from '../intelligence/report.ts'
import type { Condition } from './plan-facts.ts'
import { writtenAt, type Authority, type PlanFile } from './plan-file.ts'
import type { RaidReading } from './readiness.ts'

/** Where a plan stands. Computed each time it is asked, and never stored. */
export const STANDINGS = ['draft', 'authorised', 'authorised-on-condition', 'lapsed', 'urgent', 'entered', 'refused', 'stood-down'] as const
export type PlanStanding = (typeof STANDINGS)[number]

/** Why leave that was given holds no more. */
export interface Lapse {
  readonly code: 'plan/gate-closed' | 'plan/condition-not-met' | 'plan/turned-blind'
  /** The gates that are not open; also those that a report could still open. */
  readonly gates: readonly GateId[]
}

/** What has become of leave that was given: whether it holds, on which report, and why no more. */
export interface AuthorityNow {
  readonly standing: 'authorised' | 'authorised-on-condition' | 'lapsed'
  /** The report that met the condition; null where there is none, or none has met it. */
  readonly met: ReportId | null
  readonly lapsed: Lapse | null
}

/**
 * Where a plan stands, by its reading at this instant (`atTheDoor`).
 *
 * An entry that was made was made, whatever had been decided. An urgent entry and a stand-down are both observations, and
 * the later one counts; at one instant, the stand-down. A change of the plan leaves authority on the version that was
 * authorised, and what was changed is a draft.
 */
export function standingOf(file: PlanFile, reading: RaidReading): PlanStanding {
  const { entry, notActing, urgent, authority } = file
  if (entry) return 'entered'
  const stoodDown = notActing?.act === 'plan/stood-down' ? notActing.noted : null
  if (stoodDown && !(urgent && urgent.noted.occurredAt > stoodDown.occurredAt)) return 'stood-down'
  if (urgent) return 'urgent'
  const since = Math.max(writtenAt(file), notActing?.noted.version ?? 0)
  if (authority && authority.noted.version > since && authority.plan >= writtenAt(file)) return authorityNow(file, authority, reading).standing
  return notActing && notActing.noted.version > writtenAt(file) ? 'refused' : 'draft'
}

/**
 * Whether leave still holds, by the reading of the version that was authorised, at this instant.
 *
 * A closed gate lapses it until entry is recorded; after entry nothing lapses. On a condition, number and freshness are
 * what the confirming report is to open, and it has until the hour of entry.
 */
export function authorityNow(file: PlanFile, authority: Authority, reading: RaidReading): AuthorityNow {
  const { condition } = authority
  const met = condition && confirmationOf(file, condition, reading)
  const holds = { standing: 'authorised' as const, met, lapsed: null }
  if (file.entry) return holds
  const gates = (reading.certainty?.gates ?? []).filter(({ state }) => state !== 'open').map(({ id }) => id)
  const lapsed = (code: Lapse['code']): AuthorityNow => ({ standing: 'lapsed', met, lapsed: { code, gates } })
  if (reading.markers.some(({ state }) => state === 'found')) return lapsed('plan/turned-blind')
  if (!condition || met) return gates.length === 0 && reading.certainty ? holds : lapsed('plan/gate-closed')
  if (!reading.certainty || gates.some((gate) => !LIFTED.has(gate))) return lapsed('plan/gate-closed')
  const { at, knownAt = at } = reading.dossier.operation
  return knownAt < at ? { ...holds, standing: 'authorised-on-condition' } : lapsed('plan/condition-not-met')
}

/** The gates that a fresh report can open. */
const LIFTED: ReadonlySet<GateId> = new Set(['number', 'freshness'])

/**
 * The report that meets a condition: one that was named as confirming, first-hand and present, of a kind that was allowed,
 * fresh enough at entry, and with which every gate is open. Source: design/certainty.md, "Conditional authority".
 */
function confirmationOf({ confirmations }: PlanFile, condition: Condition, { certainty, dossier }: RaidReading): ReportId | null {
  if (!certainty || certainty.gates.some(({ state }) => state !== 'open')) return null
  const { counted, operation, inForce } = dossier
  const named = new Set<string>(confirmations.map(({ report }) => report))
  const roots = new Set(certainty.roots)
  const confirming = counted.filter((report) => named.has(report.id) && roots.has(report.id) && isPresent(report) && isFirstHand(report, inForce.certainty))
  const found = confirming.find(
    ({ kind, observedAt }) => condition.confirmedBy.includes(kind as WeighingKind) && observedAt >= condition.seenAfter && daysBetween(observedAt, operation.at) <= condition.notOlderThanDays,
  )
  return (found?.id as ReportId | undefined) ?? null
}
