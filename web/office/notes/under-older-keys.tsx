import { useState } from 'react'
import { Button } from '@mantine/core'
import { sealedNote } from '../../../crypto/partner-note.ts'
import { useSay } from '../../../ui/say.tsx'
import { NoteKeptShape, NotesShape, NoteVersionsShape, type NotesSent } from '../../../wire/office/notes.ts'
import { ask, type Answered } from '../asking/ask.ts'
import type { Refusal } from '../asking/refusal.ts'
import { Refused } from '../asking/refused.tsx'
import { NOTES_PATH, useLookAgain, type NotesKey } from './notes-asked.ts'
import { openRow, type Openers } from './use-opened.ts'
import type { SealingKey } from './write-note.tsx'

interface UnderOlderKeysProps {
  readonly keys: readonly NotesKey[]
  readonly organisation: string
  readonly openers: Openers
  readonly sealing: SealingKey
}

/** Notes that a renewed key has not reached yet. Whoever breaks off goes on where they were: a note lies under one key or the other. */
export function UnderOlderKeys({ keys, organisation, openers, sealing }: UnderOlderKeysProps) {
  const say = useSay()
  const lookAgain = useLookAgain()
  const [done, setDone] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const older = keys.filter(({ id, retiredAt }) => id !== sealing.id && retiredAt === null && openers.has(id))
  if (older.length === 0) return null
  const move = async (): Promise<void> => {
    setRefusal(await resealAll(organisation, openers, sealing, setDone))
    setDone(null)
    lookAgain()
  }
  return (
    <section className="panel" aria-labelledby="older-keys">
      <h2 id="older-keys">{say('notes.older-title')}</h2>
      <p>{say('notes.older-means')}</p>
      {refusal && <Refused refusal={refusal} />}
      <div className="form-acts"><Button onClick={() => void (done === null && move())} aria-disabled={done !== null}>{say('notes.older-move')}</Button></div>
      {done !== null && <p role="status">{say('notes.older-moving', { count: done })}</p>}
    </section>
  )
}

/** Every note under the newest key, one after another. Answers with what stood in the way, or with null. */
async function resealAll(organisation: string, openers: Openers, sealing: SealingKey, onDone: (count: number) => void): Promise<Refusal | null> {
  const toMove: { readonly id: string; readonly version: number }[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Answered<NotesSent> = await ask(cursor === '' ? NOTES_PATH : `${NOTES_PATH}?cursor=${encodeURIComponent(cursor)}`, NotesShape)
    if (!page.accepted) return page.refusal
    toMove.push(...page.value.notes.filter(({ key }) => key !== null && key !== sealing.id))
    cursor = page.value.next
  }
  onDone(0)
  for (const [at, note] of toMove.entries()) {
    const refusal = await reseal(note, organisation, openers, sealing)
    if (refusal) return refusal
    onDone(at + 1)
  }
  return null
}

/** A version that does not open is left where it is with all of its note: nothing is thrown away to make it fit. */
async function reseal({ id, version }: { readonly id: string; readonly version: number }, organisation: string, openers: Openers, sealing: SealingKey): Promise<Refusal | null> {
  const asked = await ask(`${NOTES_PATH}/${id}`, NoteVersionsShape)
  if (!asked.accepted) return asked.refusal
  const boxes: { readonly version: number; readonly box: string }[] = []
  for (const row of asked.value.versions) {
    const text = await openRow(row, organisation, openers)
    if (text === null || typeof text === 'string') return null
    const sealed = await sealedNote(sealing.opener, text, { organisation, note: id, version: row.version, by: row.by, key: sealing.id })
    if (sealed.accepted) boxes.push({ version: row.version, box: sealed.box })
  }
  const answered = await ask({ path: `${NOTES_PATH}/${id}/under`, method: 'PUT', body: { key: sealing.id, boxes }, version: String(version) }, NoteKeptShape)
  return answered.accepted || answered.refusal.code === 'notes/changed-meanwhile' || answered.refusal.code === 'notes/deleted' ? null : answered.refusal
}
