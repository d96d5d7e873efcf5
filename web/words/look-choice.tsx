import type { ReactNode } from 'react'
import { useSay } from '../../ui/say.tsx'
import { LANGUAGES, type Language } from './languages.ts'
import { LIGHTS, type Light, type Look } from './use-look.ts'

interface LookChoiceProps {
  readonly look: Look
  /** What stands behind it in the same row. */
  readonly children?: ReactNode
}

/** Language and light. */
export function LookChoice({ look: { language, light, setLanguage, setLight }, children }: LookChoiceProps) {
  const say = useSay()
  return (
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
      {children}
    </div>
  )
}
