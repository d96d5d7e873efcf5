import { useEffect, useRef, type SyntheticEvent } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'
import type { Refusal } from '../asking/refusal.ts'
import { Refused } from '../asking/refused.tsx'

interface IdleCoverProps {
  readonly minutes: number
  readonly onBack: () => void
  readonly refusal: Refusal | null
  readonly onSignInAgain: () => void
}

/** Lies over a page nobody has touched for a while, so that a screen left alone shows nothing. Escape asks to have it taken away. */
export function IdleCover({ minutes, onBack, refusal, onSignInAgain }: IdleCoverProps) {
  const say = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const stay = (event: SyntheticEvent): void => {
    event.preventDefault()
    onBack()
  }
  return (
    <dialog ref={dialog} className="idle-cover" aria-labelledby="idle-title" onCancel={stay}>
      <h2 id="idle-title">{say('idle.title')}</h2>
      <p>{say('idle.because', { minutes })}</p>
      {refusal && <Refused refusal={refusal} />}
      <div className="form-acts">
        <Button onClick={onBack}>{say('idle.back')}</Button>
        <Button variant="default" onClick={onSignInAgain}>{say('idle.sign-in')}</Button>
      </div>
    </dialog>
  )
}
