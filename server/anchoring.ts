import type { SigningKey } from '../crypto/signing-key.ts'
import { anchorTo } from '../ledger/anchoring.ts'
import type { LedgerTables } from '../ledger/row.ts'
import type { Store } from '../ledger/store/store.ts'
import type { Speak } from '../wire/words.ts'
import type { Clock } from './clock.ts'

/** Whose chain is anchored, where, and who hears of it when it cannot be. */
export interface AnchoringAt {
  readonly entries: Store<LedgerTables>
  readonly signing: SigningKey
  readonly path: string
  readonly now: Clock
  readonly speak: Speak
  readonly say: (line: string) => void
  readonly everyMs?: number
}

/** What may be lost of a ledger without an anchor showing it: an hour's entries. */
const EVERY_MS = 3_600_000

/**
 * Anchors at the start, then every hour, and once more when the server stops.
 *
 * What fails is said and tried again an hour later: recording goes on, since what was seen is never refused.
 */
export function anchoring({ entries, signing, path, now, speak, say, everyMs = EVERY_MS }: AnchoringAt): { readonly rest: () => Promise<void> } {
  const once = async (): Promise<void> => {
    try {
      const anchored = await anchorTo(path, entries, signing, now())
      if (!anchored.accepted && anchored.refusal.code !== 'anchors/nothing-to-anchor') say(`Not anchored in ${path}: ${speak(`refusal.${anchored.refusal.code}`)}`)
    } catch (error) {
      const { syscall, code } = error as { readonly syscall?: string; readonly code?: string }
      say(`Not anchored in ${path}: ${syscall === undefined ? (error as Error).message : (code ?? 'unknown')}`)
    }
  }
  let running = once()
  const clock = setInterval(() => {
    running = running.then(once)
  }, everyMs)
  clock.unref()
  return {
    rest: async () => {
      clearInterval(clock)
      await running
      await once()
    },
  }
}
