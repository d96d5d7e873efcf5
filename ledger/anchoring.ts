import { isoOf, type Instant } from '../core/kernel/instant.ts'
import type { SigningKey } from '../crypto/signing-key.ts'
import { alone, appendAnchor, readAnchors, textForAppending, type AnchorFileFault } from './anchor-file.ts'
import type { Anchor } from './anchor-line.ts'
import type { LedgerTables } from './row.ts'
import type { Store } from './store/store.ts'
import { headAt } from './verify.ts'

export type AnchorRefusal =
  | AnchorFileFault
  | { readonly code: 'anchors/nothing-to-anchor' }
  /** The ledger is not the one the last anchor was made of, or no longer says what it said then. */
  | { readonly code: 'anchors/ledger-differs'; readonly line: number; readonly position: number }

export type Anchored =
  | { readonly accepted: true; readonly anchor: Anchor; readonly added: 'added' | 'as-before' }
  | { readonly accepted: false; readonly refusal: AnchorRefusal }

/**
 * Writes down, away from the database, where the chain ends now.
 *
 * Never over a contradiction: where the ledger does not pass through the last anchor, none is added, so that a ledger that
 * was put in the place of another does not look as if it had always been there. Where nothing was added since, nothing is written.
 */
export const anchorTo = (path: string, store: Store<LedgerTables>, signing: SigningKey, at: Instant): Promise<Anchored> =>
  alone(path, async () => {
    const whole = textForAppending(path)
    const read = readAnchors(whole, signing.publicKey)
    if (!read.accepted) return read
    const last = read.anchors.at(-1)
    const now = await headNow(store)
    if (now === null && last === undefined) return { accepted: false, refusal: { code: 'anchors/nothing-to-anchor' } }
    if (last !== undefined && (now?.ledger !== last.ledger || (await headAt(store, last.position)) !== last.digest))
      return { accepted: false, refusal: { code: 'anchors/ledger-differs', line: read.anchors.length, position: last.position } }
    if (last !== undefined && last.position === now?.position) return { accepted: true, anchor: last, added: 'as-before' }
    const anchor = { ...(now as Pick<Anchor, 'ledger' | 'position' | 'digest'>), at: isoOf(at), key: signing.publicKey.id, before: read.last }
    appendAnchor(path, whole, anchor, signing)
    return { accepted: true, anchor, added: 'added' }
  })

/** Which ledger this is, and where it ends; null where it is empty. */
export async function headNow(store: Store<LedgerTables>): Promise<Pick<Anchor, 'ledger' | 'position' | 'digest'> | null> {
  const { position, digest } = await store.db.selectFrom('head').select(['position', 'digest']).executeTakeFirstOrThrow()
  const ledger = await headAt(store, 1)
  return position === 0 || ledger === null ? null : { ledger, position, digest }
}
