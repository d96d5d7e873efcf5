import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder } from '../crypto/secret-file.ts'
import type { PublicKey, SigningKey } from '../crypto/signing-key.ts'
import { anchorOfLine, digestOfLine, lineOfAnchor, NO_LINE, type Anchor, type LineFault } from './anchor-line.ts'

/** What is wrong with a file of anchors, and the line where it shows. */
export interface AnchorFileFault {
  readonly code: `anchors/${LineFault}` | 'anchors/out-of-order' | 'anchors/cut-short' | 'anchors/none'
  readonly line: number
}

export type AnchorsRead = { readonly accepted: true; readonly anchors: readonly Anchor[]; readonly last: string } | { readonly accepted: false; readonly refusal: AnchorFileFault }

const refused = (code: AnchorFileFault['code'], line: number): AnchorsRead => ({ accepted: false, refusal: { code, line } })

/**
 * Every anchor of a text, in order, once each line shows that it was signed and follows the line before it.
 *
 * A line taken out, put in, changed or moved is refused with its number. Lines cut from the end are not: an anchor on paper, or
 * another copy of the file, shows those.
 */
export function readAnchors(text: string, publicKey: PublicKey): AnchorsRead {
  const lines = text.split('\n')
  const rest = lines.pop() ?? ''
  const anchors: Anchor[] = []
  let last = NO_LINE
  for (const [index, line] of lines.entries()) {
    const anchor = anchorOfLine(line, publicKey)
    if (typeof anchor === 'string') return refused(`anchors/${anchor}`, index + 1)
    if (!follows(anchor, anchors.at(-1), last)) return refused('anchors/out-of-order', index + 1)
    anchors.push(anchor)
    last = digestOfLine(line)
  }
  return rest === '' ? { accepted: true, anchors, last } : refused('anchors/cut-short', lines.length + 1)
}

/** One ledger, which only grows: a line that says otherwise was not written after the one before it. */
const follows = (anchor: Anchor, before: Anchor | undefined, digestBefore: string): boolean =>
  anchor.before === digestBefore && (before === undefined || (anchor.ledger === before.ledger && anchor.position >= before.position))

/** Somebody else is writing to the file of anchors, or was when the machine stopped. */
export class AnchorsInUse extends Error {
  override readonly name = 'AnchorsInUse'
}

const STALE_MS = 60_000

/** One at a time, or two lines would follow the same one. A mark left by a machine that stopped is taken away after a minute. */
export async function alone<Answer>(path: string, work: () => Promise<Answer>): Promise<Answer> {
  const mark = `${path}.lock`
  if (existsSync(mark) && Date.now() - statSync(mark).mtimeMs > STALE_MS) rmSync(mark, { force: true })
  try {
    closeSync(openSync(mark, 'wx', 0o600))
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') throw new AnchorsInUse(`${path} is being written to by somebody else. Try again in a minute.`)
    throw error
  }
  try {
    return await work()
  } finally {
    rmSync(mark, { force: true })
  }
}

/** What the file holds; a file that is not there yet holds nothing. A last line that was never ended was never acknowledged, and is left out. */
export function textForAppending(path: string): string {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return text.slice(0, text.lastIndexOf('\n') + 1)
}

/** Adds a line and answers when the disk has it. `whole` is what stood there, without a last line that a stop cut short. */
export function appendAnchor(path: string, whole: string, anchor: Anchor, signing: SigningKey): void {
  const file = openSync(path, existsSync(path) ? 'r+' : 'wx', 0o600)
  try {
    const end = Buffer.byteLength(whole)
    ftruncateSync(file, end)
    writeSync(file, `${lineOfAnchor(anchor, signing)}\n`, end)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  syncFolder(dirname(path))
}
