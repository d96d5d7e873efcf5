import type { Access, Look } from '../../core/kernel/access.ts'
import type { FileAction, RequestAction, ShareAction } from '../../core/kernel/action.ts'
import type { OnFile } from '../../core/kernel/noted.ts'
import type { Stored } from '../../ledger/ledger.ts'
import type { ReadFact } from '../../ledger/sealed-ledger.ts'
import type { HeldFact } from '../../wire/filing/filed.ts'
import type { AccessRefusalCode } from '../gate.ts'
import type { Office } from '../office.ts'
import type { SignedIn } from '../session/sessions.ts'

/** A file as somebody with leave reads it: every entry with its place in the whole ledger. */
export interface OpenFile<Fact> {
  readonly access: Access
  readonly entries: readonly (OnFile<Fact> & { readonly position: number })[]
  /** How far the file has come; what is decided on it is decided on this. */
  readonly version: number
}

export type Opening<Fact> = { readonly accepted: true; readonly file: OpenFile<Fact> } | { readonly accepted: false; readonly code: AccessRefusalCode }

/** How facts of one kind of file are read back. */
export type ReadFactOf<Fact> = (held: HeldFact, access: Access) => Fact

/** Which file, and why somebody looks into it. */
export interface Looking {
  readonly who: SignedIn
  readonly stream: string
  readonly look: Look
  /** What is done with it; reading, where nothing is said. */
  readonly action?: FileAction | RequestAction | ShareAction
}

/** Opens a file for somebody: the gate, its line in the access log, and then the words. A file in which nothing was ever recorded is none. */
export async function openFile<Fact>({ gate, cases }: Office, { who, stream, look, action }: Looking, read: ReadFactOf<Fact>): Promise<Opening<Fact>> {
  const admitted = await gate.admit(who, stream, look, action)
  if (!admitted.accepted) return admitted
  const file = asRead(await cases.sealed.read(admitted.access), admitted.access, read)
  return file.version === 0 ? { accepted: false, code: 'access/no-such-file' } : { accepted: true, file }
}

export const asRead = <Fact>(stored: readonly Stored<ReadFact>[], access: Access, read: ReadFactOf<Fact>): OpenFile<Fact> => ({
  access,
  entries: stored.map((entry) => ({ ...entry, fact: read(entry.fact, access) })),
  version: stored.at(-1)?.version ?? 0,
})
