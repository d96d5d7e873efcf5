import { instant, type Instant } from '../kernel/instant.ts'
import type { LeadNotActedOn, PlannedOperation, UrgentDeclaration } from './operation.ts'
import type { Plan } from './plan.ts'
import { contentsOf, type PlanFile } from './plan-file.ts'

/** What a plan takes over from its site: everything but the plan itself. */
export type KnownOfSite = Pick<LeadNotActedOn, 'jurisdiction' | 'site' | 'reports' | 'attempts' | 'shocks' | 'alternative'>

/**
 * A plan with what is known of its site, as one operation: what readiness is read from.
 *
 * A part that nobody has written says nothing, and on a unit's own plan saying nothing is a failure.
 */
export function plannedOperation(file: PlanFile, { jurisdiction, site, reports, attempts, shocks, alternative }: KnownOfSite, knownAt: Instant): PlannedOperation {
  const { hour, sources = [], goal = 'unknown', offences = 'unknown', rung, expected = [], harm, ...sections } = contentsOf(file)
  const urgent = declarationOf(file)
  return {
    operation: 'plan',
    name: file.number,
    jurisdiction,
    site,
    // Danger declared after the planned hour means an entry that is still to come.
    at: urgent ? instant(Math.max(hour.at, urgent.at)) : hour.at,
    knownAt,
    sources,
    reports,
    attempts,
    shocks,
    ...(alternative !== undefined && { alternative }),
    goal,
    offences,
    rung: rung?.rung ?? 'unknown',
    expected,
    ...(harm && { harm }),
    ...(urgent && { urgent }),
    plan: { ...NOTHING_PLANNED, ...sections },
  }
}

/**
 * The same question as it is asked at the door.
 *
 * Where the planned hour is past and nobody has recorded an entry, entry would be now, and what is known is older by that much.
 */
export const atTheDoor = (operation: PlannedOperation, now: Instant): PlannedOperation => ({ ...operation, at: instant(Math.max(operation.at, now)), knownAt: now })

/** When entry is planned for. Whoever opens a plan says it, so that there always is one. */
export const hourOf = (file: PlanFile): Instant => contentsOf(file).hour.at

function declarationOf({ urgent, tasks }: PlanFile): UrgentDeclaration | undefined {
  if (!urgent) return undefined
  const { noted: _noted, ...declaration } = urgent
  return { ...declaration, tasks }
}

/** A plan in which nobody has written anything: it rests on nothing. */
export const NOTHING_PLANNED: Plan = {
  safety: { risks: [], notPresent: [] },
  segregation: { zones: [], vehicles: [], separators: [], hiddenControllers: [] },
  suspects: { rights: [], custodyPlaces: [], medical: [] },
  evidence: { recorders: [], exhibitsOfficers: [], custody: [], prosecutors: [] },
  identification: { screening: [], deciders: [], standards: [] },
  interviews: { languages: [], interviewers: [], places: [], interpreters: [] },
  crossReferencing: { contactLog: [], comparers: [] },
  care: { places: [], transport: [], medical: [], advocates: [], guardians: [], shelterSecurity: [] },
  transition: { handovers: [] },
  status: { nonPunishment: [], immigrationFirewall: [], statusLock: [] },
  media: { noneEmbedded: [], releaseOfficers: [] },
  alternatives: { rejected: [] },
  authority: { team: [], noQuota: [], noPrivateCustody: [] },
  deconfliction: { checks: [] },
  secrecy: { told: [], complicity: [] },
  expectations: { briefings: [] },
  contingency: { responses: [] },
}
