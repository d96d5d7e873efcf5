import { createContext, useContext } from 'react'

/** Asks whoever sits there to show once more who they are; says whether they did. */
export type Prove = () => Promise<'shown' | 'left'>

const Proving = createContext<Prove>(async () => 'left')

export const ProvingBy = Proving.Provider

export const useProving = (): Prove => useContext(Proving)
