import { createContext, useContext } from 'react'
import type { Board } from './board.ts'

/** A board as it is being looked at: as it is known now, where things can be recorded, or as it was once known, where they cannot. */
export interface Looking {
  readonly board: Board
  readonly when: 'now' | 'then'
}

const Looked = createContext<Looking | null>(null)

export const OnBoard = Looked.Provider

export function useBoard(): Looking {
  const looking = useContext(Looked)
  if (!looking) throw new Error('no site is being looked at here')
  return looking
}

/** The name of a colleague, by id; nobody is a blank. */
export function useNameOf(): (id: string) => string {
  const { board: { site: { names } } } = useBoard()
  return (id) => names[id] ?? id
}
