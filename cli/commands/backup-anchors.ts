import { existsSync, readFileSync } from 'node:fs'
import { publicKeyFrom, publicKeyIn, publicKeyOf, signingKeyBeside, SigningKeyFault, type PublicKey } from '../../crypto/signing-key.ts'
import { readAnchors } from '../../ledger/anchor-file.ts'
import type { Anchor } from '../../ledger/anchor-line.ts'
import type { Survey } from '../../ledger/backup-reading.ts'
import { AnchorsRefused, type BackupRefusal } from './backup-told.ts'
import type { LedgerDesk } from './ledger-desk.ts'

interface Named {
  readonly anchors?: string
  readonly key?: string
}

/** The anchors somebody keeps elsewhere, as far as there are any; null where none is named. What is wrong with the file is thrown. */
export function anchorsNamed(desk: LedgerDesk, { anchors, key }: Named, found: Pick<Survey, 'publicKey'>): readonly Anchor[] | null {
  const path = anchors ?? desk.anchors
  if (path === undefined || !existsSync(path)) return null
  return anchorsRead(path, readFileSync(path, 'utf8'), publicKeyFor(desk, key, found))
}

/** The anchors that came with a backup; null where none did. */
export const anchorsWithin = (desk: LedgerDesk, file: string, { key }: Named, found: Survey): readonly Anchor[] | null =>
  found.anchors === '' ? null : anchorsRead(file, found.anchors, publicKeyFor(desk, key, found))

function anchorsRead(path: string, text: string, publicKey: PublicKey): readonly Anchor[] {
  const read = readAnchors(text, publicKey)
  if (!read.accepted) throw new AnchorsRefused(path, read.refusal)
  return read.anchors
}

/** A key somebody kept; else the one of this machine; else the one in the backup, which shows no more than that the backup agrees with itself. */
function publicKeyFor({ places }: LedgerDesk, given: string | undefined, { publicKey }: Pick<Survey, 'publicKey'>): PublicKey {
  const here = publicKeyOf(signingKeyBeside(places.masterKey))
  if (given !== undefined) return publicKeyIn(given)
  if (existsSync(here)) return publicKeyIn(here)
  if (publicKey !== null) return publicKeyFrom(publicKey, 'the backup')
  throw new SigningKeyFault('There is no public key to check the anchors with. Name the file with --key.')
}

/** What stands against putting this backup in place: it ends before an anchor, or does not pass through one. */
export function heldAgainst(anchors: readonly Anchor[], found: Survey, losing: string | undefined): BackupRefusal | null {
  const differs = anchors.find(({ position, digest }) => position <= found.entries && found.digests.get(position) !== digest)
  if (differs !== undefined) return { code: 'backup/other-than-anchored', figures: { position: differs.position, at: differs.at } }
  const last = anchors.at(-1)
  const lost = last === undefined ? 0 : Math.max(0, last.position - found.entries)
  return lost === 0 || losing === String(lost) ? null : { code: 'backup/older-than-anchored', figures: { lost, at: last?.at ?? '' } }
}
