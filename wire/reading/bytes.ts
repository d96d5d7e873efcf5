import { badInput, type BadInput } from './bad-input.ts'
import { placeOf } from './place.ts'

/** Present in every runtime Daylight has, and in no language library, so it is named here. */
declare const TextDecoder: new (
  encoding: 'utf-8',
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string }

/** 5 MiB: far more than a plan or a case takes, so that more is a mistake or an attack. */
export const MOST_BYTES = 5 * 1024 * 1024

/** Refuses a file by its size, before any of it is read into memory. */
export const tooLarge = (file: string, size: number): BadInput | null =>
  size <= MOST_BYTES
    ? null
    : badInput(file, { code: 'reading/too-large', problem: `the file has ${size} bytes`, expected: `at most ${MOST_BYTES} bytes (5 MiB)` })

export type Decoded = { readonly accepted: true; readonly text: string } | { readonly accepted: false; readonly bad: BadInput }

/**
 * The text of a file that is UTF-8 throughout. Nothing is repaired: a letter that was guessed could be somebody's name.
 *
 * A byte order mark at the start is dropped, as RFC 8259 allows, since common editors write one unasked.
 */
export function textOf(file: string, bytes: Uint8Array): Decoded {
  const bad = tooLarge(file, bytes.length)
  if (bad) return { accepted: false, bad }
  try {
    return { accepted: true, text: decode(bytes) }
  } catch {
    return { accepted: false, bad: notUtf8(file, bytes) }
  }
}

function notUtf8(file: string, bytes: Uint8Array): BadInput {
  const before = begun(bytes.subarray(0, soundLength(bytes)))
  return badInput(file, {
    code: 'reading/not-utf-8',
    place: placeOf(before, before.length),
    problem: looksLikeUtf16(bytes) ? 'the file is written in UTF-16' : 'a byte here is not UTF-8',
    expected: 'UTF-8: open the file in an editor and save it again with that encoding',
  })
}

const looksLikeUtf16 = ([first, second]: Uint8Array): boolean => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** How many bytes from the start could be the beginning of UTF-8, found by halving. */
function soundLength(bytes: Uint8Array): number {
  let [sound, unsound] = [0, bytes.length + 1]
  while (unsound - sound > 1) {
    const middle = (sound + unsound) >> 1
    if (isSound(bytes.subarray(0, middle))) sound = middle
    else unsound = middle
  }
  return sound
}

function isSound(bytes: Uint8Array): boolean {
  try {
    begun(bytes)
    return true
  } catch {
    return false
  }
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** What bytes that may go on say so far; a character cut at the end is no fault and not yet said. */
const begun = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
