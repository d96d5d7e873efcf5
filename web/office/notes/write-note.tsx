import { useState } from 'react'
import { newId } from '../../../crypto/browser-id.ts'
import type { Member } from '../../../crypto/partner-member.ts'
import { sealedNote, type NoteText } from '../../../crypto/partner-note.ts'
import type { Opener } from '../../../crypto/partner-pair.ts'
import { useSay } from '../../../ui/say.tsx'
import { NoteKeptShape } from '../../../wire/office/notes.ts'
import type { Refusal } from '../asking/refusal.ts'
import { useSending } from '../asking/use-sending.ts'
import { LongField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useDraft } from '../form/use-draft.ts'
import { NOTES, NOTES_KEYS, NOTES_PATH, refusedHere } from './notes-asked.ts'

/** The key notes are sealed under now. */
export interface SealingKey {
  readonly id: string
  readonly opener: Opener
}

interface WriteNoteProps {
  readonly member: Member
  readonly sealing: SealingKey
  /** The note that is written anew, as it was read; null for a new one. */
  readonly before: (NoteText & { readonly id: string; readonly version: number }) | null
  readonly onDone: () => void
}

/** Writes a note. What is typed is sealed before it is sent; it stands in this page's memory until then. */
export function WriteNote({ member, sealing, before, onDone }: WriteNoteProps) {
  const say = useSay()
  const [id] = useState(() => before?.id ?? newId())
  const draft = useDraft<NoteText>(before ? `notes/${before.id}/${before.version}` : 'notes/new', { about: before?.about ?? '', says: before?.says ?? '' })
  const { send, refusal, waiting } = useSending(NoteKeptShape, [NOTES, NOTES_KEYS])
  const [wrong, setWrong] = useState<Refusal | null>(null)
  const done = (): void => {
    draft.forget()
    onDone()
  }
  const keep = async (): Promise<void> => {
    const version = (before?.version ?? 0) + 1
    const sealed = await sealedNote(sealing.opener, draft.value, { organisation: member.organisation, note: id, version, by: member.person, key: sealing.id })
    setWrong(sealed.accepted ? null : refusedHere(`notes/${sealed.code.replace('/', '-')}`))
    if (!sealed.accepted) return
    const body = { key: sealing.id, box: sealed.box }
    const answered = await send(before ? { path: `${NOTES_PATH}/${id}`, method: 'PUT', body, version: String(before.version) } : { path: NOTES_PATH, body: { id, ...body } })
    if (answered.accepted) done()
  }
  return (
    <section className="panel" aria-labelledby="write-note" spellCheck={false} translate="no">
      <h2 id="write-note">{say(before ? 'notes.change' : 'notes.write')}</h2>
      <Form onSend={() => void keep()} refusal={wrong ?? refusal} waiting={waiting} act={say('notes.keep')} what={say('notes.keeping')} onDiscard={done}>
        <TextField label={say('notes.about')} hint={say('notes.about-hint')} {...draft.at('about')} />
        <LongField label={say('notes.says')} hint={say('notes.says-hint')} rows={10} {...draft.at('says')} />
      </Form>
    </section>
  )
}
