import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { newMember, unlockedMember, withNewPassphrase, type Member, type PartnerPerson } from '../../../crypto/partner-member.ts'
import { LEAST_PASSPHRASE, suggestedPassphrase } from '../../../crypto/partner-passphrase.ts'
import { useSay } from '../../../ui/say.tsx'
import { NotesKeysShape, type NotesKeysSent } from '../../../wire/office/notes.ts'
import type { Refusal } from '../asking/refusal.ts'
import { useSending } from '../asking/use-sending.ts'
import { Form } from '../form/form.tsx'
import { AskFirst } from '../page/ask-first.tsx'
import { holdKey } from './held-key.ts'
import { NOTES_KEYS, OWN_NOTES_KEY_PATH, refusedHere } from './notes-asked.ts'
import { PassphraseField } from './passphrase-field.tsx'

type Own = NonNullable<NotesKeysSent['own']>

/** Keeps somebody's own key with the server, and holds it here once it is kept. */
export function useKeepingOwnKey() {
  const queries = useQueryClient()
  const { send, refusal, waiting } = useSending(NotesKeysShape, [NOTES_KEYS])
  const keep = async (member: Member, replaces: string | null): Promise<'kept' | 'refused'> => {
    const answered = await send({ path: OWN_NOTES_KEY_PATH, body: { ...member.kept, replaces } })
    if (answered.accepted) holdKey(member, queries)
    return answered.accepted ? 'kept' : 'refused'
  }
  return { keep, refusal, waiting }
}

/** A passphrase chosen twice over, and what is wrong with it before anything is made of it. */
function useChosen() {
  const say = useSay()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const tooShort = passphrase.trim().length < LEAST_PASSPHRASE
  const fields = (
    <>
      <PassphraseField label={say('notes.passphrase')} hint={say('notes.passphrase-hint', { least: LEAST_PASSPHRASE })} value={passphrase} onChange={setPassphrase} problem={tried && tooShort ? say('notes.passphrase-short', { least: LEAST_PASSPHRASE }) : undefined} />
      <PassphraseField label={say('notes.passphrase-again')} value={again} onChange={setAgain} problem={tried && !tooShort && passphrase !== again ? say('notes.passphrase-differs') : undefined} />
    </>
  )
  /** The passphrase, if it will do. */
  const chosen = (): string | null => {
    setTried(true)
    return tooShort || passphrase !== again ? null : passphrase
  }
  return { fields, chosen }
}

interface MakeOwnKeyProps {
  readonly who: PartnerPerson
  /** The key that was there before, where its passphrase is lost. */
  readonly replaces: string | null
}

/** Makes somebody's own key, under a passphrase that never leaves this page. */
export function MakeOwnKey({ who, replaces }: MakeOwnKeyProps) {
  const say = useSay()
  const [suggested, setSuggested] = useState(suggestedPassphrase)
  const [busy, setBusy] = useState(false)
  const { fields, chosen } = useChosen()
  const { keep, refusal, waiting } = useKeepingOwnKey()
  const make = async (): Promise<void> => {
    const passphrase = chosen()
    if (passphrase === null) return
    setBusy(true)
    await keep(await newMember(who, passphrase), replaces)
    setBusy(false)
  }
  return (
    <section className="sheet" aria-labelledby="own-notes-key">
      <h2 id="own-notes-key">{say('notes.own-title')}</h2>
      <p>{say('notes.own-for')}</p>
      <p>{say('notes.suggested')}</p>
      <p><output className="one-time" dir="ltr">{suggested}</output> <button type="button" className="plain" onClick={() => setSuggested(suggestedPassphrase())}>{say('notes.suggest-another')}</button></p>
      <Form onSend={() => void make()} refusal={refusal} waiting={busy || waiting} act={say('notes.own-make')} what={say('notes.own-making')}>{fields}</Form>
    </section>
  )
}

/** Unlocks somebody's own key, or begins another where the passphrase is lost. */
export function Unlock({ who, own }: { readonly who: PartnerPerson; readonly own: Own }) {
  const say = useSay()
  const queries = useQueryClient()
  const [passphrase, setPassphrase] = useState('')
  const [standing, setStanding] = useState<'waits' | 'opening' | 'asks' | 'lost'>('waits')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const unlock = async (): Promise<void> => {
    setStanding('opening')
    const member = await unlockedMember(who, own, passphrase)
    setStanding('waits')
    setRefusal(member ? null : refusedHere('notes/passphrase-wrong'))
    if (member) holdKey(member, queries)
  }
  if (standing === 'lost') return <MakeOwnKey who={who} replaces={own.publicKey} />
  return (
    <section className="sheet" aria-labelledby="unlock-notes">
      <h2 id="unlock-notes">{say('notes.unlock-title')}</h2>
      <p>{say('notes.unlock-for')}</p>
      <Form onSend={() => void unlock()} refusal={refusal} waiting={standing === 'opening'} act={say('notes.unlock')} what={say('notes.unlocking')}>
        <PassphraseField label={say('notes.passphrase')} value={passphrase} onChange={setPassphrase} />
      </Form>
      <p className="other-way"><button type="button" className="plain" onClick={() => setStanding('asks')}>{say('notes.lost')}</button></p>
      {standing === 'asks' && <AskFirst title={say('notes.lost-title')} act={say('notes.lost-go-on')} onAct={() => setStanding('lost')} onKeep={() => setStanding((now) => (now === 'lost' ? now : 'waits'))}><p>{say('notes.lost-means')}</p></AskFirst>}
    </section>
  )
}

/** The same key under another passphrase. */
export function ChangePassphrase({ member, onDone }: { readonly member: Member; readonly onDone: () => void }) {
  const say = useSay()
  const [old, setOld] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<Refusal | null>(null)
  const { fields, chosen } = useChosen()
  const { keep, refusal, waiting } = useKeepingOwnKey()
  const change = async (): Promise<void> => {
    const fresh = chosen()
    if (fresh === null) return
    setBusy(true)
    const changed = await withNewPassphrase(member, member.kept, { old, fresh })
    setWrong(changed ? null : refusedHere('notes/passphrase-wrong'))
    const isKept = changed !== null && (await keep(changed, member.kept.publicKey)) === 'kept'
    setBusy(false)
    if (isKept) onDone()
  }
  return (
    <Form onSend={() => void change()} refusal={wrong ?? refusal} waiting={busy || waiting} act={say('notes.change-passphrase')} what={say('notes.own-making')} onDiscard={onDone}>
      <PassphraseField label={say('notes.passphrase-old')} value={old} onChange={setOld} />
      {fields}
    </Form>
  )
}
