import { asBytes, asText, type Bytes, type PartnerPlace } from './partner-bytes.ts'
import { openedAmong, sealedAmong, type Opener } from './partner-pair.ts'

/** What a partner wrote: whom or what it is about, and the note itself. Both are sealed. */
export interface NoteText {
  readonly about: string
  readonly says: string
}

/** Where a note belongs: changed in any of it, the box does not open. */
export interface NotePlace {
  readonly organisation: string
  readonly note: string
  readonly version: number
  /** Who wrote this version. */
  readonly by: string
  /** The key of the organisation it is sealed to. */
  readonly key: string
}

/** A note fills whole blocks, so that its length says little of what is in it. */
const BLOCK = 1024
const COUNT_BYTES = 4

/** Some ten pages. */
export const MOST_NOTE_BYTES = 32 * BLOCK - COUNT_BYTES

/** As long as a box of the longest note is, in letters: the block, a nonce and a tag in base64url, and the key made for it. */
export const MOST_BOX_LETTERS = Math.ceil(((MOST_NOTE_BYTES + COUNT_BYTES + 28) * 4) / 3) + 88

const placeOf = ({ organisation, note, version, by, key }: NotePlace): PartnerPlace => ['note', organisation, note, version, by, key]

export type SealedNote = { readonly accepted: true; readonly box: string } | { readonly accepted: false; readonly code: 'note/too-long' | 'note/no-key' }

/** Seals a note under the organisation's key: whoever holds it opens the note, and nobody else can make one. */
export async function sealedNote(opener: Opener, text: NoteText, place: NotePlace): Promise<SealedNote> {
  const bytes = asBytes(JSON.stringify({ about: text.about, says: text.says }))
  if (bytes.length > MOST_NOTE_BYTES) return { accepted: false, code: 'note/too-long' }
  const box = await sealedAmong(opener, filled(bytes), placeOf(place))
  return box === null ? { accepted: false, code: 'note/no-key' } : { accepted: true, box }
}

function filled(bytes: Bytes): Bytes {
  const block = new Uint8Array(Math.ceil((COUNT_BYTES + bytes.length) / BLOCK) * BLOCK)
  new DataView(block.buffer).setUint32(0, bytes.length)
  block.set(bytes, COUNT_BYTES)
  return block
}

/** Opens a note; null where the key or the place is another, or a byte was altered. */
export async function openedNote(opener: Opener, box: string, place: NotePlace): Promise<NoteText | null> {
  const block = await openedAmong(opener, box, placeOf(place))
  if (block === null || block.length < COUNT_BYTES) return null
  const length = new DataView(block.buffer, block.byteOffset).getUint32(0)
  return noteIn(asText(block.subarray(COUNT_BYTES, COUNT_BYTES + length)))
}

/** What comes out is read as carefully as what comes in: a colleague's page may be of another version. */
function noteIn(text: string | null): NoteText | null {
  try {
    const { about, says } = JSON.parse(text ?? 'null') as Partial<Record<string, unknown>>
    return typeof about === 'string' && typeof says === 'string' ? { about, says } : null
  } catch {
    return null
  }
}
