import { useState } from 'react'
import { Button } from '@mantine/core'
import type { Member } from '../../../crypto/partner-member.ts'
import { holdingFor, wordsOfMember, wordsOfOrganisation } from '../../../crypto/partner-organisation.ts'
import { areSameWords } from '../../../crypto/partner-words.ts'
import { useSay } from '../../../ui/say.tsx'
import { NotesKeysShape, type NotesKeysSent } from '../../../wire/office/notes.ts'
import { Refused } from '../asking/refused.tsx'
import { useSending } from '../asking/use-sending.ts'
import { Day } from '../figures/when.tsx'
import { LongField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { AskFirst } from '../page/ask-first.tsx'
import { Listing } from '../page/listing.tsx'
import { KeyWords } from './let-in.tsx'
import { NOTES, NOTES_KEYS, NOTES_KEYS_PATH, NOTES_PATH, useLookAgain, type NotesColleague, type NotesKey } from './notes-asked.ts'
import { MakeOrganisationKey } from './organisation-key.tsx'
import { ChangePassphrase } from './own-key.tsx'
import { useComputed } from './use-opened.ts'

interface ColleaguesProps {
  readonly member: Member
  readonly answer: NotesKeysSent
  readonly newest: NotesKey
}

type Doing = { readonly what: 'nothing' | 'renew' | 'passphrase' } | { readonly what: 'let-in' | 'remove'; readonly colleague: NotesColleague }
const NOTHING: Doing = { what: 'nothing' }

/** Who reads the notes of the organisation: letting in, taking out, and a new key afterwards. */
export function Colleagues({ member, answer, newest }: ColleaguesProps) {
  const say = useSay()
  const [doing, setDoing] = useState<Doing>(NOTHING)
  const done = (): void => setDoing(NOTHING)
  const lookAgain = useLookAgain()
  const remove = useSending(NotesKeysShape, [NOTES_KEYS])
  const takeOut = ({ person }: NotesColleague): void => {
    done()
    void remove.send({ path: `${NOTES_PATH}/colleagues/${person}`, method: 'DELETE' })
  }
  const words = useComputed(newest.publicKey, () => wordsOfOrganisation(answer.organisation, newest.publicKey))
  return (
    <section className="sheet" aria-labelledby="notes-colleagues">
      <h2 id="notes-colleagues">{say('notes.colleagues')}</h2>
      <p>{say('notes.words-of-key')}: <KeyWords words={words} /></p>
      <p className="hint">{say('notes.words-of-key-hint')}</p>
      {remove.refusal && <Refused refusal={remove.refusal} />}
      <WhoReads answer={answer} newest={newest} onDo={setDoing} />
      {doing.what === 'let-in' && <LetIn key={doing.colleague.person} member={member} keys={answer.keys} colleague={doing.colleague} onDone={done} />}
      {doing.what === 'remove' && <AskFirst title={say('notes.remove-title', { name: doing.colleague.name })} act={say('notes.remove')} onAct={() => takeOut(doing.colleague)} onKeep={done}><p>{say('notes.remove-means')}</p></AskFirst>}
      {doing.what === 'renew' && <MakeOrganisationKey member={member} version={newest.version + 1} onDone={done} />}
      {doing.what === 'passphrase' && <ChangePassphrase member={member} onDone={done} />}
      {doing.what === 'nothing' && (
        <div className="form-acts">
          <Button variant="default" onClick={lookAgain}>{say('notes.look-again')}</Button>
          <Button variant="default" onClick={() => setDoing({ what: 'renew' })}>{say('notes.renew')}</Button>
          <Button variant="default" onClick={() => setDoing({ what: 'passphrase' })}>{say('notes.change-passphrase')}</Button>
        </div>
      )}
    </section>
  )
}

function WhoReads({ answer, newest, onDo }: { readonly answer: NotesKeysSent; readonly newest: NotesKey; readonly onDo: (doing: Doing) => void }) {
  const say = useSay()
  const standing = ({ holds, leftAt }: NotesColleague): string => say(leftAt !== null ? 'notes.has-left' : holds.includes(newest.id) ? 'notes.reads' : 'notes.waits')
  return (
    <Listing
      caption={say('notes.colleagues')} rows={answer.colleagues} rowKey={({ person }) => person} none={null}
      columns={[
        { id: 'name', head: say('notes.name'), cell: ({ name, person }) => <><strong><bdi>{name}</bdi></strong>{person === answer.person && ` ${say('notes.you')}`}</> },
        { id: 'standing', head: say('notes.standing'), cell: standing },
        { id: 'since', head: say('notes.since'), room: 'wide', cell: ({ since }) => <Day at={since} /> },
        {
          id: 'acts', head: say('people.acts'),
          cell: (colleague) => colleague.person !== answer.person && (
            <>
              {colleague.leftAt === null && !colleague.holds.includes(newest.id) && <button type="button" className="plain" onClick={() => onDo({ what: 'let-in', colleague })}>{say('notes.let-in')}</button>}
              {' '}<button type="button" className="plain" aria-label={say('notes.remove-which', { name: colleague.name })} onClick={() => onDo({ what: 'remove', colleague })}>{say('notes.remove')}</button>
            </>
          ),
        },
      ]}
    />
  )
}

interface LetInProps {
  readonly member: Member
  readonly keys: readonly NotesKey[]
  readonly colleague: NotesColleague
  readonly onDone: () => void
}

/** Lets a colleague in, once what they read out is what their key says. */
function LetIn({ member, keys, colleague, onDone }: LetInProps) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [isOther, setIsOther] = useState(false)
  const { send, refusal, waiting } = useSending(NotesKeysShape, [NOTES_KEYS, NOTES])
  const letIn = async (): Promise<void> => {
    const who = { organisation: member.organisation, person: colleague.person }
    const isSame = areSameWords(typed, await wordsOfMember(who, colleague.publicKey))
    setIsOther(!isSame)
    if (!isSame) return
    for (const key of keys) {
      const box = key.holding === null ? null : await holdingFor(member, { ...key, holding: key.holding }, colleague)
      if (box === null) continue
      const answered = await send({ path: `${NOTES_KEYS_PATH}/${key.id}/holdings`, body: { person: colleague.person, publicKey: colleague.publicKey, box } })
      if (!answered.accepted) return
    }
    onDone()
  }
  return (
    <div className="doing">
      <p>{say('notes.let-in-how', { name: colleague.name })}</p>
      <Form onSend={() => void letIn()} refusal={refusal} waiting={waiting} act={say('notes.let-in')} what={say('notes.letting-in')} onDiscard={onDone}>
        <LongField label={say('notes.words-of-colleague')} hint={say('notes.let-in-then')} rows={2} value={typed} onChange={setTyped} problem={isOther ? say('notes.words-differ') : undefined} />
      </Form>
    </div>
  )
}
