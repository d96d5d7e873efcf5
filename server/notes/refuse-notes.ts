import { refuse } from '../http/problem.ts'
import type { Office } from '../office.ts'

/** What stands in the way of keeping a partner's note, or a key for notes. Public, never renamed and never reused. */
export type NotesRefusalCode =
  | 'notes/not-here'
  | 'notes/no-key-yet'
  | 'notes/no-own-key'
  | 'notes/own-key-changed'
  | 'notes/key-made-already'
  | 'notes/not-let-in'
  | 'notes/their-key-changed'
  | 'notes/other-key'
  | 'notes/changed-meanwhile'
  | 'notes/kept-already'
  | 'notes/deleted'

/** What became of an act on notes. */
export type NotesOutcome<Value> = { readonly accepted: true; readonly value: Value } | { readonly accepted: false; readonly code: NotesRefusalCode }

export const kept = <Value>(value: Value): NotesOutcome<Value> => ({ accepted: true, value })
export const turnedDown = (code: NotesRefusalCode): { readonly accepted: false; readonly code: NotesRefusalCode } => ({ accepted: false, code })

const DETAILS: Readonly<Record<NotesRefusalCode, string>> = {
  'notes/not-here': 'Your organisation keeps nothing under this id.',
  'notes/no-key-yet': 'Notes are taken once your organisation has a key, its recovery shares are on paper, and one of them was typed back.',
  'notes/no-own-key': 'Choose a passphrase for notes first.',
  'notes/own-key-changed': 'Your own key was changed meanwhile, in another window or on another machine.',
  'notes/key-made-already': 'A colleague has made a key meanwhile, or you were not let in to the one before.',
  'notes/not-let-in': 'A colleague lets you in to the key of your organisation first.',
  'notes/their-key-changed': 'This colleague has made another key meanwhile. Compare its words with them.',
  'notes/other-key': 'The key of your organisation was renewed meanwhile. Nothing is sealed to the old one any more.',
  'notes/changed-meanwhile': 'A colleague has changed this note since you read it.',
  'notes/kept-already': 'Another note is kept under this id, and stays.',
  'notes/deleted': 'This note was deleted.',
}

/** Says no to somebody who keeps notes. Nothing that was sent is in it. */
export const refuseNotes = ({ speak }: Office, code: NotesRefusalCode): Response => refuse(speak, { code, detail: DETAILS[code] })
