import { setupI18n, type I18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { parsePo } from 'pofile-ts'

/** What a sentence is filled with: a number, an instant, the id of an entry, or a code that has words of its own. */
export type Figures = Readonly<Record<string, string | number>>

/** Says a message in words. A message that nobody wrote is a defect, and shows its id. */
export type Speak = (code: string, figures?: Figures) => string

const FULL_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/

/** Figures as people read them: instants to the minute with their zone, and numbers to two decimals or as many as tell them apart. */
export function legible(figures: Figures = {}): Record<string, string | number> {
  const numbers = Object.values(figures).filter((value) => typeof value === 'number')
  const decimals = decimalsFor(numbers)
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, legibleValue(value, decimals)]))
}

function legibleValue(value: string | number, decimals: number): string | number {
  if (typeof value === 'number') return Number.isInteger(value) ? value : value.toFixed(decimals)
  return FULL_INSTANT.test(value) ? `${value.slice(0, 10)} ${value.slice(11, 16)} UTC` : value
}

/** 0.797 falls short of 0.80, and a sentence that says so must not print the two alike. */
const decimalsFor = (numbers: readonly number[]): number =>
  [2, 3, 4, 5].find((decimals) => new Set(numbers.map((number) => number.toFixed(decimals))).size === new Set(numbers).size) ?? 6

/** The messages of some PO files, by their ids; later files win, except where they leave a message untranslated. */
export const messagesOf = (files: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(files.flatMap((text) => parsePo(text).items.flatMap(({ msgid, msgstr }) => (msgstr[0] ? [[msgid, msgstr[0]]] : []))))

/** A voice in one language, from its messages (ICU MessageFormat, compiled when first said). */
export function voice(locale: string, messages: Readonly<Record<string, string>>): Speak {
  const i18n: I18n = setupI18n({ locale, messages: { [locale]: messages } })
  i18n.setMessagesCompiler(compileMessage)
  const said = (id: string): string | null => (Object.hasOwn(messages, id) ? i18n._(id) : null)
  const inWords = wordsFor(locale, said)
  return (code, figures) =>
    i18n._(code, Object.fromEntries(Object.entries(legible(figures)).map(([name, value]) => [name, typeof value === 'string' ? inWords(name, value) : value])))
}

/**
 * The words of a figure that is a code, or several with commas between.
 *
 * A figure is named for its list of words: `rung: 'multi-site'` is said as the message `rung.multi-site`. What is in no
 * list, such as the id of an entry, stands as it is.
 */
function wordsFor(locale: string, said: (id: string) => string | null): (name: string, value: string) => string {
  const [languages, and] = [new Intl.DisplayNames(locale, { type: 'language' }), new Intl.ListFormat(locale)]
  return (name, value) => {
    if (name === 'language') return /^[a-z]{2,3}$/i.test(value) ? (languages.of(value) ?? value) : value
    const words = value.split(', ').map((code) => said(`${name}.${code}`))
    return words.every((word) => word !== null) ? and.format(words) : value
  }
}
