import type { Instant } from '../kernel/instant.ts'
import type { Rung } from './ladder.ts'
import type { Station } from './policy.ts'

/** Everyone who could be harmed. Source: UNODC Manual 2009, Module 5; the last is Daylight's. */
export const THOSE_AT_RISK = [
  'victims', 'families-at-origin', 'children', 'others-present', 'source', 'undercover', 'officers',
  'ngo-staff', 'interpreters', 'suspects', 'other-victims-of-the-network',
] as const
export type AtRisk = (typeof THOSE_AT_RISK)[number]

export const ORGANISATIONS = ['police', 'prosecution', 'labour-inspection', 'child-protection', 'social-service', 'health-service', 'ngo', 'private'] as const
export type TeamOrganisation = (typeof ORGANISATIONS)[number]

export const CONTINGENCIES = ['children-found', 'injury', 'fire', 'nobody-there', 'more-people-than-expected', 'leak', 'suspects-released'] as const
export type ContingencyEvent = (typeof CONTINGENCIES)[number]

/** What a briefing says beforehand, so that nobody expects people to be waiting for them. */
export const EXPECTATIONS = ['denial', 'hostility', 'coached-accounts', 'nobody-there'] as const
export type Expectation = (typeof EXPECTATIONS)[number]

export type Sex = 'female' | 'male' | 'any'
export type AgeGroup = 'adult' | 'child'

/** One line of a plan. Criteria rest on these, never on a tick. */
export interface PlanEntry {
  readonly id: string
}

/** A person or office with a task, by name or post. */
export interface Named extends PlanEntry {
  readonly name: string
}

/** A name by which two lines can be told to mean the same person, office or thing, however it is spaced or capitalised. */
export const plainName = ({ name }: Named): string => name.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ')

export interface Risk extends PlanEntry {
  readonly who: AtRisk
  readonly harm: string
  readonly severity: number
  readonly likelihood: number
  readonly response: string
  readonly owner: string
}

export interface NotPresent extends PlanEntry {
  readonly who: AtRisk
  readonly because: string
}

export interface Zone extends Named {
  readonly for: 'victims' | 'suspects' | 'others'
}

export interface Vehicle extends Named {
  readonly for: 'victims' | 'suspects'
  readonly seats: number
}

export interface HiddenControllerWatch extends PlanEntry {
  readonly sign: string
  readonly watchedBy: string
}

export interface Interviewer extends Named {
  readonly onEntryTeam: 'yes' | 'no'
  readonly interviews: 'adults' | 'children'
}

export interface InterviewPlace extends Named {
  readonly kind: 'shelter' | 'clinic' | 'family-justice-centre' | 'reception-centre' | 'hotel' | 'police-station' | 'cell' | 'detention-centre'
}

export interface Interpreter extends Named {
  readonly language: string
  readonly vettedOn: Instant
  readonly vettedBy: string
}

/** Beds for people of one sex and age group, confirmed by somebody at some time. */
export interface Place extends Named {
  readonly sex: Sex
  readonly age: AgeGroup | 'any'
  readonly capacity: number
  readonly confirmedAt: Instant
  readonly confirmedBy: string
}

export interface Transport extends Named {
  readonly seats: number
}

export interface Handover extends PlanEntry {
  readonly at: Instant
  readonly from: string
  readonly to: string
  readonly receivedBy: string
}

export interface TeamMember extends Named {
  readonly organisation: TeamOrganisation
  readonly task: 'leads' | 'executes' | 'supports'
  readonly woman: 'yes' | 'no' | 'unknown'
  /** Where they are while the door is opened, where the plan says it. */
  readonly stands?: Station
}

/** Whoever leads or executes uses power; whoever supports does not. */
export const enforces = ({ task }: TeamMember): boolean => task !== 'supports'

export interface Undertaking extends PlanEntry {
  readonly givenBy: string
  readonly on: Instant
}

export interface DeconflictionCheck extends PlanEntry {
  readonly with: string
  readonly at: Instant
  readonly result: 'no-conflict' | 'conflict' | 'conflict-resolved'
}

export interface Knower extends Named {
  readonly knows: string
}

export interface Briefing extends PlanEntry {
  readonly by: string
  readonly at: Instant
  readonly prepares: readonly Expectation[]
}

export interface Contingency extends PlanEntry {
  readonly event: ContingencyEvent
  readonly response: string
  readonly owner: string
}

export interface RejectedRung extends PlanEntry {
  readonly rung: Rung
  readonly because: string
}

export interface StandardOfProof extends PlanEntry {
  readonly standard: string
  readonly source: string
}

export interface Screening extends PlanEntry {
  readonly tool: string
  readonly by: string
}

export interface Agreement extends PlanEntry {
  readonly with: string
  readonly terms: string
}

export interface StatusCheck extends PlanEntry {
  readonly by: string
  readonly rule: string
}

/** A plan, section by section; a section left out is empty, and an empty section rests on nothing. */
export interface Plan {
  readonly safety: { readonly risks: readonly Risk[]; readonly notPresent: readonly NotPresent[] }
  readonly segregation: {
    readonly zones: readonly Zone[]
    readonly vehicles: readonly Vehicle[]
    readonly separators: readonly Named[]
    readonly hiddenControllers: readonly HiddenControllerWatch[]
  }
  readonly suspects: { readonly rights: readonly Named[]; readonly custodyPlaces: readonly Named[]; readonly medical: readonly Named[] }
  readonly evidence: {
    readonly recorders: readonly Named[]
    readonly exhibitsOfficers: readonly Named[]
    readonly custody: readonly Named[]
    readonly prosecutors: readonly Named[]
  }
  readonly identification: { readonly screening: readonly Screening[]; readonly deciders: readonly Named[]; readonly standards: readonly StandardOfProof[] }
  readonly interviews: {
    readonly languages: readonly string[]
    readonly interviewers: readonly Interviewer[]
    readonly places: readonly InterviewPlace[]
    readonly interpreters: readonly Interpreter[]
  }
  readonly crossReferencing: { readonly contactLog: readonly Named[]; readonly comparers: readonly Named[] }
  readonly care: {
    readonly places: readonly Place[]
    readonly transport: readonly Transport[]
    readonly medical: readonly Named[]
    readonly advocates: readonly Named[]
    readonly guardians: readonly Named[]
    readonly shelterSecurity: readonly Named[]
  }
  readonly transition: { readonly handovers: readonly Handover[] }
  readonly status: {
    readonly nonPunishment: readonly StatusCheck[]
    readonly immigrationFirewall: readonly Agreement[]
    readonly statusLock: readonly StatusCheck[]
  }
  readonly media: { readonly noneEmbedded: readonly Undertaking[]; readonly releaseOfficers: readonly Named[] }
  readonly alternatives: { readonly rejected: readonly RejectedRung[] }
  readonly authority: {
    readonly team: readonly TeamMember[]
    readonly noQuota: readonly Undertaking[]
    readonly noPrivateCustody: readonly Undertaking[]
  }
  readonly deconfliction: { readonly checks: readonly DeconflictionCheck[] }
  readonly secrecy: { readonly told: readonly Knower[]; readonly complicity: readonly StatusCheck[] }
  readonly expectations: { readonly briefings: readonly Briefing[] }
  readonly contingency: { readonly responses: readonly Contingency[] }
}
