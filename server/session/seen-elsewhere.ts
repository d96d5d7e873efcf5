import type { DeskStore } from '../desk-tables.ts'
import type { OwnSession } from './sessions.ts'

/** More than this many networks are told as others: whoever sees three they do not know has seen enough. */
const MOST_PLACES = 4
const OTHERS = 'others'
const BETWEEN = ', '

/**
 * Writes beside a session from which other networks it is used, so that its owner sees in their own list that somebody else may hold it.
 *
 * It is not ended for it: people walk from one network into the next with a tablet in hand, and a board that goes dark on the way into a house
 * costs more than it saves. What a thief may not do is asked anew (`step-up.ts`).
 */
export async function noteWhere(desk: DeskStore, { id, from }: OwnSession, network: string | null): Promise<void> {
  const places = from.split(BETWEEN)
  if (network === null || places.includes(network) || places.length > MOST_PLACES) return
  const told = [...places, places.length === MOST_PLACES ? OTHERS : network].join(BETWEEN)
  await desk.transact((db) => db.updateTable('sessions').set({ address: told }).where('id', '=', id).where('address', '=', from).execute())
}
