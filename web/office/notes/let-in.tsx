import { useState } from 'react'
import { Button } from '@mantine/core'
import { trusting, type Member } from '../../../crypto/partner-member.ts'
import { recoveredKey, wordsOfMember, wordsOfOrganisation } from '../../../crypto/partner-organisation.ts'
import { notesShareIn, type NotesShare } from '../../../crypto/partner-shares.ts'
import { areSameWords } from '../../../crypto/partner-words.ts'
import { useSay } from '../../../ui/say.tsx'
import { NotesKeysShape } from '../../../wire/office/notes.ts'
import type { Refusal } from '../asking/refusal.ts'
import { useSending } from '../asking/use-sending.ts'
import { LongField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { Waiting } from '../page/waiting.tsx'
import { NOTES, NOTES_KEYS, NOTES_KEYS_PATH, refusedHere, useLookAgain, type NotesKey } from './notes-asked.ts'
import { useKeepingOwnKey } from './own-key.tsx'
import { useComputed } from './use-opened.ts'

/** The words of a key, as they are read out. */
export function KeyWords({ words }: { readonly words: string | null }) {
  const say = useSay()
  return words === null ? <Waiting what={say('notes.reckoning-words')} /> : <output className="one-time key-words" dir="ltr" translate="no">{words}</output>
}

interface WithKeys {
  readonly member: Member
  readonly keys: readonly NotesKey[]
}

/** Somebody who has a key of their own and was not let in yet: a colleague lets them in, or recovery shares do. */
export function NotLetIn({ member, keys }: WithKeys) {
  const say = useSay()
  const [recovers, setRecovers] = useState(false)
  const lookAgain = useLookAgain()
  const words = useComputed(member.opener.publicKey, () => wordsOfMember(member, member.opener.publicKey))
  return (
    <section className="sheet" aria-labelledby="not-let-in">
      <h2 id="not-let-in">{say('notes.not-let-in-title')}</h2>
      <p>{say('notes.not-let-in-how')}</p>
      <KeyWords words={words} />
      <div className="form-acts"><Button variant="default" onClick={lookAgain}>{say('notes.look-again')}</Button></div>
      {recovers ? <Recover member={member} keys={keys} /> : <p className="other-way"><button type="button" className="plain" onClick={() => setRecovers(true)}>{say('notes.recover-open')}</button></p>}
    </section>
  )
}

/** Brings the key of the organisation back from its papers. */
function Recover({ member, keys }: WithKeys) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<Refusal | null>(null)
  const own = useKeepingOwnKey()
  const { send, refusal, waiting } = useSending(NotesKeysShape, [NOTES_KEYS, NOTES])
  const recover = async (): Promise<void> => {
    const read = await Promise.all(typed.split(/(?=notes\s+share)/i).filter((text) => text.trim() !== '').map(notesShareIn))
    const shares = read.filter((share): share is NotesShare => share !== null)
    const key = keys.find(({ set, recoveryBox }) => recoveryBox !== null && set === shares[0]?.set)
    if (shares.length < read.length || shares.length === 0) return setWrong(refusedHere('notes/share-misread'))
    if (!key) return setWrong(refusedHere('notes/shares-other-set'))
    const back = await recoveredKey(member, { ...key, recoveryBox: key.recoveryBox ?? '' }, shares)
    if (!back.accepted) return setWrong(refusedHere(`notes/${back.refusal.code.replace('/', '-')}`))
    setWrong(null)
    if ((await own.keep(await trusting(member, key.publicKey), member.kept.publicKey)) === 'refused') return
    await send({ path: `${NOTES_KEYS_PATH}/${key.id}/holdings`, body: { person: member.person, publicKey: member.kept.publicKey, box: back.holding } })
  }
  return (
    <Form onSend={() => void recover()} refusal={wrong ?? own.refusal ?? refusal} waiting={own.waiting || waiting} act={say('notes.recover')} what={say('notes.recovering')}>
      <LongField label={say('notes.recover-shares')} hint={say('notes.recover-hint')} rows={6} value={typed} onChange={setTyped} />
    </Form>
  )
}

/** Somebody who was let in, and has not heard yet from a colleague which key it is. */
export function CompareKey({ member, newest }: { readonly member: Member; readonly newest: NotesKey }) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [isOther, setIsOther] = useState(false)
  const own = useKeepingOwnKey()
  const compare = async (): Promise<void> => {
    const isSame = areSameWords(typed, await wordsOfOrganisation(member.organisation, newest.publicKey))
    setIsOther(!isSame)
    if (isSame) await own.keep(await trusting(member, newest.publicKey), member.kept.publicKey)
  }
  return (
    <section className="sheet" aria-labelledby="compare-key">
      <h2 id="compare-key">{say('notes.compare-title')}</h2>
      <p>{say('notes.compare-how')}</p>
      <Form onSend={() => void compare()} refusal={own.refusal} waiting={own.waiting} act={say('notes.compare')} what={say('notes.own-making')}>
        <LongField label={say('notes.words-of-key')} rows={2} value={typed} onChange={setTyped} problem={isOther ? say('notes.words-differ') : undefined} />
      </Form>
    </section>
  )
}
