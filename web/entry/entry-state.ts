import { createContext, useContext, useReducer } from 'react'
import { BLANK_DRAFT } from './blank-draft.ts'
import type { Draft } from './draft.ts'
import type { OperationFile } from './file-of.ts'

/** What is on the page: something being filled in, or a plan from a file, which is read and not edited here. */
export type Entered =
  | { readonly entered: 'draft'; readonly draft: Draft; readonly from: string | null }
  | { readonly entered: 'plan'; readonly file: OperationFile; readonly from: string }

/** Kept in memory alone. `undo` holds what the last act took away. */
export interface EntryState {
  readonly now: Entered
  readonly undo: { readonly words: Undoable; readonly before: Entered } | null
  /** Whether anything was entered that has not been saved as a file. */
  readonly unsaved: boolean
}

export type Undoable = 'undo.clear' | 'undo.open' | 'undo.remove'

export type Act =
  | { readonly act: 'change'; readonly change: (draft: Draft) => Draft }
  | { readonly act: 'remove'; readonly change: (draft: Draft) => Draft }
  | { readonly act: 'open'; readonly opened: Entered }
  | { readonly act: 'clear' }
  | { readonly act: 'undo' }
  | { readonly act: 'saved' }

export const NOTHING_ENTERED: EntryState = { now: { entered: 'draft', draft: BLANK_DRAFT, from: null }, undo: null, unsaved: false }

export const isBlank = (entered: Entered): boolean => entered.entered === 'draft' && entered.draft === BLANK_DRAFT

export function next(state: EntryState, act: Act): EntryState {
  const { now, undo } = state
  const kept = (words: Undoable): EntryState['undo'] => (isBlank(now) ? undo : { words, before: now })
  switch (act.act) {
    case 'change':
    case 'remove':
      if (now.entered === 'plan') return state
      return { now: { ...now, draft: act.change(now.draft) }, undo: act.act === 'remove' ? kept('undo.remove') : undo, unsaved: true }
    case 'open':
      return { now: act.opened, undo: kept('undo.open'), unsaved: false }
    case 'clear':
      return { ...NOTHING_ENTERED, undo: kept('undo.clear') }
    case 'undo':
      return undo ? { now: undo.before, undo: null, unsaved: true } : state
    case 'saved':
      return { ...state, unsaved: false }
  }
}

export const useEntryState = () => useReducer(next, NOTHING_ENTERED)

interface Filling {
  readonly draft: Draft
  readonly change: (change: (draft: Draft) => Draft) => void
  readonly remove: (change: (draft: Draft) => Draft) => void
}

const Held = createContext<Filling | null>(null)

/** Everything inside fills in one draft. */
export const FillingIn = Held.Provider

export function useFilling(): Filling & { readonly set: (part: Partial<Draft>) => void } {
  const filling = useContext(Held)
  if (!filling) throw new Error('nothing is being filled in here')
  return { ...filling, set: (part) => filling.change((draft) => ({ ...draft, ...part })) }
}
