import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../../ui/say.tsx'

interface ToldOnceProps {
  readonly id: string
  readonly title: string
  readonly done: string
  readonly onDone: () => void
  readonly children: ReactNode
}

/** Something the server tells this once: it takes the keyboard, and goes when its reader says that they have it. */
export function ToldOnce({ id, title, done, onDone, children }: ToldOnceProps) {
  const held = useRef<HTMLElement>(null)
  useEffect(() => held.current?.focus(), [])
  return (
    <section ref={held} className="hand-over" aria-labelledby={id} tabIndex={-1}>
      <h3 id={id}>{title}</h3>
      {children}
      <div className="form-acts"><Button variant="default" onClick={onDone}>{done}</Button></div>
    </section>
  )
}

/** Recovery codes on the one day they are shown. */
export function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const say = useSay()
  return (
    <ToldOnce id="recovery-codes" title={say('ways.recovery-title')} done={say('ways.recovery-have')} onDone={onDone}>
      <p>{say('ways.recovery-how')}</p>
      <ul className="recovery-codes" dir="ltr">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
    </ToldOnce>
  )
}
