import type { Certainty } from '../certainty/certainty.ts'
import { conditionalAuthority, type ConditionalAuthority } from '../certainty/conditional-authority.ts'
import { criteriaOf, findingOf, type Criterion, type Finding } from './criteria.ts'
import { dossierOf, type Dossier, type InForce } from './dossier.ts'
import { markersOf, type Marker } from './markers.ts'
import { readLead, type LeadReading } from './missed-lead.ts'
import type { Operation, Raid } from './operation.ts'
import { PHASES, type Phase, type RequirementId } from './requirements.ts'
import { urgentTasks, type UrgentTask } from './urgent.ts'

export type Verdict = 'smart' | 'not-ready' | 'blind'

export interface PhaseFinding {
  readonly finding: Finding
  /** How many of its requirements are unknown, counted beside the finding. */
  readonly unknown: number
}

/** A plan or a past operation as read at an instant. Computed each time, never stored. */
export interface RaidReading {
  readonly read: 'raid'
  /** Null on the urgent track, which has no verdict. */
  readonly verdict: Verdict | null
  readonly track: 'planned' | 'urgent'
  readonly phases: Readonly<Record<Phase, PhaseFinding>>
  readonly markers: readonly Marker[]
  readonly criteria: readonly Criterion[]
  readonly certainty: Certainty | null
  readonly conditional: ConditionalAuthority | null
  /** How many things were asked, and of how many nothing is known. */
  readonly unknown: { readonly of: number; readonly count: number }
  readonly urgent: readonly UrgentTask[]
  readonly dossier: Dossier
}

export type Reading = RaidReading | LeadReading

/**
 * Smart, not ready, or blind: one function for a draft, for a plan at the door, and for a published past operation.
 *
 * It names what it rests on and what would change it, and decides about a plan, never about a person.
 */
export const readOperation = (operation: Operation, inForce: InForce): Reading =>
  operation.operation === 'none' ? readLead(operation, inForce) : readRaid(operation, inForce)

/** The same of a plan or of an operation that has happened, where it is known that it is one. */
export function readRaid(operation: Raid, inForce: InForce): RaidReading {
  const dossier = dossierOf(operation, inForce)
  const markers = markersOf(dossier)
  const criteria = criteriaOf(dossier)
  const track = operation.urgent ? 'urgent' : 'planned'
  return {
    read: 'raid',
    verdict: track === 'urgent' ? null : verdictOf(markers, criteria),
    track,
    phases: phasesOf(criteria),
    markers,
    criteria,
    certainty: dossier.certainty?.answer ?? null,
    conditional: conditionalFor(dossier, markers, criteria),
    unknown: unknownIn(markers, criteria),
    urgent: operation.urgent ? urgentTasks(operation, operation.urgent, { criteria, policy: inForce.planning }) : [],
    dossier,
  }
}

/** Smart tolerates nothing unknown, also where a criterion holds by what is known of it. */
function verdictOf(markers: readonly Marker[], criteria: readonly Criterion[]): Verdict {
  if (markers.some(({ state }) => state === 'found')) return 'blind'
  const known = markers.every(({ state }) => state === 'not-found') && criteria.every(({ unknown }) => unknown === 0)
  return known && criteria.every(({ finding }) => finding === 'holds' || finding === 'not-applicable') ? 'smart' : 'not-ready'
}

function phasesOf(criteria: readonly Criterion[]): Readonly<Record<Phase, PhaseFinding>> {
  const phase = (wanted: Phase): PhaseFinding => {
    const own = criteria.filter((criterion) => criterion.phase === wanted)
    return { finding: findingOf(own.map(({ finding }) => finding)), unknown: own.reduce((sum, { unknown }) => sum + unknown, 0) }
  }
  return Object.fromEntries(PHASES.map((id) => [id, phase(id)])) as Record<Phase, PhaseFinding>
}

/** What a fresh report may lift, and nothing else. */
const LIFTED: ReadonlySet<RequirementId> = new Set(['certainty/number', 'certainty/freshness'])

/**
 * Only a unit's own plan can be authorised, and on a condition only one that lacks nothing but a fresh report.
 *
 * Null as well where no such report would open the gates: a condition that nothing can meet is none.
 */
function conditionalFor({ operation, certainty, inForce }: Dossier, markers: readonly Marker[], criteria: readonly Criterion[]): ConditionalAuthority | null {
  if (operation.operation !== 'plan' || operation.urgent || !certainty) return null
  const lacking = criteria.flatMap(({ requirements }) => requirements).filter(({ met }) => met !== 'yes' && met !== 'not-applicable')
  const otherwiseSmart = markers.every(({ state }) => state === 'not-found') && lacking.every(({ id }) => LIFTED.has(id))
  const condition = otherwiseSmart ? conditionalAuthority(certainty.asked, certainty.answer.gates, inForce.certainty) : null
  return condition?.confirmedBy.some(({ gatesHold }) => gatesHold === 'yes') ? condition : null
}

function unknownIn(markers: readonly Marker[], criteria: readonly Criterion[]): RaidReading['unknown'] {
  const unknownMarkers = markers.filter(({ state }) => state === 'unknown').length
  return {
    of: markers.length + criteria.reduce((sum, { requirements }) => sum + requirements.length, 0),
    count: unknownMarkers + criteria.reduce((sum, { unknown }) => sum + unknown, 0),
  }
}
