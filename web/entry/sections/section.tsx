import type { ReactNode } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { Term } from '../../../ui/term.tsx'

/** One step of the entry, under a heading that the index goes to. */
export function Section({ id, term, hint, children }: { readonly id: string; readonly term?: string; readonly hint?: string; readonly children: ReactNode }) {
  const say = useSay()
  return (
    <section id={`enter-${id}`} aria-labelledby={`enter-${id}-title`} className="entry-section">
      <h3 id={`enter-${id}-title`}>{say(`enter.${id}`)} {term && <Term of={term} />}</h3>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </section>
  )
}
