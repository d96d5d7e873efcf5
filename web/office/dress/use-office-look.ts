import { useCallback, useLayoutEffect } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { isLanguage, type Language } from '../../words/languages.ts'
import { LIGHTS, wearLook, type Light, type Look } from '../../words/use-look.ts'

/** Language and light, as they stand in every address of the office; nothing is left out that is not as usual. */
export interface LookAsked {
  readonly lang?: Language
  readonly light?: Light
}

/** Reads language and light from an address. What is neither is as usual. */
export function lookAsked({ lang, light }: Readonly<Record<string, unknown>>): LookAsked {
  const [language, lit] = [String(lang), LIGHTS.find((one) => one === light)]
  return { ...(isLanguage(language) && language !== 'en' && { lang: language }), ...(lit && lit !== 'auto' && { light: lit }) }
}

/** Language and light of the office. They stay in the address from page to page, and are stored nowhere. */
export function useOfficeLook(): Look {
  const { lang: language = 'en', light = 'auto' } = lookAsked(useSearch({ strict: false }))
  const navigate = useNavigate()
  useLayoutEffect(() => wearLook(language, light), [language, light])
  const wear = useCallback((change: { readonly lang?: Language; readonly light?: Light }) => {
    void navigate({ to: '.', replace: true, search: ((now: object) => ({ ...now, lang: undefined, light: undefined, ...lookAsked({ ...now, ...change }) })) as never })
  }, [navigate])
  return { language, light, setLanguage: (lang) => wear({ lang }), setLight: (next) => wear({ light: next }) }
}
