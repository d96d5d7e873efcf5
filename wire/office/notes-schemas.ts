import { answered, asked } from '../schema-parts.ts'
import { NewHoldingShape, NewNotesKeyShape, NewNoteShape, NoteChangeShape, NoteKeptShape, NoteResealedShape, NotesKeysShape, NotesShape, NoteVersionsShape, OwnNotesKeyShape } from './notes.ts'

/** The shapes of partners' notes, by their names in the OpenAPI document. */
export const notesSchemas = () => ({
  NotesKeys: answered(NotesKeysShape),
  OwnNotesKey: asked(OwnNotesKeyShape),
  NewNotesKey: asked(NewNotesKeyShape),
  NewHolding: asked(NewHoldingShape),
  Notes: answered(NotesShape),
  NoteVersions: answered(NoteVersionsShape),
  NoteKept: answered(NoteKeptShape),
  NewNote: asked(NewNoteShape),
  NoteChange: asked(NoteChangeShape),
  NoteResealed: asked(NoteResealedShape),
})
