import { z } from 'zod'
import { InstantAnswer, type Sent } from '../api.ts'

/** Letters of base64url, as WebCrypto's bytes travel. */
const sealed = (most: number) => z.string().max(most).regex(/^[A-Za-z0-9_.-]+$/, 'letters of base64url, and one point where a box has two parts')

const PublicKey = z.string().length(87).regex(/^[A-Za-z0-9_-]+$/, 'a point of P-256 without compression, in base64url').meta({ description: 'A public key of P-256 (65 bytes) in base64url' })
const Box = sealed(1000)
const Id = z.string().regex(/^[A-Za-z0-9-]{8,64}$/, 'an id of letters, figures and strokes').meta({ description: 'Drawn by the browser' })
const Place = z.string().max(200)
const KeyId = z.string().max(120).meta({ description: 'The id of a key of the organisation' })

/** What a key of an organisation goes by: its place among their keys. So no id of another's key can be guessed at. */
export const notesKeyId = (organisation: string, version: number): string => `${organisation}.${version}`

/** As many letters as the box of the longest note has (crypto/partner-note.ts). */
export const MOST_NOTE_LETTERS = 43_900

const NoteBox = sealed(MOST_NOTE_LETTERS).meta({ description: 'The note, sealed in the browser under the organisation’s key' })

/** As few iterations as are taken, and as many as a browser bears (crypto/partner-passphrase.ts says why). */
const Iterations = z.int().min(600_000).max(10_000_000)

/** What `POST /api/notes/own-key` takes: somebody's own key, the private half under a passphrase that is not sent. */
export const OwnNotesKeyShape = z.strictObject({
  publicKey: PublicKey,
  salt: sealed(64),
  iterations: Iterations,
  privateBox: Box,
  trustBox: sealed(8000).meta({ description: 'Which keys of the organisation this person has compared, under the same passphrase' }),
  replaces: PublicKey.nullable().meta({ description: 'The public key that was read before; null for the first' }),
})

export type OwnNotesKey = z.infer<typeof OwnNotesKeyShape>

/** What `POST /api/notes/keys` takes: a key of the organisation, once its shares are on paper. */
export const NewNotesKeyShape = z.strictObject({
  version: z.int().min(1).max(1000).meta({ description: 'One more than the last' }),
  publicKey: PublicKey,
  of: z.int().min(2).max(7),
  need: z.int().min(2).max(7),
  set: z.string().regex(/^[0-9A-Z]{8}$/),
  recoveryBox: Box,
  holding: Box.meta({ description: 'The private half, sealed to whoever makes the key' }),
  typedBack: z.int().min(1).max(7).meta({ description: 'The number of the share that was typed back from paper' }),
})

export type NewNotesKey = z.infer<typeof NewNotesKeyShape>

/** What `POST /api/notes/keys/:key/holdings` takes: the key for a colleague who was let in, or for oneself after recovering. */
export const NewHoldingShape = z.strictObject({
  person: Place,
  publicKey: PublicKey.meta({ description: 'The public key it was sealed to, whose words were compared' }),
  box: Box,
})

export type NewHolding = z.infer<typeof NewHoldingShape>

/** What `POST /api/notes` takes. */
export const NewNoteShape = z.strictObject({ id: Id, key: KeyId, box: NoteBox })

/** What `PUT /api/notes/:id` takes: the note as it is from now on. */
export const NoteChangeShape = z.strictObject({ key: KeyId, box: NoteBox })

/** What `PUT /api/notes/:id/under` takes: every version of a note under a newer key, as it was. */
export const NoteResealedShape = z.strictObject({ key: KeyId, boxes: z.array(z.strictObject({ version: z.int().min(1), box: NoteBox })).min(1).max(100) })

export type NoteResealed = z.infer<typeof NoteResealedShape>

const OrganisationKey = z.strictObject({
  id: z.string(),
  version: z.int().min(1),
  publicKey: z.string(),
  of: z.int(),
  need: z.int(),
  set: z.string(),
  recoveryBox: z.string().nullable().meta({ description: 'The private half under what the shares rebuild; null once the key is retired' }),
  madeBy: z.string(),
  madeAt: InstantAnswer,
  retiredAt: InstantAnswer.nullable().meta({ description: 'When the last note was sealed to a newer key' }),
  holding: z.string().nullable().meta({ description: 'The private half, sealed to whoever asks; null where they were not let in' }),
})

const NotesColleague = z.strictObject({
  person: z.string(),
  name: z.string(),
  publicKey: z.string(),
  since: InstantAnswer,
  holds: z.array(z.string()).meta({ description: 'Ids of the keys they were let in to' }),
  leftAt: InstantAnswer.nullable().meta({ description: 'When they were marked as having left' }),
})

/** What `GET /api/notes/keys` answers. */
export const NotesKeysShape = z.strictObject({
  organisation: z.string(),
  person: z.string(),
  own: z.strictObject({ publicKey: z.string(), salt: z.string(), iterations: z.int(), privateBox: z.string(), trustBox: z.string() }).nullable(),
  keys: z.array(OrganisationKey).meta({ description: 'The newest first' }),
  colleagues: z.array(NotesColleague),
})

export type NotesKeysSent = Sent<typeof NotesKeysShape>

const Note = z.strictObject({
  id: z.string(),
  version: z.int().min(1),
  by: z.string(),
  at: InstantAnswer,
  key: z.string().nullable(),
  box: z.string().nullable().meta({ description: 'Null where the note was deleted' }),
  deletedBy: z.string().nullable(),
  deletedAt: InstantAnswer.nullable(),
})

export type NoteSent = Sent<typeof Note>

const Names = z.record(z.string(), z.string())

/** What `GET /api/notes` answers: the last version of each note, the newest first. */
export const NotesShape = z.strictObject({ notes: z.array(Note), next: z.string().nullable(), names: Names })

export type NotesSent = Sent<typeof NotesShape>

/** What `GET /api/notes/:id` answers: every version, the newest first. */
export const NoteVersionsShape = z.strictObject({ versions: z.array(Note), names: Names })

export type NoteVersionsSent = Sent<typeof NoteVersionsShape>

/** What an act on a note answers. */
export const NoteKeptShape = z.strictObject({ id: z.string(), version: z.int().min(1), at: InstantAnswer })

export type NoteKeptSent = Sent<typeof NoteKeptShape>
