import { createContext, useContext } from 'react'

/** Says a message of the words files by its id, with its figures. */
export type Say = (id: string, figures?: Readonly<Record<string, string | number>>) => string

const Voice = createContext<Say>((id) => id)

/** Everything inside says its words in one language. */
export const Speaking = Voice.Provider

export const useSay = (): Say => useContext(Voice)
