import { digest } from '../crypto/digest.ts'
import type { PublicKey, SigningKey } from '../crypto/signing-key.ts'
import type { Head } from './ledger.ts'

/** Where a chain ended at some moment, signed and kept away from the database. */
export interface Anchor extends Head {
  /** The digest of the ledger's first row: it names the ledger, whichever engine it has moved to. */
  readonly ledger: string
  readonly at: string
  readonly key: string
  /** The digest of the anchor line before it; 64 zeros in the first. */
  readonly before: string
}

/** What stands before the first line. */
export const NO_LINE = '0'.repeat(64)

const FORMAT = 1

/** The purpose comes first, so that a signature of ours for anything else is never one for an anchor. */
const signedText = ({ ledger, position, digest: head, at, key, before }: Anchor): string => JSON.stringify(['daylight anchor', FORMAT, ledger, position, head, at, key, before])

/** The line as it is written, without its end. Its parts stand in one order, so that there is one line for one anchor. */
const lineWith = ({ ledger, position, digest: head, at, key, before }: Anchor, signature: string): string =>
  JSON.stringify({ anchor: FORMAT, ledger, position, digest: head, at, key, before, signature })

export const lineOfAnchor = (anchor: Anchor, signing: SigningKey): string => lineWith(anchor, signing.sign(signedText(anchor)))

export const digestOfLine = (line: string): string => digest(line)

export type LineFault = 'unreadable-line' | 'other-key' | 'forged'

/** An anchor from its line, or what is wrong with it. */
export function anchorOfLine(line: string, publicKey: PublicKey): Anchor | LineFault {
  const value = parsed(line)
  if (value === null) return 'unreadable-line'
  const { anchor, signature } = value
  if (lineWith(anchor, signature) !== line) return 'unreadable-line'
  if (anchor.key !== publicKey.id) return 'other-key'
  return publicKey.holds(signedText(anchor), signature) ? anchor : 'forged'
}

const TEXTS = ['ledger', 'digest', 'at', 'key', 'before', 'signature'] as const

function parsed(line: string): { readonly anchor: Anchor; readonly signature: string } | null {
  try {
    const value = JSON.parse(line) as Readonly<Record<string, unknown>> | null
    if (typeof value !== 'object' || value === null || !Number.isSafeInteger(value['position'])) return null
    if (!TEXTS.every((name) => typeof value[name] === 'string') || Number.isNaN(Date.parse(String(value['at'])))) return null
    const { signature, ...anchor } = value as unknown as Anchor & { readonly signature: string }
    return { anchor, signature }
  } catch {
    return null
  }
}

/** For paper: thirty-two letters in groups of four, enough that nobody makes another chain with the same (128 bits). */
export const onPaper = ({ position, digest: head }: Head): string => `${position}: ${(head.slice(0, 32).match(/.{4}/g) ?? []).join(' ')}`
