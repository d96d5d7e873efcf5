import { useState } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'
import { NoteKeptShape, NoteVersionsShape } from '../../../wire/office/notes.ts'
import { Refused } from '../asking/refused.tsx'
import { useAsked } from '../asking/use-asked.ts'
import { useSending } from '../asking/use-sending.ts'
import { When } from '../figures/when.tsx'
import { AskFirst } from '../page/ask-first.tsx'
import { NOTES, NOTES_KEYS, NOTES_PATH, type NoteRow } from './notes-asked.ts'
import { useOpenedNotes, versionOf, type OpenedNote, type Openers } from './use-opened.ts'

interface NoteOpenProps {
  readonly row: NoteRow
  readonly opened: OpenedNote | undefined
  readonly names: Readonly<Record<string, string>>
  readonly organisation: string
  readonly openers: Openers
  readonly onChange: () => void
  readonly onAway: () => void
}

/** One note, read in this page and nowhere else. */
export function NoteOpen({ row, opened, names, organisation, openers, onChange, onAway }: NoteOpenProps) {
  const say = useSay()
  const [asks, setAsks] = useState<'nothing' | 'delete' | 'earlier'>('nothing')
  const { send, refusal, waiting } = useSending(NoteKeptShape, [NOTES, NOTES_KEYS])
  const remove = async (): Promise<void> => {
    setAsks('nothing')
    const answered = await send({ path: `${NOTES_PATH}/${row.id}`, method: 'DELETE', version: String(row.version) })
    if (answered.accepted) onAway()
  }
  return (
    <section className="panel" aria-labelledby="open-note" translate="no">
      <div className="panel-head"><h2 id="open-note"><bdi>{titleOf(opened) ?? say('notes.note')}</bdi></h2><button type="button" onClick={onAway}>{say('notes.close')}</button></div>
      <p className="hint"><bdi>{names[row.by] ?? row.by}</bdi>, <When at={row.at} /></p>
      <NoteWords opened={opened} />
      {refusal && <Refused refusal={refusal} />}
      <div className="form-acts">
        {typeof opened === 'object' && <Button variant="default" onClick={onChange}>{say('notes.change')}</Button>}
        {row.version > 1 && asks !== 'earlier' && <Button variant="default" onClick={() => setAsks('earlier')}>{say('notes.earlier')}</Button>}
        <Button variant="default" onClick={() => setAsks('delete')} aria-disabled={waiting}>{say('notes.delete')}</Button>
      </div>
      {asks === 'delete' && <AskFirst title={say('notes.delete-title')} act={say('notes.delete')} onAct={() => void remove()} onKeep={() => setAsks('nothing')}><p>{say('notes.delete-means')}</p></AskFirst>}
      {asks === 'earlier' && <Earlier note={row.id} organisation={organisation} openers={openers} />}
    </section>
  )
}

/** What a note is about, where that was written and can be read. */
export const titleOf = (opened: OpenedNote | undefined): string | null => (typeof opened === 'object' && opened.about.trim() !== '' ? opened.about : null)

function NoteWords({ opened }: { readonly opened: OpenedNote | undefined }) {
  const say = useSay()
  if (opened === undefined) return null
  return typeof opened === 'string' ? <p className="warned">{say(`notes.opened-${opened}`)}</p> : <p className="note-words" dir="auto">{opened.says}</p>
}

function Earlier({ note, organisation, openers }: { readonly note: string; readonly organisation: string; readonly openers: Openers }) {
  const say = useSay()
  const asked = useAsked({ path: `${NOTES_PATH}/${note}`, streams: [NOTES] }, NoteVersionsShape)
  const earlier = asked.answer?.versions.slice(1) ?? []
  const opened = useOpenedNotes(earlier, organisation, openers)
  return (
    <div className="doing">
      <h3>{say('notes.earlier')}</h3>
      {asked.refusal && <Refused refusal={asked.refusal} onAgain={asked.again} />}
      {earlier.map((row) => (
        <article key={row.version}>
          <p className="hint"><bdi>{asked.answer?.names[row.by] ?? row.by}</bdi>, <When at={row.at} /></p>
          <NoteWords opened={opened?.get(versionOf(row))} />
        </article>
      ))}
    </div>
  )
}
