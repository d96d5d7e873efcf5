import type { Clear, KeptFact, Stored } from './ledger.ts'

/** What an old fact said: in clear, and in words once they are open. */
export interface Told {
  readonly clear: Clear
  readonly said: unknown
}

/** Reads a fact of one form as the form after it. `said` is undefined where the words are sealed or there are none. */
export type Upcast = (told: Told) => Told

/** For each type of fact the steps from its first form to today's. Nothing stored is ever written again. */
export type Upcasts = Readonly<Record<string, readonly Upcast[]>>

/** The form in which a fact of this type is written today. */
export const formOf = (upcasts: Upcasts, type: string): number => (upcasts[type]?.length ?? 0) + 1

export const upcast = (upcasts: Upcasts, type: string, form: number, told: Told): Told =>
  (upcasts[type] ?? []).slice(form - 1).reduce((older, step) => step(older), told)

/** An entry as today's read tables know it. Its words stay sealed. */
export function asOfToday(upcasts: Upcasts, entry: Stored): Stored<KeptFact> {
  const { type, form, clear } = entry.fact
  if (form >= formOf(upcasts, type)) return entry
  return { ...entry, fact: { ...entry.fact, clear: upcast(upcasts, type, form, { clear, said: undefined }).clear } }
}
