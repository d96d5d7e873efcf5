import { useState } from 'react'
import { newId } from '../../../crypto/browser-id.ts'
import { DANGERS } from '../../../core/need-to-know/need-facts.ts'
import { useSay } from '../../../ui/say.tsx'
import type { Sent } from '../../../wire/api.ts'
import { GlassBroken } from '../../../wire/office/need.ts'
import { useSending } from '../asking/use-sending.ts'
import { When } from '../figures/when.tsx'
import { LongField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { Pick } from '../form/pick.tsx'
import { useDraft } from '../form/use-draft.ts'
import { Page } from '../page/page.tsx'
import { FileLink } from './file-link.tsx'
import './need.css'

type Opened = Sent<typeof GlassBroken> & { readonly number: string }

/** Opens a file that is not open to somebody, because a person is in danger: what that sets going is said before. */
export function BreakGlassPage() {
  const say = useSay()
  const [opened, setOpened] = useState<Opened | null>(null)
  return (
    <Page title={say('glass.title')}>
      {opened === null ? <BreakGlass onOpened={setOpened} /> : <IsOpen opened={opened} onAnother={() => setOpened(null)} />}
    </Page>
  )
}

const BLANK = { number: '', danger: '', says: '' }

function BreakGlass({ onOpened }: { readonly onOpened: (opened: Opened) => void }) {
  const say = useSay()
  const [id, setId] = useState(newId)
  const draft = useDraft('glass', BLANK)
  const { send, refusal, waiting } = useSending(GlassBroken, ['site/', 'plan/', 'need/'])
  const open = async (): Promise<void> => {
    const answered = await send({ path: '/api/glasses', body: { id, ...draft.value } })
    if (!answered.accepted) return
    onOpened({ ...answered.value, number: draft.value.number.trim() })
    draft.forget()
    setId(newId())
  }
  return (
    <>
      <p>{say('glass.for')}</p>
      <ul className="glass-means">
        {(['hours', 'told', 'reviewed', 'logged'] as const).map((means) => <li key={means}>{say(`glass.means-${means}`)}</li>)}
      </ul>
      <div className="sheet">
        <Form onSend={() => void open()} refusal={refusal} waiting={waiting} act={say('glass.act')} what={say('glass.doing')} onDiscard={draft.unsent === 'yes' ? draft.forget : undefined}>
          <TextField label={say('glass.number')} hint={say('glass.number-hint')} direction="ltr" {...draft.at('number')} />
          <Pick label={say('glass.danger')} {...draft.at('danger')} options={DANGERS.map((danger) => ({ value: danger, words: say(`danger.${danger}`) }))} />
          <LongField label={say('glass.says')} hint={say('glass.says-hint')} {...draft.at('says')} />
        </Form>
      </div>
    </>
  )
}

function IsOpen({ opened: { file, number, until, told, names }, onAnother }: { readonly opened: Opened; readonly onAnother: () => void }) {
  const say = useSay()
  return (
    <div className="glass-open" role="status">
      <p><strong><FileLink file={file}>{say('glass.opened', { number })}</FileLink></strong></p>
      <p>{say('glass.until')} <When at={until} /></p>
      <p>{told.length === 0 ? <strong>{say('glass.nobody-told')}</strong> : say('glass.told', { who: told.map((id) => names[id] ?? id).join(', ') })}</p>
      <p><button type="button" className="plain" onClick={onAnother}>{say('glass.another')}</button></p>
    </div>
  )
}
