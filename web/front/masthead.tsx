import type { ReactNode } from 'react'
import { QuickExit } from '../../ui/quick-exit.tsx'
import { useSay } from '../../ui/say.tsx'
import { LANGUAGES, type Language } from '../words/languages.ts'
import { LIGHTS, lookQuery, type Light, type Look } from '../words/use-look.ts'

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
  const { language, light, setLanguage, setLight } = look
  return (
    <header className="masthead">
      <p className="wordmark">{home === null ? say('daylight') : <a href={`${home}${lookQuery(language, light)}`}>{say('daylight')}</a>}</p>
      {children}
      <div className="look">
        <label>
          <span>{say('look.language')}</span>
          <select value={language} onChange={({ target }) => setLanguage(target.value as Language)}>
            {Object.entries(LANGUAGES).map(([code, { name }]) => <option key={code} value={code} lang="en">{name}</option>)}
          </select>
        </label>
        <label>
          <span>{say('look.light')}</span>
          <select value={light} onChange={({ target }) => setLight(target.value as Light)}>
            {LIGHTS.map((one) => <option key={one} value={one}>{say(`light.${one}`)}</option>)}
          </select>
        </label>
        <QuickExit onLeave={onLeave} />
      </div>
    </header>
  )
}
