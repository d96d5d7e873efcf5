import { useId, useState, type ReactNode } from 'react'
import { useSay } from '../../../../ui/say.tsx'
import { Term } from '../../../../ui/term.tsx'
import { useBoard } from './on-board.ts'

interface PanelProps {
  /** The part of the page this is, by which a key goes there. */
  readonly id?: string
  readonly title: string
  /** The word of the glossary that explains the title. */
  readonly term?: string
  /** Beside the title: how many there are, or since when. */
  readonly beside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** One part of a board: its question, and its answer in the fewest lines. */
export function Panel({ id, title, term, beside, className = '', children }: PanelProps) {
  const heading = useId()
  return (
    <section id={id} className={`panel ${className}`} aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>{title}</h2>
        {term && <Term of={term} />}
        {beside !== undefined && <span className="hint">{beside}</span>}
      </div>
      {children}
    </section>
  )
}

interface DoingProps {
  /** The verb on the button. */
  readonly act: string
  readonly children: (close: () => void) => ReactNode
}

/** What can be done in a panel: a button, and the form it opens in its place. Nothing can be recorded in what was known before. */
export function Doing({ act, children }: DoingProps) {
  const [open, setOpen] = useState(false)
  const { when } = useBoard()
  if (when === 'then') return null
  return open ? <div className="doing">{children(() => setOpen(false))}</div> : <button type="button" className="act" onClick={() => setOpen(true)}>{act}</button>
}

/** What stands in a panel of which nothing is recorded: what that means, never a blank. */
export const NoneYet = ({ children }: { readonly children: ReactNode }) => <p className="none-yet">{children}</p>

/** Who noted something, and when it reached us. */
export function NotedBy({ noted, children }: { readonly noted: { readonly by: string }; readonly children?: ReactNode }) {
  const say = useSay()
  const { board: { site: { names } } } = useBoard()
  return <span className="hint">{say('site.noted-by', { who: names[noted.by] ?? noted.by })}{children}</span>
}
