import { existsSync, readFileSync } from 'node:fs'
import type { PublicKey } from '../crypto/signing-key.ts'
import { readAnchors } from './anchor-file.ts'
import type { Anchor } from './anchor-line.ts'
import type { LedgerTables } from './row.ts'
import type { Store } from './store/store.ts'
import { headAt, verify, type ChainFault } from './verify.ts'

/** The anchors of a file that somebody names; one that is not there holds none, which is told apart from an empty ledger's. */
export function anchorsIn(path: string, publicKey: PublicKey): ReturnType<typeof readAnchors> {
  const read = readAnchors(existsSync(path) ? readFileSync(path, 'utf8') : '', publicKey)
  return read.accepted && read.anchors.length === 0 ? { accepted: false, refusal: { code: 'anchors/none', line: 1 } } : read
}

/** `rewritten`: the chain hangs together, and is not the one that was anchored. `cut-off`: it ends before an anchor. `other-ledger`: it never was the one. */
export type AnchorFault = 'rewritten' | 'cut-off' | 'other-ledger'

export type VerifiedAgainst =
  /** From `since` on, the last anchor, rows cut off together with the head cannot be told from rows that never were. */
  | { readonly holds: true; readonly entries: number; readonly head: string; readonly since: Anchor }
  /** The first row that is wrong, or may be: `until` is given where only the anchors show it, and it is one of these. */
  | { readonly holds: false; readonly position: number; readonly until?: number; readonly fault: ChainFault | AnchorFault; readonly anchor?: Anchor }

/** Goes through the chain and past every anchor, and names the first row that is not as it was. */
export async function verifyAgainst(store: Store<LedgerTables>, anchors: readonly [Anchor, ...Anchor[]]): Promise<VerifiedAgainst> {
  const found = await verify(store)
  const missed = await firstMissed(store, anchors)
  if (missed !== null && (found.holds || missed.until < found.position)) return { holds: false, ...missed }
  if (!found.holds) return found
  return { ...found, since: anchors.at(-1) as Anchor }
}

async function firstMissed(store: Store<LedgerTables>, anchors: readonly Anchor[]): Promise<{ readonly position: number; readonly until: number; readonly fault: AnchorFault; readonly anchor: Anchor } | null> {
  let sound = 0
  for (const anchor of anchors) {
    const digest = await headAt(store, anchor.position)
    if (digest === null) return { position: (await lastRow(store)) + 1, until: anchor.position, fault: 'cut-off', anchor }
    if (digest !== anchor.digest) return { position: sound + 1, until: anchor.position, fault: (await headAt(store, 1)) === anchor.ledger ? 'rewritten' : 'other-ledger', anchor }
    sound = anchor.position
  }
  return null
}

const lastRow = async ({ db }: Store<LedgerTables>): Promise<number> =>
  (await db.selectFrom('entries').select('position').orderBy('position', 'desc').limit(1).executeTakeFirst())?.position ?? 0
