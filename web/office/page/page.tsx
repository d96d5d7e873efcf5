import { useEffect, useRef, type ReactNode } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { Refused } from '../asking/refused.tsx'
import type { Asked } from '../asking/use-asked.ts'
import { useArrival } from './arrival.ts'
import { Waiting } from './waiting.tsx'

interface PageProps {
  readonly title: string
  /** What kind of page it is, for the title of the window: never a name or a number of a case. Left out, it is the title. */
  readonly kind?: string
  /** As known when, and the hour of entry: what every screen says before anything else. */
  readonly known?: ReactNode
  /** What can be done here. */
  readonly acts?: ReactNode
  readonly children: ReactNode
}

/** One screen of the office: its title, as known when, what can be done, and the rest. */
export function Page({ title, kind = title, known, acts, children }: PageProps) {
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  useArrival(heading)
  useEffect(() => {
    document.title = say('office.window', { kind })
  }, [say, kind])
  return (
    <>
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {known && <p className="page-known">{known}</p>}
        {acts && <div className="page-acts">{acts}</div>}
      </header>
      {children}
    </>
  )
}

interface HeldProps<Value> {
  readonly asked: Asked<Value>
  /** What is being read, in words: "Reading the sites". */
  readonly what: string
  readonly children: (answer: Value) => ReactNode
}

/** What was asked for: the wait for it, why it is refused, or the answer; an old answer stays in sight below a refusal. */
export function Held<Value>({ asked, what, children }: HeldProps<Value>) {
  return (
    <>
      {asked.refusal && <Refused refusal={asked.refusal} onAgain={asked.again} />}
      {asked.waiting && <Waiting what={what} />}
      {asked.answer !== undefined && children(asked.answer)}
    </>
  )
}
