import type { Instant } from '../kernel/instant.ts'

/** What may make a site be emptied faster, entered by a human. */
export const SHOCK_KINDS = ['leak', 'official-visit', 'nearby-raid', 'recruiter-arrest', 'escape', 'press', 'unstated'] as const
export type ShockKind = (typeof SHOCK_KINDS)[number]

export interface Shock {
  readonly at: Instant
  readonly kind: ShockKind
}
