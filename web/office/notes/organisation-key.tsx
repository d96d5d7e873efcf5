import { useState } from 'react'
import { Button } from '@mantine/core'
import { drawn } from '../../../crypto/partner-bytes.ts'
import { trusting, type Member } from '../../../crypto/partner-member.ts'
import { newOrganisationKey, type MadeKey } from '../../../crypto/partner-organisation.ts'
import { lineOfNotesShare, notesShareIn, type ShareCount } from '../../../crypto/partner-shares.ts'
import { useSay } from '../../../ui/say.tsx'
import { notesKeyId, NotesKeysShape } from '../../../wire/office/notes.ts'
import { useSending } from '../asking/use-sending.ts'
import { LongField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { Pick } from '../form/pick.tsx'
import { NOTES, NOTES_KEYS, NOTES_KEYS_PATH } from './notes-asked.ts'
import { useKeepingOwnKey } from './own-key.tsx'

const COUNTS = { '2-of-3': { need: 2, of: 3 }, '2-of-5': { need: 2, of: 5 }, '3-of-5': { need: 3, of: 5 } } as const satisfies Readonly<Record<string, ShareCount>>
type CountName = keyof typeof COUNTS

interface MakeOrganisationKeyProps {
  readonly member: Member
  readonly version: number
  readonly onDone: () => void
}

/** A key made here, and the number of the share that is to be typed back. */
interface Waiting {
  readonly made: MadeKey
  readonly asksFor: number
}

/**
 * Makes a key for the organisation. The server is told of it once a share was typed back from paper, so that there is never a key whose shares nobody
 * has: what is left half way was not begun.
 */
export function MakeOrganisationKey({ member, version, onDone }: MakeOrganisationKeyProps) {
  const say = useSay()
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const [onPaper, setOnPaper] = useState<'no' | 'yes'>('no')
  const make = async (count: CountName): Promise<void> => {
    const made = await newOrganisationKey(member, notesKeyId(member.organisation, version), COUNTS[count])
    setWaiting({ made, asksFor: 1 + ((drawn(1)[0] ?? 0) % made.key.of) })
  }
  return (
    <section className="sheet" aria-labelledby="organisation-key">
      <h2 id="organisation-key">{say(version === 1 ? 'notes.key-title' : 'notes.renew-title')}</h2>
      {waiting === null && <ChooseCount version={version} onMake={(count) => void make(count)} />}
      {waiting && onPaper === 'no' && <SharesShown made={waiting.made} onWritten={() => setOnPaper('yes')} />}
      {waiting && onPaper === 'yes' && <TypeBack member={member} version={version} waiting={waiting} onShow={() => setOnPaper('no')} onDone={onDone} />}
    </section>
  )
}

function ChooseCount({ version, onMake }: { readonly version: number; readonly onMake: (count: CountName) => void }) {
  const say = useSay()
  const [count, setCount] = useState<CountName>('2-of-3')
  return (
    <Form onSend={() => onMake(count)} refusal={null} waiting={false} act={say('notes.key-make')} what={say('notes.own-making')}>
      <p>{say(version === 1 ? 'notes.key-for' : 'notes.renew-for')}</p>
      <p>{say('notes.shares-for')}</p>
      <Pick label={say('notes.shares-count')} value={count} onChange={setCount} options={(Object.keys(COUNTS) as CountName[]).map((value) => ({ value, words: say('notes.shares-any', COUNTS[value]) }))} />
    </Form>
  )
}

function SharesShown({ made: { key, lines }, onWritten }: { readonly made: MadeKey; readonly onWritten: () => void }) {
  const say = useSay()
  return (
    <>
      <p>{say('notes.shares-how', { need: key.need, of: key.of })}</p>
      <ol className="notes-shares" dir="ltr" translate="no">{lines.map((line) => <li key={line}><code>{line}</code></li>)}</ol>
      <div className="form-acts"><Button onClick={onWritten}>{say('notes.shares-written')}</Button></div>
    </>
  )
}

interface TypeBackProps extends MakeOrganisationKeyProps {
  readonly waiting: Waiting
  readonly onShow: () => void
}

function TypeBack({ member, version, waiting: { made, asksFor }, onShow, onDone }: TypeBackProps) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const own = useKeepingOwnKey()
  const { send, refusal, waiting } = useSending(NotesKeysShape, [NOTES_KEYS, NOTES])
  const confirm = async (): Promise<void> => {
    const share = await notesShareIn(typed)
    const isSame = share !== null && (await lineOfNotesShare(share)) === made.lines[asksFor - 1]
    setIsWrong(!isSame)
    if (!isSame) return
    const trusted = await trusting(member, made.key.publicKey)
    if ((await own.keep(trusted, member.kept.publicKey)) === 'refused') return
    const { id: _known, ...key } = made.key
    const answered = await send({ path: NOTES_KEYS_PATH, body: { ...key, version, holding: made.holding, typedBack: asksFor } })
    if (answered.accepted) onDone()
  }
  return (
    <Form onSend={() => void confirm()} refusal={own.refusal ?? refusal} waiting={own.waiting || waiting} act={say('notes.shares-confirm')} what={say('notes.own-making')}>
      <p>{say('notes.shares-type-back', { number: asksFor })}</p>
      <LongField label={say('notes.share-number', { number: asksFor })} hint={say('notes.share-hint')} rows={3} value={typed} onChange={setTyped} problem={isWrong ? say('notes.share-wrong') : undefined} />
      <p><button type="button" className="plain" onClick={onShow}>{say('notes.shares-again')}</button></p>
    </Form>
  )
}
