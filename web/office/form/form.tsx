import { createContext, useContext, useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'
import type { Refusal } from '../asking/refusal.ts'
import { Refused } from '../asking/refused.tsx'
import { Waiting } from '../page/waiting.tsx'
import { goToPlace, problemAt } from './place.ts'

const Refusing = createContext<Refusal | null>(null)

/** What the server found wrong at a place of what was sent; each field asks for its own. */
export const useProblemAt = (place: string | undefined): ReactNode => {
  const say = useSay()
  const refusal = useContext(Refusing)
  const found = place === undefined ? undefined : problemAt(refusal, place)
  if (!found) return undefined
  return <><bdi>{found.problem}</bdi>{found.expected !== null && <span className="expected">{say('office.expected')} <bdi>{found.expected}</bdi></span>}</>
}

interface FormProps {
  readonly onSend: () => void
  readonly refusal: Refusal | null
  readonly waiting: boolean
  /** The verb on the button: "Add this person", never "Submit". */
  readonly act: string
  /** What is being done meanwhile, in words: "Adding the person". */
  readonly what: string
  /** Throws away what was typed; left out where there is nothing to throw away. */
  readonly onDiscard?: (() => void) | undefined
  readonly children: ReactNode
}

/** Fields with one act below them. A refusal stands above the act, and its places stand at their fields. */
export function Form({ onSend, refusal, waiting, act, what, onDiscard, children }: FormProps) {
  const say = useSay()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const first = refusal?.problems.find(({ path }) => path !== '')
    if (first) goToPlace(first.path)
  }, [refusal])
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (!waiting) onSend()
  }
  return (
    <form ref={form} className="form" onSubmit={send} noValidate autoComplete="off">
      <Refusing value={refusal}>{children}</Refusing>
      {refusal && <Refused refusal={refusal} />}
      <div className="form-acts">
        <Button type="submit" aria-disabled={waiting} data-waiting={waiting || undefined}>{act}</Button>
        {onDiscard && <Button type="button" variant="default" onClick={onDiscard}>{say('office.discard')}</Button>}
      </div>
      {waiting && <Waiting what={what} />}
    </form>
  )
}
