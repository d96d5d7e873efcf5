import type { HolderId } from '../../core/kernel/id.ts'
import { inTurn } from '../../crypto/in-turn.ts'
import type { KeyRing } from '../../crypto/key-ring.ts'
import type { KeyId } from '../../crypto/key-store.ts'
import { replayForgotten, type ForgottenPlace } from '../../ledger/forgotten-keys.ts'

/** Keys that a determination of two people has named, each with whom its words were told of. */
export interface KeysForgotten {
  readonly keys: readonly string[]
  readonly holders: readonly HolderId[]
}

/** Destroys what the ledger says is forgotten. */
export interface Forgotten {
  /** Once it answers, the keys are gone and the list beside the master key says so. Done again, it finds nothing left to do. */
  readonly destroy: (forgotten: KeysForgotten) => Promise<void>
}

/**
 * Makes true, before anybody is served, what was forgotten here; and answers with what forgets from then on.
 *
 * The order is what a crash leaves nothing readable by: the fact is in the ledger first, then the keys go, then the list is written. Whatever
 * of the two was not reached is done at the next start.
 */
export async function openForgotten(place: ForgottenPlace, ring: KeyRing): Promise<Forgotten> {
  const { take } = inTurn(1)
  await replayForgotten(place)
  return {
    destroy: ({ keys, holders }) =>
      take(async () => {
        for (const about of new Set(holders)) await ring.forget(about, keys.filter((_, i) => holders[i] === about) as readonly string[] as readonly KeyId[])
        await replayForgotten(place)
      }),
  }
}
