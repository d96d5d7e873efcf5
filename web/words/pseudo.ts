import type { Messages } from '@lingui/core'

/** A compiled message: texts, and figures with their formats and, in a plural, their cases. */
type Token = string | readonly [name: string, format?: string, cases?: Cases | string]
type Cases = Readonly<Record<string, string | number | readonly Token[]>>

/** Letters for letters, so that every word has its length and its script and nobody takes it for a translation. */
export type Script = (text: string) => string

/** All messages in a made-up language: texts change, figures and the cases of plurals stay. */
export const pseudoMessages = (messages: Messages, script: Script): Messages =>
  Object.fromEntries(Object.entries(messages).map(([id, message]) => [id, typeof message === 'string' ? script(message) : tokens(message as readonly Token[], script)])) as Messages

const tokens = (message: readonly Token[], script: Script): readonly Token[] => message.map((token) => rewritten(token, script))

function rewritten(token: Token, script: Script): Token {
  if (typeof token === 'string') return token === '#' ? token : script(token)
  const [name, format, cases] = token
  if (typeof cases !== 'object' || !format) return token
  return [name, format, Object.fromEntries(Object.entries(cases).map(([which, message]) => [which, Array.isArray(message) ? tokens(message, script) : message])) as Cases]
}

const ARABIC = 'ابسدعفغهيجكلمنوقرشتثخطذصضظ'
const THAI = ['กา', 'บี้', 'ซุ', 'ดิ', 'เอ', 'ฟู', 'กั', 'ฮื', 'อี', 'จั้', 'คิ', 'ลำ', 'มี่', 'นี้', 'โอ', 'ปู่', 'คู', 'รี', 'สั', 'ตู้', 'อุ', 'วี', 'ว่า', 'ซี', 'ยู', 'ซื']

const letterOf = (character: string): number => character.toLowerCase().charCodeAt(0) - 97

/** Written from right to left; the letters join and shape themselves. */
export const rightToLeft: Script = (text) => text.replaceAll(/[a-z]/gi, (letter) => ARABIC.charAt(letterOf(letter)))

/**
 * Thai letters with marks above and below, and no space between words, where a line may still break.
 *
 * Only every other letter is written, since a Thai letter here stands for a syllable.
 */
export const thai: Script = (text) =>
  text
    .replaceAll(/[a-z]+/gi, (word) => [...word].filter((_, at) => at % 2 === 0).map((letter) => THAI[letterOf(letter)] ?? '').join(''))
    .replaceAll(/(?<=[\u0E00-\u0E7F]) (?=[\u0E00-\u0E7F])/g, '\u200B')
