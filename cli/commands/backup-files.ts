import { createReadStream, openSync, closeSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { openedText, type Opener, type Recipients } from '../../crypto/age.ts'
import { linesOf, type Line } from '../../ledger/archive-reading.ts'

/** Why a backup is not taken or not read, before a line of it is looked at. */
export class BackupAsked extends Error {
  override readonly name = 'BackupAsked'
  readonly code: 'backup/for-nobody' | 'backup/short-passphrase' | 'backup/one-folder' | 'backup/no-opener'

  constructor(code: BackupAsked['code']) {
    super(code)
    this.code = code
  }
}

/** Who a backup is closed for, and what opens it: files that hold a passphrase or an identity, so that neither stands in the history of a shell. */
export interface Locks {
  readonly recipient?: readonly string[]
  readonly passphrase?: string
  readonly identity?: string
}

/** Whoever has the file tries passphrases for years: five words of a list, or twenty letters drawn by chance. */
const FEWEST_LETTERS = 20

export function recipientsOf({ recipient = [], passphrase }: Locks): Recipients {
  if (passphrase === undefined) {
    if (recipient.length === 0) throw new BackupAsked('backup/for-nobody')
    return { recipients: recipient }
  }
  const words = passphraseIn(passphrase)
  if (words.length < FEWEST_LETTERS) throw new BackupAsked('backup/short-passphrase')
  return { passphrase: words }
}

export function openerOf({ passphrase, identity }: Locks): Opener {
  if (identity !== undefined) return { identity: readFileSync(identity, 'utf8').split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-'))?.trim() ?? '' }
  if (passphrase !== undefined) return { passphrase: passphraseIn(passphrase) }
  throw new BackupAsked('backup/no-opener')
}

const passphraseIn = (path: string): string => (readFileSync(path, 'utf8').split('\n')[0] ?? '').trim()

/** Two files that lie in two folders, best on two disks: whoever finds one has half. */
export function apart(file: string, keys: string): void {
  if (dirname(resolve(file)) === dirname(resolve(keys))) throw new BackupAsked('backup/one-folder')
}

/** The lines of a closed file. That it can be read at all is tried first, so that a missing file is not taken for an altered one. */
export function closedLines(path: string, opener: Opener): AsyncGenerator<Line> {
  closeSync(openSync(path, 'r'))
  return linesOf(openedText(createReadStream(path) as AsyncIterable<Uint8Array>, opener))
}
