import type { ActorId } from './id.ts'

declare const granted: unique symbol

/** Who may be given leave to look into a file. The administrator is not among them, and never will be. */
export const CASE_ROLES = ['analyst', 'planner', 'authorising-officer'] as const
export type CaseRole = (typeof CASE_ROLES)[number]

/** Why somebody looks. Closed on purpose: "other" would become the only answer. */
export const LOOKS = ['assessment', 'planning', 'operation', 'care', 'identification', 'cross-referencing', 'court-disclosure'] as const
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
