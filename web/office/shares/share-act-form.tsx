import { useState, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { newId } from '../../../crypto/browser-id.ts'
import { useSay } from '../../../ui/say.tsx'
import { KeptShape } from '../../../wire/office/asking.ts'
import type { ReceivedAct, ShareAct } from '../../../wire/office/shares-acts.ts'
import { isAbout } from '../asking/queries.ts'
import { useSending } from '../asking/use-sending.ts'
import { Form } from '../form/form.tsx'
import { useDraft, type Draft } from '../form/use-draft.ts'

interface ShareActFormProps<Value extends object> {
  /** Where the act is sent: what left, or what came. */
  readonly path: string
  readonly share: string
  readonly of: ShareAct['act'] | ReceivedAct['act']
  /** What it is about within the share, so that two forms keep two drafts. */
  readonly about?: string
  readonly blank: Value
  readonly write: (value: Value) => object
  /** The version that was read, where the act is a determination. */
  readonly version?: number
  readonly onDone: () => void
  readonly onAway?: () => void
  readonly children: (draft: Draft<Value>) => ReactNode
}

/** One act on something passed on. It keeps its id until it is kept by the server, so that it is kept once. */
export function ShareActForm<Value extends object>({ path, share, of, about = '', blank, write, version, onDone, onAway, children }: ShareActFormProps<Value>) {
  const say = useSay()
  const queries = useQueryClient()
  const [id, setId] = useState(newId)
  const draft = useDraft<Value>(`share/${share}/${of}/${about}`, blank)
  const { send, refusal, waiting } = useSending(KeptShape, ['share/'])
  const record = async (): Promise<void> => {
    const answered = await send({ path: `${path}/${share}/acts`, body: { id, act: of, ...write(draft.value) }, ...(version !== undefined && { version: String(version) }) })
    if (answered.accepted) {
      draft.forget()
      return onDone()
    }
    if (answered.refusal.code !== 'ledger/stale') return
    setId(newId())
    void queries.invalidateQueries({ predicate: (query) => isAbout(query, `share/${share}`) })
  }
  const away = (): void => {
    draft.forget()
    onAway?.()
  }
  return (
    <div className="doing">
      <Form onSend={() => void record()} refusal={refusal} waiting={waiting} act={say(`sharing.${of}`)} what={say('sharing.recording')} {...(onAway && { onDiscard: away })}>
        {children(draft)}
        {refusal?.code === 'ledger/stale' && <p className="hint">{say('sharing.stale')}</p>}
      </Form>
    </div>
  )
}
