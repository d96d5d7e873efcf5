import { CASE_ROLES } from '../../core/kernel/access.ts'

/**
 * What somebody does here, one role for each person.
 *
 * The administrator keeps the list of people and opens no case: whoever can give access is not the one who has it
 * (separation of duty, NIST SP 800-53, AC-5).
 */
export const ROLES = ['administrator', ...CASE_ROLES] as const
export type Role = (typeof ROLES)[number]
