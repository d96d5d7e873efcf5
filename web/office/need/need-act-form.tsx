import { useState, type ReactNode } from 'react'
import { newId } from '../../../crypto/browser-id.ts'
import { useSay } from '../../../ui/say.tsx'
import { KeptShape } from '../../../wire/office/asking.ts'
import type { NeedAct } from '../../../wire/office/need.ts'
import { useSending } from '../asking/use-sending.ts'
import { Form } from '../form/form.tsx'
import { useDraft, type Draft } from '../form/use-draft.ts'
import { needPath, needStream, type FileName } from './need-asked.ts'

/** An act as it is sent, but for the id that is added where it is. */
type Unsent<Act extends NeedAct> = Act extends NeedAct ? Omit<Act, 'id'> : never

interface NeedActFormProps<Value extends object> {
  readonly file: FileName
  /** The version that was read: who needs to know is decided on what stands. */
  readonly version: number
  /** Which act, and of whom. */
  readonly form: string
  readonly blank: Value
  /** The verb on the button. */
  readonly act: string
  readonly write: (value: Value) => Unsent<NeedAct>
  readonly onAway: () => void
  readonly children: (draft: Draft<Value>) => ReactNode
}

/** One act on who needs to know. It keeps its id until it is kept by the server, so that it is kept once; what the act opens or closes is asked for anew. */
export function NeedActForm<Value extends object>({ file, version, form, blank, act, write, onAway, children }: NeedActFormProps<Value>) {
  const say = useSay()
  const [id, setId] = useState(newId)
  const draft = useDraft<Value>(`need/${file}/${form}`, blank)
  const { send, refusal, waiting } = useSending(KeptShape, [needStream(file), file])
  const away = (): void => {
    draft.forget()
    onAway()
  }
  const record = async (): Promise<void> => {
    const answered = await send({ path: `${needPath(file)}/acts`, body: { id, ...write(draft.value) }, version: String(version) })
    if (answered.accepted) return away()
    if (answered.refusal.code === 'ledger/stale') setId(newId())
  }
  return (
    <div className="need-act">
      <Form onSend={() => void record()} refusal={refusal} waiting={waiting} act={act} what={say('need.recording')} onDiscard={away}>
        {children(draft)}
        {refusal?.code === 'ledger/stale' && <p className="hint">{say('need.stale')}</p>}
      </Form>
    </div>
  )
}
