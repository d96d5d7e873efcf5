import type { ReactNode } from 'react'
import { useSay } from '../../../../ui/say.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { isAbout } from '../../asking/queries.ts'
import { Form } from '../../form/form.tsx'
import { useDraft, type Draft } from '../../form/use-draft.ts'
import { newId } from '../../../../crypto/browser-id.ts'
import { Meanwhile } from './meanwhile.tsx'
import { useSiteAct, type ActSent } from './use-site-act.ts'

interface ActFormProps<Value extends object> {
  readonly site: string
  /** Which form, and of what: `task`, `lead/r-4`. */
  readonly form: string
  readonly blank: Value
  /** The verb on the button. */
  readonly act: string
  readonly write: (value: Value) => ActSent
  /** The version that was read, where the act is a determination. */
  readonly version?: number | undefined
  readonly onDone: () => void
  readonly children: (draft: Draft<Value>) => ReactNode
}

/** The id under which a draft was first sent: sent again after a broken connection, it is kept once. */
type Sent = { readonly sentAs: string }

/** One act on a site, filled in where it belongs. A refusal stands in place, and nothing that was typed is lost. */
export function ActForm<Value extends object>({ site, form, blank, act, write, version, onDone, children }: ActFormProps<Value>) {
  const say = useSay()
  const queries = useQueryClient()
  const key = `site/${site}/${form}`
  const draft = useDraft<Value>(key, blank)
  const sent = useDraft<Sent>(`${key}/sent`, { sentAs: '' })
  const sending = useSiteAct(site)
  const away = (): void => {
    draft.forget()
    sent.forget()
    onDone()
  }
  const send = async (): Promise<void> => {
    const id = sent.value.sentAs || newId()
    sent.set({ sentAs: id })
    if (await sending.send(id, write(draft.value), version)) away()
  }
  const readAgain = (): void => {
    void queries.invalidateQueries({ predicate: (query) => isAbout(query, `site/${site}`) })
    sent.forget()
    sending.settle()
  }
  return (
    <Form onSend={() => void send()} refusal={sending.refusal} waiting={sending.waiting} act={act} what={say('site.recording')} onDiscard={away}>
      {children(draft)}
      {sending.refusal?.code === 'ledger/stale' && <Meanwhile refusal={sending.refusal} onReadAgain={readAgain} />}
    </Form>
  )
}
