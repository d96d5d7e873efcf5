import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Filled } from './fields.tsx'
import { openDrafts, type KeptDrafts } from './kept-drafts.ts'

const Drafts = createContext<KeptDrafts>(openDrafts())

export const KeepingDrafts = Drafts.Provider

export const useDrafts = (): KeptDrafts => useContext(Drafts)

/** Whether anything typed on any page is not sent yet. */
export function useIsUnsent(): boolean {
  const drafts = useDrafts()
  return useSyncExternalStore(drafts.onChange, drafts.isAnyKept)
}

/** A form as it is being filled in. */
export interface Draft<Value extends object> {
  readonly value: Value
  /** What a field needs to hold one of its values. */
  readonly at: <Key extends keyof Value & string>(key: Key) => Pick<Filled<Value[Key]>, 'place' | 'value' | 'onChange'>
  readonly set: (changes: Partial<Value>) => void
  /** Nothing of it is kept any more: it was sent, or thrown away. */
  readonly forget: () => void
  readonly unsent: 'yes' | 'no'
}

/**
 * What is typed into one form, kept under its key until it is sent.
 *
 * The key names the form and what it is about (`site/4f…/report`), so that two forms never share a draft.
 */
export function useDraft<Value extends object>(key: string, blank: Value): Draft<Value> {
  const drafts = useDrafts()
  const kept = useSyncExternalStore(drafts.onChange, () => drafts.read(key)) as Value | undefined
  const value = kept ?? blank
  const set = (changes: Partial<Value>): void => drafts.keep(key, { ...blank, ...(drafts.read(key) as Value | undefined), ...changes })
  return {
    value,
    set,
    at: (name) => ({ place: name, value: value[name], onChange: (next) => set({ [name]: next } as unknown as Partial<Value>) }),
    forget: () => drafts.forget(key),
    unsent: kept === undefined ? 'no' : 'yes',
  }
}
