import { ClosedFileFault } from '../../crypto/age.ts'
import { KeyFault } from '../../crypto/key-ring.ts'
import { MasterKeyFault } from '../../crypto/master-key.ts'
import { SigningKeyFault } from '../../crypto/signing-key.ts'
import type { AnchorFileFault } from '../../ledger/anchor-file.ts'
import { BackupRefused } from '../../ledger/backup-reading.ts'
import { ForgottenListFault } from '../../ledger/forgotten-list.ts'
import { StoreFault } from '../../ledger/store/fault.ts'
import type { Figures } from '../../wire/words.ts'
import { speakOfKeys } from '../in-words.ts'
import { BackupAsked } from './backup-files.ts'
import { EXIT_BAD_INPUT, EXIT_CHAIN_BROKEN, EXIT_STORE_FAULT, type LedgerDesk } from './ledger-desk.ts'

export interface BackupRefusal {
  readonly code: string
  readonly line?: number
  readonly figures?: Figures
}

/** A file of anchors that cannot be relied on, met while a backup is looked at. */
export class AnchorsRefused extends Error {
  override readonly name = 'AnchorsRefused'
  readonly path: string
  readonly fault: AnchorFileFault

  constructor(path: string, fault: AnchorFileFault) {
    super(fault.code)
    this.path = path
    this.fault = fault
  }
}

const BROKEN = new Set(['archive/broken-chain', 'backup/other-than-anchored'])

/** Says in words what stands in the way, with its code, and where it shows. */
export function refuse({ complain }: LedgerDesk, file: string, { code, line, figures }: BackupRefusal): number {
  complain(`daylight: ${file}${line === undefined ? '' : `, line ${line}`}: ${code}. ${speakOfKeys()(`refusal.${code}`, figures)}`)
  return BROKEN.has(code) ? EXIT_CHAIN_BROKEN : EXIT_BAD_INPUT
}

/** Does, and says in a sentence whatever a file, a key or a store throws. */
export async function told(desk: LedgerDesk, file: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BackupAsked) return refuse(desk, file, error)
    if (error instanceof BackupRefused) return refuse(desk, file, error.fault)
    if (error instanceof AnchorsRefused) return refuse(desk, error.path, error.fault)
    if (error instanceof ForgottenListFault) return refuse(desk, error.path, error.fault)
    if (error instanceof ClosedFileFault) return refuse(desk, file, { code: `backup/${error.why}` })
    if (error instanceof StoreFault) {
      desk.complain(`daylight: ${error.message}`)
      return EXIT_STORE_FAULT
    }
    const { syscall, code, path } = error as { readonly syscall?: string; readonly code?: string; readonly path?: string }
    if (error instanceof SigningKeyFault || error instanceof MasterKeyFault || error instanceof KeyFault) desk.complain(`daylight: ${error.message}`)
    else if (syscall !== undefined) desk.complain(`daylight: ${path ?? file} cannot be read or written (${code ?? 'unknown'}).`)
    else throw error
    return EXIT_BAD_INPUT
  }
}
