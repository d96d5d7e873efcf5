import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react'
import type { Say } from '../../../ui/say.tsx'
import type { Language } from '../../words/languages.ts'
import { voiceOf } from '../../words/voice.ts'
import { knowWords, type KnownWords } from '../known-words.ts'

const Known = createContext<KnownWords>(knowWords({}))

export const Wording = Known.Provider

/** Whether the page has words for an id: the server knows codes that a page has not learnt. */
export function useKnows(): (id: string) => boolean {
  const words = useContext(Known)
  return useCallback((id) => Object.hasOwn(words.messages(), id), [words])
}

/** A voice in one language, which learns the words of a page when that page comes. */
export function useVoice(language: Language): Say {
  const words = useContext(Known)
  const messages = useSyncExternalStore(words.onChange, words.messages)
  return useMemo(() => voiceOf(language, messages), [language, messages])
}
