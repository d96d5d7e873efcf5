import type { HolderId } from '../../core/kernel/id.ts'
import type { Sensitive } from '../../core/kernel/sensitive.ts'

/** What may stand in clear in the ledger: what filters a list, and nothing that is said about a person. */
export type InClear = Readonly<Record<string, string | number | null | readonly (string | number)[]>>

/** A fact of the core as the ledger takes it: its words are sealed for somebody, and a list is filtered by what stands in clear. */
export interface FiledFact {
  readonly type: string
  readonly clear: InClear
  readonly told: { readonly about: HolderId; readonly said: Sensitive<unknown> } | null
}

/** A fact as the ledger gives it back. Words whose key was destroyed are `forgotten`; a key that should be there and is not leaves them `missing`. */
export interface HeldFact {
  readonly type: string
  readonly clear: InClear
  readonly said: Sensitive<unknown> | 'forgotten' | 'missing' | null
}

/** What is not told stands in no list. */
export const inClear = (fields: Readonly<Record<string, string | number | undefined>>): InClear =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
