import { useEffect, useRef, useState } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'
import type { HandOverSent } from '../../../wire/office/people.ts'

interface HandOverProps {
  readonly handOver: HandOverSent
  readonly onDone: () => void
}

/** The one-time password, shown once: what it is for, how to hand it over, and that it will not be shown again. */
export function HandOver({ handOver: { person, oneTimePassword }, onDone }: HandOverProps) {
  const say = useSay()
  const held = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState<'no' | 'yes' | 'cannot'>('no')
  useEffect(() => held.current?.focus(), [])
  const copy = (): void => {
    const written = navigator.clipboard?.writeText(oneTimePassword) ?? Promise.reject(new Error('no clipboard'))
    written.then(() => setCopied('yes'), () => setCopied('cannot'))
  }
  return (
    <section ref={held} className="hand-over" aria-labelledby="hand-over" tabIndex={-1}>
      <h2 id="hand-over">{say('hand-over.title', { name: person.name })}</h2>
      <p><output className="one-time" dir="ltr">{oneTimePassword}</output></p>
      <ol>
        <li>{say('hand-over.how')}</li>
        <li>{say('hand-over.sign-in', { name: person.signInName })}</li>
        <li>{say('hand-over.once')}</li>
      </ol>
      <div className="form-acts">
        <Button variant="default" onClick={copy}>{say('hand-over.copy')}</Button>
        <Button onClick={onDone}>{say('hand-over.done')}</Button>
        <span role="status">{copied !== 'no' && say(`hand-over.copied-${copied}`)}</span>
      </div>
    </section>
  )
}
