import type { ReactNode } from 'react'
import { newId } from '../../../../crypto/browser-id.ts'
import { useSay } from '../../../../ui/say.tsx'
import { Form } from '../../form/form.tsx'
import { useDraft, type Draft } from '../../form/use-draft.ts'
import { usePlanAct, type ActSent } from '../plan-asked.ts'

interface ActFormProps<Value extends object> {
  readonly plan: string
  /** Which act, and of what: `refuse`, `task-care`. */
  readonly form: string
  readonly blank: Value
  /** The verb on the button. */
  readonly act: string
  readonly write: (value: Value) => ActSent
  /** The version it was decided on, where it is a determination. */
  readonly version?: number
  readonly onDone: () => void
  readonly children: (draft: Draft<Value>) => ReactNode
}

/** One act on a plan, filled in where it belongs. What was typed is kept until it is recorded; sent twice, it is kept once. */
export function ActForm<Value extends object>({ plan, form, blank, act, write, version, onDone, children }: ActFormProps<Value>) {
  const say = useSay()
  const key = `plan/${plan}/act/${form}`
  const draft = useDraft<Value>(key, blank)
  const sent = useDraft(`${key}/sent`, { sentAs: '' })
  const acting = usePlanAct(plan)
  const away = (): void => {
    draft.forget()
    sent.forget()
    onDone()
  }
  const send = async (): Promise<void> => {
    const id = sent.value.sentAs || newId()
    sent.set({ sentAs: id })
    const refusal = await acting.send(id, write(draft.value), version)
    if (refusal === null) return away()
    if (refusal.code === 'ledger/stale') sent.forget()
  }
  return (
    <Form onSend={() => void send()} refusal={acting.refusal} waiting={acting.waiting} act={act} what={say('plan-page.recording')} onDiscard={Object.keys(blank).length > 0 ? away : undefined}>
      {children(draft)}
      {acting.refusal?.code === 'ledger/stale' && <p className="hint">{say('plan-page.stale-act')}</p>}
    </Form>
  )
}
