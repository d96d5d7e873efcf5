import { useState } from 'react'
import type { Board } from './board.ts'
import { movementBetween, type Movement } from './moved.ts'

/** The last movement of a board that is being watched, until it is put away. Another hour of entry is another question, and moves nothing. */
export function useMovement(board: Board | undefined): readonly [movement: Movement | null, putAway: () => void] {
  const [seen, see] = useState<{ readonly board: Board | undefined; readonly movement: Movement | null }>({ board, movement: null })
  if (board && board !== seen.board) see({ board, movement: (seen.board && movementBetween(seen.board, board)) ?? (seen.board?.site.id === board.site.id ? seen.movement : null) })
  return [seen.movement, () => see({ board: seen.board, movement: null })]
}
