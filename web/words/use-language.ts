import { createContext, useContext } from 'react'
import type { Language } from './languages.ts'

const Chosen = createContext<Language>('en')

/** Everything inside is in one language: its words, its calendar, its direction. */
export const InLanguage = Chosen.Provider

export const useLanguage = (): Language => useContext(Chosen)
