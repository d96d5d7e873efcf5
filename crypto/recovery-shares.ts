import { createHmac, hash, randomBytes } from 'node:crypto'
import { SECRET_BYTES } from './box.ts'
import { CHECK_WORDS } from './check-words.ts'
import { split, through, type Point } from './shamir.ts'
import { asMeant, bytesOf, lettersOf } from './share-letters.ts'

/** One officer's part of the master key, as it stands on paper. */
export interface Share {
  readonly of: number
  readonly need: number
  /** Names the making of these shares, so that those of another time are not mixed in. It says nothing of the key. */
  readonly set: string
  readonly point: Point
}

const MARK_BYTES = 8
const GROUP = 5
const PAYLOAD_BYTES = SECRET_BYTES + MARK_BYTES

/** Shared along with the key, so that whoever rebuilds it sees that it is the right one, and whoever holds too few sees nothing of it. */
const markOf = (secret: Uint8Array): Buffer => createHmac('sha256', 'daylight recovery shares').update(secret).digest().subarray(0, MARK_BYTES)

export function sharesOf(secret: Uint8Array, { of, need }: { readonly of: number; readonly need: number }): readonly Share[] {
  const set = lettersOf(randomBytes(5)).slice(0, 8)
  return split(Buffer.concat([secret, markOf(secret)]), { of, need }).map((point) => ({ of, need, set, point }))
}

/** Four words that change when anything of a share does: one slip in sixteen million stays unseen. */
function wordsOf(head: string, letters: string): string {
  const digest = Number.parseInt(hash('sha256', `${head} ${letters}`, 'hex').slice(0, 6), 16)
  return [18, 12, 6, 0].map((shift) => CHECK_WORDS[(digest >> shift) & 63]).join(' ')
}

const headOf = ({ of, need, set, point: { at } }: Share): string => `share ${at} of ${of}, any ${need}, set ${set}`

/** A share on one line, to be printed or written by hand. */
export function lineOfShare(share: Share): string {
  const letters = lettersOf(share.point.bytes)
  return `${headOf(share)}: ${(letters.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join(' ')}, check: ${wordsOf(headOf(share), letters)}`
}

const SHARE = /share\s+(\d{1,2})\s+of\s+(\d{1,2}),\s*any\s+(\d{1,2}),\s*set\s+(\w{8}):\s*([\w\s]+),\s*check:\s*([a-z\s]+)/i

/** A share as somebody typed it, with capitals or without; `misread` where its words do not fit it, null where there is none. */
export function shareIn(text: string): Share | 'misread' | null {
  const [, at, of, need, set = '', typed = '', said = ''] = SHARE.exec(text) ?? []
  if (at === undefined) return null
  const letters = asMeant(typed)
  const share = { of: Number(of), need: Number(need), set: asMeant(set), point: { at: Number(at), bytes: bytesOf(letters, PAYLOAD_BYTES) ?? new Uint8Array() } }
  const isWhole = share.point.bytes.length === PAYLOAD_BYTES && share.point.at >= 1 && share.point.at <= share.of && share.need >= 2 && share.need <= share.of
  return isWhole && said.toLowerCase().split(/\s+/).filter(Boolean).join(' ') === wordsOf(headOf(share), letters) ? share : 'misread'
}

/** Why shares do not rebuild a key. `share` is the number on the paper that is wrong, where it can be named. */
export type SharesRefusal =
  | { readonly code: 'shares/too-few'; readonly have: number; readonly need: number }
  | { readonly code: 'shares/other-set' | 'shares/wrong'; readonly share: number }
  | { readonly code: 'shares/one-is-wrong' }

export type Rebuilt = { readonly accepted: true; readonly secret: Buffer; readonly wrong: readonly number[] } | { readonly accepted: false; readonly refusal: SharesRefusal }

const refused = (refusal: SharesRefusal): Rebuilt => ({ accepted: false, refusal })

/**
 * Rebuilds the key from as many shares as it needs.
 *
 * With more than it needs a wrong one is found out and left aside, and named in `wrong`. With no more than it needs a wrong one is
 * seen by the mark that is shared along with the key; which of them it is, another share shows.
 */
export function rebuilt(shares: readonly Share[]): Rebuilt {
  const [first] = shares
  const need = first?.need ?? 2
  const other = shares.find((share) => share.set !== first?.set || share.need !== need || share.of !== first.of)
  if (other !== undefined) return refused({ code: 'shares/other-set', share: other.point.at })
  const twice = shares.find((share) => shares.some((one) => one !== share && one.point.at === share.point.at && !sameBytes(one.point.bytes, share.point.bytes)))
  if (twice !== undefined) return refused({ code: 'shares/wrong', share: twice.point.at })
  const points = [...new Map(shares.map(({ point }) => [point.at, point])).values()]
  if (points.length < need) return refused({ code: 'shares/too-few', have: points.length, need })
  return bestOf(points, need) ?? refused({ code: 'shares/one-is-wrong' })
}

/** The choice that most of the others agree with: two wrong shares can, by chance, make up for each other. */
function bestOf(points: readonly Point[], need: number): (Rebuilt & { readonly accepted: true }) | null {
  let best: (Rebuilt & { readonly accepted: true }) | null = null
  for (const some of choices(points, need)) {
    const secret = secretIn(through(some))
    if (secret === null) continue
    const wrong = points.filter((point) => !sameBytes(through(some, point.at), point.bytes)).map(({ at }) => at)
    if (best === null || wrong.length < best.wrong.length) best = { accepted: true, secret, wrong }
    if (wrong.length === 0) break
  }
  return best
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0

function secretIn(payload: Uint8Array): Buffer | null {
  const secret = Buffer.from(payload.subarray(0, SECRET_BYTES))
  return sameBytes(markOf(secret), payload.subarray(SECRET_BYTES)) ? secret : null
}

/** Every way to take so many of them. */
function* choices<Item>(items: readonly Item[], count: number): Generator<readonly Item[]> {
  if (count === 0) yield []
  else for (const [index, item] of items.entries()) for (const rest of choices(items.slice(index + 1), count - 1)) yield [item, ...rest]
}
