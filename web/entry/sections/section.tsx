import type { ReactNode } from 'react'
import { Heading } from '../../../ui/heading.tsx'
import { useSay } from '../../../ui/say.tsx'

/** One step of the entry, under a heading that the index goes to. */
export function Section({ id, term, hint, children }: { readonly id: string; readonly term?: string; readonly hint?: string; readonly children: ReactNode }) {
  const say = useSay()
  return (
    <section id={`enter-${id}`} aria-labelledby={`enter-${id}-title`} className="entry-section">
      <Heading level={3} id={`enter-${id}-title`} {...(term && { term })}>{say(`enter.${id}`)}</Heading>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </section>
  )
}
