import { useState, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { newId } from '../../../crypto/browser-id.ts'
import { useSay } from '../../../ui/say.tsx'
import { KeptShape } from '../../../wire/office/asking.ts'
import type { SourceAnswer } from '../../../wire/office/source-answers.ts'
import type { SourceAct } from '../../../wire/office/sources.ts'
import { isAbout } from '../asking/queries.ts'
import { useSending } from '../asking/use-sending.ts'
import { Form } from '../form/form.tsx'
import { useDraft, type Draft } from '../form/use-draft.ts'
import { SOURCES_PATH } from './sources-asked.ts'

/** What can be recorded of a source. */
export type SourceActName = SourceAct['act']

/** What every form of an act is given: the source as it was read, and where to go from there. */
export interface FormProps {
  readonly source: SourceAnswer
  readonly onDone: () => void
  readonly onAway: () => void
}

interface SourceActFormProps<Value extends object> {
  readonly source: string
  readonly of: SourceActName
  readonly blank: Value
  readonly write: (value: Value) => Readonly<Record<string, unknown>>
  /** The version that was read, where the act is a determination. */
  readonly version?: number | null
  readonly onDone: () => void
  readonly onAway: () => void
  readonly children: (draft: Draft<Value>) => ReactNode
}

/** One act on a source. It keeps its id until it is kept by the server, so that it is kept once. */
export function SourceActForm<Value extends object>({ source, of, blank, write, version, onDone, onAway, children }: SourceActFormProps<Value>) {
  const say = useSay()
  const queries = useQueryClient()
  const [id, setId] = useState(newId)
  const draft = useDraft<Value>(`source/${source}/${of}`, blank)
  const { send, refusal, waiting } = useSending(KeptShape, [`source/${source}`])
  const record = async (): Promise<void> => {
    const answered = await send({ path: `${SOURCES_PATH}/${source}/acts`, body: { id, act: of, ...write(draft.value) }, ...(version !== undefined && version !== null && { version: String(version) }) })
    if (answered.accepted) {
      draft.forget()
      return onDone()
    }
    if (answered.refusal.code !== 'ledger/stale') return
    setId(newId())
    void queries.invalidateQueries({ predicate: (query) => isAbout(query, `source/${source}`) })
  }
  const away = (): void => {
    draft.forget()
    onAway()
  }
  return (
    <div className="doing">
      <Form onSend={() => void record()} refusal={refusal} waiting={waiting} act={say(`source.${of}`)} what={say('site.recording')} onDiscard={away}>
        {children(draft)}
        {refusal?.code === 'ledger/stale' && <p className="hint">{say('source.stale')}</p>}
      </Form>
    </div>
  )
}
