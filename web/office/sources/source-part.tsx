import { useId, type ReactNode } from 'react'
import { useSay } from '../../../ui/say.tsx'

interface SourcePartProps {
  readonly title: string
  /** What stands there where nothing is recorded. */
  readonly none: string
  readonly lines: readonly ReactNode[]
  readonly children?: ReactNode
}

/** One part of a source's file: its title, what was recorded, newest first, and what can be recorded next. */
export function SourcePart({ title, none, lines, children }: SourcePartProps) {
  const heading = useId()
  return (
    <section className="panel" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {lines.length === 0 ? <p className="none-yet">{none}</p> : <ul className="lines">{lines.map((line, at) => <li key={lines.length - at}>{line}</li>)}</ul>}
      {children}
    </section>
  )
}

/** Who recorded a line, where another told it. */
export function RecordedBy({ by, names }: { readonly by: string; readonly names: Readonly<Record<string, string>> }) {
  const say = useSay()
  return <span className="hint">{say('source.recorded-by', { name: names[by] ?? by })}</span>
}
