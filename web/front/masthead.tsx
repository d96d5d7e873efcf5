import type { ReactNode } from 'react'
import { QuickExit } from '../../ui/quick-exit.tsx'
import { useSay } from '../../ui/say.tsx'
import { LookChoice } from '../words/look-choice.tsx'
import { lookQuery, type Look } from '../words/use-look.ts'

interface MastheadProps {
  readonly look: Look
  /** The way to the front page; null where the page is a file that stands by itself. */
  readonly home: string | null
  readonly onLeave: () => void
  readonly children?: ReactNode
}

/** The head of every public page: where one is, how it looks, and the way out. */
export function Masthead({ look, home, onLeave, children }: MastheadProps) {
  const say = useSay()
  const { language, light } = look
  return (
    <header className="masthead">
      <p className="wordmark">{home === null ? say('daylight') : <a href={`${home}${lookQuery(language, light)}`}>{say('daylight')}</a>}</p>
      {children}
      <LookChoice look={look}><QuickExit onLeave={onLeave} /></LookChoice>
    </header>
  )
}
