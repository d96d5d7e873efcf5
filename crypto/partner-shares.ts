import { CHECK_WORDS } from './check-words.ts'
import { asBytes, drawn, type Bytes } from './partner-bytes.ts'
import { split, through, type Point } from './shamir.ts'
import { asMeant, bytesOf, lettersOf } from './share-letters.ts'

/** How many papers there are, and how many of them rebuild the key. */
export interface ShareCount {
  readonly of: number
  readonly need: number
}

/** One paper of an organisation: a part of what opens its key again. */
export interface NotesShare extends ShareCount {
  /** Names the making, so that papers of another key are not mixed in. It says nothing of the key. */
  readonly set: string
  readonly point: Point
}

/** What the papers rebuild: as long as a key is (AES-256), and short enough to be written by hand. */
export const RECOVERY_BYTES = 32

/** More papers than this are lost sooner than kept. */
export const MOST_NOTES_SHARES = 7

const GROUP = 5
const SET_LETTERS = 8

export function notesSharesOf(secret: Bytes, count: ShareCount): readonly NotesShare[] {
  const set = lettersOf(drawn(SET_LETTERS)).slice(0, SET_LETTERS)
  return split(secret, count, drawn).map((point) => ({ ...count, set, point }))
}

const headOf = ({ of, need, set, point: { at } }: NotesShare): string => `notes share ${at} of ${of}, any ${need}, set ${set}`

/** Four words that change when anything of a share does: one slip in sixteen million stays unseen. */
async function wordsOf(head: string, letters: string): Promise<string> {
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', asBytes(`${head} ${letters}`)))
  return [...digest.subarray(0, 4)].map((byte) => CHECK_WORDS[byte & 63]).join(' ')
}

/** A share on one line, to be printed or written by hand. */
export async function lineOfNotesShare(share: NotesShare): Promise<string> {
  const letters = lettersOf(share.point.bytes)
  return `${headOf(share)}: ${(letters.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join(' ')}, check: ${await wordsOf(headOf(share), letters)}`
}

const SHARE = /notes\s+share\s+(\d)\s+of\s+(\d),\s*any\s+(\d),\s*set\s+(\w{8})\s*:\s*([\w\s]+),\s*check\s*:\s*([a-z\s]+)/i

/** A share as somebody typed it, with capitals or without; null where there is none, or its words do not fit it. */
export async function notesShareIn(text: string): Promise<NotesShare | null> {
  const [, at, of, need, set = '', typed = '', said = ''] = SHARE.exec(text) ?? []
  const letters = asMeant(typed)
  const bytes = bytesOf(letters, RECOVERY_BYTES)
  if (at === undefined || bytes === null) return null
  const share = { of: Number(of), need: Number(need), set: asMeant(set), point: { at: Number(at), bytes } }
  const isWhole = share.point.at >= 1 && share.point.at <= share.of && share.need >= 2 && share.need <= share.of && share.of <= MOST_NOTES_SHARES
  return isWhole && said.toLowerCase().split(/\s+/).filter(Boolean).join(' ') === (await wordsOf(headOf(share), letters)) ? share : null
}

/** What keeps papers from being tried at all. */
export type SharesLack = { readonly code: 'shares/other-set' } | { readonly code: 'shares/too-few'; readonly have: number; readonly need: number }

/** What some papers give together: secrets to try, or what is lacking. */
export type FromShares = { readonly accepted: true; readonly secrets: readonly Bytes[] } | { readonly accepted: false; readonly refusal: SharesLack }

/** Every secret that enough of these papers give. Where one paper is wrong and there are more than enough, one of the secrets is right; a box says which. */
export function secretsIn(shares: readonly NotesShare[], set: string, need: number): FromShares {
  if (shares.some((share) => share.set !== set || share.need !== need)) return { accepted: false, refusal: { code: 'shares/other-set' } }
  const points = [...new Map(shares.map(({ point }) => [`${point.at} ${lettersOf(point.bytes)}`, point])).values()]
  const numbers = new Set(points.map(({ at }) => at))
  if (numbers.size < need) return { accepted: false, refusal: { code: 'shares/too-few', have: numbers.size, need } }
  const some = [...choices(points, need)].filter((chosen) => new Set(chosen.map(({ at }) => at)).size === need)
  return { accepted: true, secrets: some.map((chosen) => Uint8Array.from(through(chosen))) }
}

/** Every way to take so many of them. */
function* choices<Item>(items: readonly Item[], count: number): Generator<readonly Item[]> {
  if (count === 0) yield []
  else for (const [index, item] of items.entries()) for (const rest of choices(items.slice(index + 1), count - 1)) yield [item, ...rest]
}
