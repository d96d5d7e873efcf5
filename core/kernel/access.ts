import type { ActorId } from './id.ts'

declare const granted: unique symbol

/**
 * What somebody does, by function. Who may be given leave to look into a file is among these; the administrator is not, and never will be.
 *
 * "Source controller" is whoever oversees the use of a source (RIPA 2000, s. 29(5)(b)), not whoever controls a victim nor a controller of data.
 */
export const CASE_ROLES = [
  'source-handler', 'source-controller', 'analyst', 'planner', 'authorising-officer', 'site-commander', 'site-member', 'interviewer',
  'competent-authority', 'case-worker', 'shelter-worker', 'exhibits-officer', 'prosecutor', 'release-officer', 'oversight',
] as const
export type CaseRole = (typeof CASE_ROLES)[number]

/**
 * What somebody does here, one role for each person.
 *
 * The administrator keeps the list of people and opens no case: whoever can give access is not the one who has it
 * (separation of duty, NIST SP 800-53, AC-5).
 */
export const ROLES = ['administrator', ...CASE_ROLES] as const
export type Role = (typeof ROLES)[number]

/** Why somebody looks. Closed on purpose: "other" would become the only answer. */
export const LOOKS = ['assessment', 'planning', 'operation', 'care', 'identification', 'cross-referencing', 'court-disclosure', 'source-welfare', 'oversight', 'rights-request'] as const
export type Look = (typeof LOOKS)[number]

/**
 * Leave to look into one stream, for one reason.
 *
 * Only the gate makes one, and it writes the access log first. Whatever reads a person's file, or words about them,
 * asks for an `Access`; so nothing is read that the log does not show, and nobody has to remember to log it.
 */
export interface Access {
  readonly stream: string
  readonly by: ActorId
  readonly role: CaseRole
  readonly look: Look
  readonly [granted]: true
}

/** What somebody in each role mostly looks for: what a screen begins with, before they say what it is this time. */
export const USUAL_LOOK: Readonly<Record<CaseRole, Look>> = {
  'source-handler': 'source-welfare', 'source-controller': 'source-welfare', analyst: 'assessment', planner: 'planning', 'authorising-officer': 'planning',
  'site-commander': 'operation', 'site-member': 'operation', interviewer: 'identification', 'competent-authority': 'identification', 'case-worker': 'care',
  'shelter-worker': 'care', 'exhibits-officer': 'operation', prosecutor: 'court-disclosure', 'release-officer': 'rights-request', oversight: 'oversight',
}
