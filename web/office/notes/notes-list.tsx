import { useState } from 'react'
import { Button } from '@mantine/core'
import type { Member } from '../../../crypto/partner-member.ts'
import { useSay } from '../../../ui/say.tsx'
import type { NotesKeysSent } from '../../../wire/office/notes.ts'
import { Refused } from '../asking/refused.tsx'
import { When } from '../figures/when.tsx'
import { Listing } from '../page/listing.tsx'
import { Waiting } from '../page/waiting.tsx'
import { NoteOpen, titleOf } from './note-open.tsx'
import { useNotes, type NoteRow } from './notes-asked.ts'
import { useOpenedNotes, versionOf, type OpenedNote, type Openers } from './use-opened.ts'
import { UnderOlderKeys } from './under-older-keys.tsx'
import { WriteNote, type SealingKey } from './write-note.tsx'

interface NotesListProps {
  readonly member: Member
  readonly answer: NotesKeysSent
  readonly openers: Openers
  readonly sealing: SealingKey
}

type Doing = { readonly what: 'nothing' | 'write' } | { readonly what: 'read' | 'change'; readonly id: string }
const NOTHING: Doing = { what: 'nothing' }
const NO_ROWS: readonly NoteRow[] = []

/** The notes of the organisation, opened in this page. */
export function NotesList({ member, answer, openers, sealing }: NotesListProps) {
  const say = useSay()
  const asked = useNotes()
  const [doing, setDoing] = useState<Doing>(NOTHING)
  const rows = asked.rows ?? NO_ROWS
  const opened = useOpenedNotes(rows, answer.organisation, openers)
  const away = (): void => setDoing(NOTHING)
  const row = 'id' in doing ? rows.find(({ id, box }) => id === doing.id && box !== null) : undefined
  const text = row && opened?.get(versionOf(row))
  return (
    <>
      {doing.what === 'nothing' && <div className="form-acts"><Button onClick={() => setDoing({ what: 'write' })}>{say('notes.write')}</Button></div>}
      {doing.what === 'write' && <WriteNote member={member} sealing={sealing} before={null} onDone={away} />}
      {doing.what === 'change' && row && typeof text === 'object' && <WriteNote key={versionOf(row)} member={member} sealing={sealing} before={{ ...text, id: row.id, version: row.version }} onDone={away} />}
      {doing.what === 'read' && row && <NoteOpen key={row.id} row={row} opened={text} names={asked.names} organisation={answer.organisation} openers={openers} onChange={() => setDoing({ what: 'change', id: row.id })} onAway={away} />}
      {asked.refusal && <Refused refusal={asked.refusal} onAgain={asked.again} />}
      {asked.waiting && <Waiting what={say('notes.reading')} />}
      <UnderOlderKeys keys={answer.keys} organisation={answer.organisation} openers={openers} sealing={sealing} />
      {asked.rows && <Shown rows={rows} opened={opened} names={asked.names} onOpen={({ id }) => setDoing({ what: 'read', id })} />}
      {asked.more && <p className="list-more"><button type="button" onClick={asked.more}>{say('notes.more')}</button></p>}
    </>
  )
}

interface ShownProps {
  readonly rows: readonly NoteRow[]
  readonly opened: ReadonlyMap<string, OpenedNote> | null
  readonly names: Readonly<Record<string, string>>
  readonly onOpen: (row: NoteRow) => void
}

function Shown({ rows, opened, names, onOpen }: ShownProps) {
  const say = useSay()
  const about = (row: NoteRow) => {
    if (row.deletedAt !== null) return <span className="hint">{say('notes.deleted-by', { name: names[row.deletedBy ?? ''] ?? '' })} <When at={row.deletedAt} /></span>
    const text = opened?.get(versionOf(row))
    return typeof text === 'string' ? <span className="hint">{say(`notes.opened-${text}`)}</span> : <strong translate="no"><bdi>{titleOf(text) ?? say('notes.untitled')}</bdi></strong>
  }
  return (
    <Listing
      caption={say('place.notes')} rows={rows} rowKey={({ id }) => id} onOpen={onOpen} none={say('notes.none')}
      columns={[
        { id: 'about', head: say('notes.about'), cell: about },
        { id: 'by', head: say('notes.by'), cell: ({ by }) => <bdi>{names[by] ?? by}</bdi> },
        { id: 'at', head: say('notes.at'), cell: ({ at }) => <When at={at} /> },
      ]}
    />
  )
}
