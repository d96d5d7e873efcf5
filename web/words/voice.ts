import { setupI18n, type I18n, type Messages } from '@lingui/core'
import type { Instant } from '../../core/kernel/instant.ts'
import { UTC, withZone, type Zone } from '../../ui/clock.ts'
import type { Say } from '../../ui/say.tsx'
import { legible } from '../../wire/words.ts'
import { LANGUAGES, type Language } from './languages.ts'
import { pseudoMessages, rightToLeft, thai } from './pseudo.ts'

const inLanguage = (language: Language, english: Messages): Messages => {
  if (language === 'ar-XB') return pseudoMessages(english, rightToLeft)
  return language === 'th-XA' ? pseudoMessages(english, thai) : english
}

const FULL_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/

/**
 * A voice in one language: the same sentences that the terminal says, with their times in the zone of the page.
 *
 * Where a figure is a code, it is said in the words it has (`rung: 'multi-site'` as `rung.multi-site`). Figures keep
 * their own direction in a sentence that runs from right to left.
 */
export function voiceOf(language: Language, english: Messages, zone: Zone = UTC): Say {
  const { locale, direction } = LANGUAGES[language]
  const messages = inLanguage(language, english)
  const i18n = setupI18n({ locale, locales: locale, messages: { [locale]: messages } })
  const and = new Intl.ListFormat(locale)
  const said = (id: string): string | null => (Object.hasOwn(messages, id) ? i18n._(id) : null)
  const isolated = (text: string): string => (direction === 'rtl' && /\d/.test(text) ? `${/\p{L}/u.test(text) ? '\u2068' : '\u2066'}${text}\u2069` : text)

  const inWords = (name: string, value: string): string => {
    if (FULL_INSTANT.test(value)) return withZone(Date.parse(value) as Instant, zone, language)
    if (name === 'language') return languageName(value, i18n)
    const words = value.split(', ').map((code) => said(`${name}.${code}`))
    return words.every((word) => word !== null) ? and.format(words) : value
  }

  return (id, figures = {}) => {
    const numbers = legible(Object.fromEntries(Object.entries(figures).filter(([, value]) => typeof value === 'number')))
    const texts = Object.entries(figures).flatMap(([name, value]) => (typeof value === 'string' ? [[name, inWords(name, value)] as const] : []))
    const whole = { ...numbers, ...Object.fromEntries(texts) }
    return i18n._(id, Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, typeof value === 'string' ? isolated(value) : value])))
  }
}

const languageName = (code: string, { locale }: I18n): string =>
  /^[a-z]{2,3}$/i.test(code) ? (new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code) : code
