import type { CaseRole, Role } from './access.ts'
import type { Id } from './id.ts'

export type OrganisationId = Id<'organisation'>

/**
 * What kinds of organisations work on one case, each with its own law, its own duty of silence and its own people.
 *
 * Source: the mission, S28 and S29; OSCE/ODIHR, National Referral Mechanisms (2022), on who takes part.
 */
export const ORGANISATION_KINDS = ['police', 'prosecution', 'social-service', 'ngo', 'labour-inspection', 'child-protection', 'oversight'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** An organisation as a decision about access sees it. */
export interface Organisation {
  readonly id: OrganisationId
  readonly kind: OrganisationKind
}

/** The unit that runs this office. It is there from the start, and every file opened before there were others is its own. */
export const OWN_UNIT = 'unit' as OrganisationId

/** The roles in which somebody leads, plans or carries out an act of enforcement, or works with sources. */
export const ENFORCEMENT_ROLES = ['source-handler', 'source-controller', 'analyst', 'planner', 'authorising-officer', 'site-commander', 'site-member', 'exhibits-officer'] as const satisfies readonly CaseRole[]

/**
 * Which roles each kind of organisation may give its people.
 *
 * No partner holds a role of enforcement: an NGO, a social service, an inspection or child protection is not a substitute for the police
 * (mission, S29). Which body identifies a victim differs with the country, so several may hold that role (reference/enforcement-side.md 4.1).
 */
export const ROLES_IN: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  police: [...ENFORCEMENT_ROLES, 'interviewer', 'competent-authority', 'release-officer', 'administrator'],
  prosecution: ['prosecutor', 'release-officer'],
  'social-service': ['case-worker', 'shelter-worker', 'interviewer', 'competent-authority'],
  ngo: ['case-worker', 'shelter-worker'],
  'labour-inspection': ['interviewer', 'competent-authority'],
  'child-protection': ['case-worker', 'interviewer', 'competent-authority'],
  oversight: ['oversight'],
}

/** Everybody but the police and the prosecution: they take part, and neither lead, carry out nor are tasked with enforcement. */
export const isPartner = (kind: OrganisationKind): boolean => kind !== 'police' && kind !== 'prosecution'

/** Whether an organisation of this kind may give somebody this role. */
export const mayHold = (kind: OrganisationKind, role: Role): boolean => ROLES_IN[kind].includes(role)
