import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'

interface AskFirstProps {
  readonly title: string
  /** The verb on the button: what will be done. */
  readonly act: string
  readonly onAct: () => void
  readonly onKeep: () => void
  /** What it means, in a sentence. */
  readonly children: ReactNode
}

/** Asks before something is done that is not undone. Escape leaves everything as it is. */
export function AskFirst({ title, act, onAct, onKeep, children }: AskFirstProps) {
  const say = useSay()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="ask-first" aria-labelledby={id} onClose={onKeep}>
      <h2 id={id}>{title}</h2>
      {children}
      <div className="form-acts">
        <Button onClick={onAct}>{act}</Button>
        <Button variant="default" onClick={onKeep}>{say('office.keep')}</Button>
      </div>
    </dialog>
  )
}
