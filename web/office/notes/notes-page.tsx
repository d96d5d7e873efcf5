import { Button } from '@mantine/core'
import { canSealHere } from '../../../crypto/partner-lock.ts'
import type { Member } from '../../../crypto/partner-member.ts'
import { useSay } from '../../../ui/say.tsx'
import type { NotesKeysSent } from '../../../wire/office/notes.ts'
import { Held, Page } from '../page/page.tsx'
import { Waiting } from '../page/waiting.tsx'
import { Colleagues } from './colleagues.tsx'
import { lockNotes, useHeldKey } from './held-key.ts'
import { CompareKey, NotLetIn } from './let-in.tsx'
import { useNotesKeys } from './notes-asked.ts'
import { NotesList } from './notes-list.tsx'
import { MakeOrganisationKey } from './organisation-key.tsx'
import { MakeOwnKey, Unlock } from './own-key.tsx'
import { useOpeners } from './use-opened.ts'
import '../sites/sites.css'
import './notes.css'

/** The notes of a partner: sealed and opened in this page, under keys that only the partner holds. */
export function NotesPage() {
  const say = useSay()
  const asked = useNotesKeys()
  return (
    <Page title={say('place.notes')}>
      <p className="hint">{say('notes.for')}</p>
      {canSealHere() ? <Held asked={asked} what={say('notes.reading')}>{(answer) => <Kept answer={answer} />}</Held> : <p className="warned">{say('notes.not-here')}</p>}
      <NotProtected />
    </Page>
  )
}

function Kept({ answer }: { readonly answer: NotesKeysSent }) {
  const member = useHeldKey(answer.person)
  const who = { organisation: answer.organisation, person: answer.person }
  if (answer.own === null) return <MakeOwnKey who={who} replaces={null} />
  return member?.kept.publicKey === answer.own.publicKey ? <Unlocked member={member} answer={answer} /> : <Unlock who={who} own={answer.own} />
}

/** What somebody can do whose own key is open, by how far their organisation has come and they in it. */
function Unlocked({ member, answer }: { readonly member: Member; readonly answer: NotesKeysSent }) {
  const say = useSay()
  const openers = useOpeners(member, answer.keys)
  const [newest] = answer.keys
  if (!newest) return <MakeOrganisationKey member={member} version={1} onDone={() => undefined} />
  if (openers === null) return <Waiting what={say('notes.reading')} />
  const opener = openers.get(newest.id)
  if (!opener) return <NotLetIn member={member} keys={answer.keys} />
  if (!member.trusted.includes(newest.publicKey)) return <CompareKey member={member} newest={newest} />
  return (
    <>
      <div className="form-acts"><Button variant="default" onClick={lockNotes}>{say('notes.lock')}</Button></div>
      <NotesList member={member} answer={answer} openers={openers} sealing={{ id: newest.id, opener }} />
      <Colleagues member={member} answer={answer} newest={newest} />
    </>
  )
}

const LIMITS = ['scripts', 'machine', 'metadata', 'lost', 'colleague'] as const

/** What sealing does not protect from, said where it matters. */
function NotProtected() {
  const say = useSay()
  return (
    <details className="sheet">
      <summary>{say('notes.limits')}</summary>
      <ul className="notes-limits">{LIMITS.map((limit) => <li key={limit}>{say(`notes.limit-${limit}`)}</li>)}</ul>
    </details>
  )
}
