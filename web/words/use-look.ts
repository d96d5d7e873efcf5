import { useEffect, useState } from 'react'
import { isLanguage, LANGUAGES, type Language } from './languages.ts'

/** Light, dark, or as the machine has it. */
export const LIGHTS = ['auto', 'light', 'dark'] as const
export type Light = (typeof LIGHTS)[number]

export interface Look {
  readonly language: Language
  readonly light: Light
  readonly setLanguage: (language: Language) => void
  readonly setLight: (light: Light) => void
}

const asked = (name: string): string | null => new URLSearchParams(window.location.search).get(name)

/** Language and light, as the address asks (`?lang=ar-XB&light=dark`). They stay in the address and are stored nowhere. */
export function useLook(): Look {
  const [language, setLanguage] = useState<Language>(() => (isLanguage(asked('lang')) ? (asked('lang') as Language) : 'en'))
  const [light, setLight] = useState<Light>(() => LIGHTS.find((one) => one === asked('light')) ?? 'auto')
  useEffect(() => {
    wearLook(language, light)
    window.history.replaceState(null, '', addressFor(language, light))
  }, [language, light])
  return { language, light, setLanguage, setLight }
}

/** Puts the page into a language, its direction and a light. */
export function wearLook(language: Language, light: Light): void {
  const root = document.documentElement
  root.lang = language
  root.dir = LANGUAGES[language].direction
  root.dataset['light'] = light
}

/** The part of the address that carries language and light on; also for links to other pages here. */
export function lookQuery(language: Language, light: Light): string {
  const query = new URLSearchParams({ ...(language !== 'en' && { lang: language }), ...(light !== 'auto' && { light }) }).toString()
  return query && `?${query}`
}

const addressFor = (language: Language, light: Light): string => `${window.location.pathname}${lookQuery(language, light)}`
