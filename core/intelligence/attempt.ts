import type { Instant } from '../kernel/instant.ts'

export const METHODS = ['undercover-contact', 'undercover-observation', 'inspection', 'tasked-informant', 'surveillance', 'second-victim-asked'] as const
export type VerificationMethod = (typeof METHODS)[number]

/** An attempt to verify names all of this; `unknown` only in accounts of the past. */
export interface Attempt {
  readonly id: string
  readonly method: VerificationMethod | 'unknown'
  readonly by: string | 'unknown'
  readonly at: Instant | 'unknown'
  readonly thisSite: 'yes' | 'no' | 'unknown'
  readonly ifNobodyThere: string | 'unknown'
  readonly result: string | 'unknown'
  readonly sensitivity: number | 'unknown'
  readonly sources: readonly string[]
}
