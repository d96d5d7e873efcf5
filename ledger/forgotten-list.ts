import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digest } from '../crypto/digest.ts'
import { syncFolder } from '../crypto/secret-file.ts'
import type { PublicKey, SigningKey } from '../crypto/signing-key.ts'

/** A key that was destroyed, when, and under what kind of words. Not whose: the list goes where no name goes. */
export interface Forgotten {
  readonly key: string
  readonly at: string
  readonly kind: string
}

/** What is wrong with a list of forgotten keys, and the line where it shows. */
export interface ForgottenFault {
  readonly code: `forgotten/${'not-a-list' | 'unknown-format' | 'unreadable-line' | 'altered' | 'cut-short' | 'forged' | 'other-key' | 'more-after-its-end'}`
  readonly line: number
}

/** A list that is whole, and the id of the key it was signed with. */
export interface ForgottenList {
  readonly forgotten: readonly Forgotten[]
  readonly signer: string
}

export type ForgottenRead = ({ readonly accepted: true } & ForgottenList) | { readonly accepted: false; readonly refusal: ForgottenFault }

/** A list that cannot be relied on, or cannot be written. Nobody is served before it can: what was forgotten might be read again. */
export class ForgottenListFault extends Error {
  override readonly name = 'ForgottenListFault'
  readonly path: string
  readonly fault: ForgottenFault

  constructor(path: string, fault: ForgottenFault) {
    super(`${path}, line ${fault.line}, is not as it was written (${fault.code}). Put back the copy you keep, or move it away and run: daylight forgotten renew`)
    this.path = path
    this.fault = fault
  }
}

const LIST = 'daylight forgotten keys'
const FORMAT = 1

/** It lies beside the master key: away from the databases and from every backup, so that none of them is restored over it. */
export const forgottenListBeside = (masterKey: string): string => join(dirname(masterKey), 'forgotten.list')

const headOf = (signer: string): string => JSON.stringify({ list: LIST, format: FORMAT, signer })
const lineOf = ({ key, at, kind }: Forgotten, before: string): string => JSON.stringify({ key, at, kind, before: digest(before) })
const endOf = (count: number, last: string, signature: string): string => JSON.stringify({ end: count, last: digest(last), signature })

/** The purpose comes first, so that a signature of ours for anything else is never one for a list. */
const signedText = (signer: string, count: number, last: string): string => JSON.stringify([LIST, FORMAT, signer, count, digest(last)])

/** The whole list as text: each line names the digest of the line before, and the last counts and signs them all. */
export function textOfForgotten(forgotten: readonly Forgotten[], { publicKey, sign }: SigningKey): string {
  const lines = [headOf(publicKey.id)]
  for (const one of forgotten) lines.push(lineOf(one, lines.at(-1) ?? ''))
  const last = lines.at(-1) ?? ''
  return [...lines, endOf(forgotten.length, last, sign(signedText(publicKey.id, forgotten.length, last))), ''].join('\n')
}

/**
 * Every forgotten key of a list, once it shows that nothing was taken out, put in, changed, moved or cut off.
 *
 * An older list that was whole in its time cannot be told from the newest: what was forgotten since stands in the ledger, and in later backups.
 */
export function readForgotten(text: string, publicKeys: readonly PublicKey[]): ForgottenRead {
  const lines = text.split('\n')
  if (lines.at(-1) !== '') return refused('cut-short', lines.length)
  lines.pop()
  const signer = signerOf(lines[0])
  if (typeof signer !== 'object') return refused(signer, 1)
  const publicKey = publicKeys.find(({ id }) => id === signer.signer)
  const forgotten: Forgotten[] = []
  for (const [at, line] of lines.entries()) {
    if (at === 0) continue
    const value = parsed(line)
    if (value !== null && 'end' in value) return ended(lines, at, forgotten, { value, publicKey })
    if (!isForgotten(value)) return refused('unreadable-line', at + 1)
    if (lineOf(value, lines[at - 1] ?? '') !== line) return refused('altered', at + 1)
    forgotten.push({ key: value.key, at: value.at, kind: value.kind })
  }
  return refused('cut-short', lines.length + 1)
}

interface End {
  readonly value: Readonly<Record<string, unknown>>
  readonly publicKey: PublicKey | undefined
}

function ended(lines: readonly string[], at: number, forgotten: readonly Forgotten[], { value, publicKey }: End): ForgottenRead {
  const last = lines[at - 1] ?? ''
  const signature = String(value['signature'])
  if (endOf(forgotten.length, last, signature) !== lines[at]) return refused('altered', at + 1)
  if (at + 1 < lines.length) return refused('more-after-its-end', at + 2)
  if (publicKey === undefined) return refused('other-key', 1)
  return publicKey.holds(signedText(publicKey.id, forgotten.length, last), signature) ? { accepted: true, forgotten, signer: publicKey.id } : refused('forged', at + 1)
}

const refused = (code: string, line: number): ForgottenRead => ({ accepted: false, refusal: { code: `forgotten/${code}` as ForgottenFault['code'], line } })

function signerOf(head: string | undefined): { readonly signer: string } | 'not-a-list' | 'unknown-format' {
  const { list, format, signer } = parsed(head ?? '') ?? {}
  if (list !== LIST || typeof signer !== 'string') return 'not-a-list'
  if (format !== FORMAT) return 'unknown-format'
  return head === headOf(signer) ? { signer } : 'not-a-list'
}

const isForgotten = (value: Readonly<Record<string, unknown>> | null): value is Readonly<Record<string, unknown>> & Forgotten =>
  value !== null && ['key', 'at', 'kind'].every((name) => typeof value[name] === 'string')

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value = JSON.parse(line) as unknown
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}

/** The list in a file; null where there is none. What is wrong with it is thrown. */
export function forgottenAt(path: string, publicKeys: readonly PublicKey[]): readonly Forgotten[] | null {
  if (!existsSync(path)) return null
  const read = readForgotten(readFileSync(path, 'utf8'), publicKeys)
  if (!read.accepted) throw new ForgottenListFault(path, read.refusal)
  return read.forgotten
}

/** Writes the list beside its place and moves it there when the disk has it, so that it is never half of one. */
export function writeForgotten(path: string, forgotten: readonly Forgotten[], signing: SigningKey): void {
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  const file = openSync(unfinished, 'wx', 0o600)
  try {
    writeSync(file, textOfForgotten(forgotten, signing))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
  syncFolder(dirname(path))
}

/** All of several lists, each key once, as it was told of first. */
export const allForgotten = (...lists: readonly (readonly Forgotten[])[]): readonly Forgotten[] => [...new Map(lists.flat().toReversed().map((one) => [one.key, one])).values()].toReversed()
