import { useState, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { newId } from '../../../crypto/browser-id.ts'
import { useSay } from '../../../ui/say.tsx'
import { KeptShape } from '../../../wire/office/asking.ts'
import type { RequestAct } from '../../../wire/office/requests.ts'
import { isAbout } from '../asking/queries.ts'
import { useSending } from '../asking/use-sending.ts'
import { Form } from '../form/form.tsx'
import { useDraft, type Draft } from '../form/use-draft.ts'
import { REQUESTS_PATH } from './requests-asked.ts'

export type RequestActName = RequestAct['act']

interface RequestActFormProps<Value extends object> {
  readonly request: string
  readonly act: RequestActName
  readonly blank: Value
  readonly write: (value: Value) => object
  /** The version that was read, where the act is a determination. */
  readonly version?: number
  readonly onDone: () => void
  readonly children: (draft: Draft<Value>) => ReactNode
}

/** One act on a request. It keeps its id until it is kept by the server, so that it is kept once. */
export function RequestActForm<Value extends object>({ request, act, blank, write, version, onDone, children }: RequestActFormProps<Value>) {
  const say = useSay()
  const queries = useQueryClient()
  const [id, setId] = useState(newId)
  const draft = useDraft<Value>(`request/${request}/${act}`, blank)
  const { send, refusal, waiting } = useSending(KeptShape, [`request/${request}`])
  const away = (): void => {
    draft.forget()
    onDone()
  }
  const record = async (): Promise<void> => {
    const answered = await send({ path: `${REQUESTS_PATH}/${request}/acts`, body: { id, act, ...write(draft.value) }, ...(version !== undefined && { version: String(version) }) })
    if (answered.accepted) return away()
    if (answered.refusal.code !== 'ledger/stale') return
    setId(newId())
    void queries.invalidateQueries({ predicate: (query) => isAbout(query, `request/${request}`) })
  }
  return (
    <div className="doing">
      <Form onSend={() => void record()} refusal={refusal} waiting={waiting} act={say(`request.${act}`)} what={say('request.recording')} onDiscard={away}>
        {children(draft)}
        {refusal?.code === 'ledger/stale' && <p className="hint">{say('request.stale')}</p>}
      </Form>
    </div>
  )
}
