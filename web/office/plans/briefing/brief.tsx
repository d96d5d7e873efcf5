import type { ReactNode } from 'react'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'

interface BriefProps {
  readonly title: string
  /** The rule that is said to everybody, whatever the plan says. */
  readonly rule?: string
  readonly first?: boolean
  readonly children: ReactNode
}

/** One block of the sheet, kept together on the paper. */
export const Brief = ({ title, rule, first, children }: BriefProps) => (
  <section className={first ? 'brief brief-first' : 'brief'} aria-label={title}>
    <h2>{title}</h2>
    {rule && <p className="brief-rule">{rule}</p>}
    {children}
  </section>
)

interface LinesProps<Entry extends { readonly id: string }> {
  readonly of: readonly Entry[]
  readonly line: (entry: Entry) => ReactNode
}

/** Entries, a line each. None is shown as not said: on a briefing silence must be heard. */
export function Lines<Entry extends { readonly id: string }>({ of, line }: LinesProps<Entry>) {
  const say = useSay()
  if (of.length === 0) return <p className="not-said"><Mark of="unknown" /> {say('plan-page.not-said')}</p>
  return <ul className="brief-lines">{of.map((entry) => <li key={entry.id}><bdi>{line(entry)}</bdi></li>)}</ul>
}
