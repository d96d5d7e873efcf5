import { useState, type ReactNode } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { Form } from '../form/form.tsx'
import { useDraft, type Draft } from '../form/use-draft.ts'
import { useKeepingActs, type ShownKeeping, type UnsentAct } from './keeping-asked.ts'

interface ActFormProps<Value extends object> {
  readonly keeping: ShownKeeping
  /** Names the form and its button: its words are `keeping.act-…` and `keeping.doing-…`. */
  readonly form: string
  readonly blank: Value
  readonly write: (value: Value) => UnsentAct
  readonly children: (draft: Draft<Value>) => ReactNode
}

/** One act, behind its button until it is wanted. */
export function KeepingActForm<Value extends object>({ keeping, form, blank, write, children }: ActFormProps<Value>) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const draft = useDraft(`keeping/${keeping.holder}/${form}`, blank)
  const { sending, send } = useKeepingActs(keeping)
  const away = (): void => {
    draft.forget()
    sending.settle()
    setOpen(false)
  }
  const act = say(`keeping.act-${form}`)
  if (!open) return <button type="button" className="screen-only" onClick={() => setOpen(true)}>{act}</button>
  return (
    <div className="act-panel">
      <Form onSend={() => void send(write(draft.value)).then((done) => done === 'kept' && away())} refusal={sending.refusal} waiting={sending.waiting} act={act} what={say(`keeping.doing-${form}`)} onDiscard={away}>
        {children(draft)}
      </Form>
    </div>
  )
}
