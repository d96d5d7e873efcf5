/** Everything that draws nothing, moves the cursor or turns the reading direction: escapes, bidi overrides, lone halves. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu

/** How much of a word or a value from a file is shown. A whole account does not belong in a terminal. */
const MOST_SHOWN = 60

/**
 * A text that may be printed: what cannot be seen is shown by its number, as `\u001b`.
 *
 * A file is written by somebody else. Printed as it is, it could clear the screen, set the window's title
 * or show words in another order than they are read (CWE-150; Unicode TR 36).
 */
export const printable = (text: string): string => text.replaceAll(UNSEEN, escaped)

/** A value from a file as it may stand in a sentence: in quotes if it is text, cut, and printable. */
export function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a group of fields'
  if (typeof value !== 'string') return String(value)
  return `"${cut(printable(cut(value)), 2 * MOST_SHOWN).replaceAll('"', '\\"')}"`
}

/** Cut by characters, so that no half of one is left over. */
export function cut(text: string, most: number = MOST_SHOWN): string {
  const characters = [...text.slice(0, 2 * most + 2)]
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`
}

function escaped(character: string): string {
  const number = character.codePointAt(0) ?? 0
  const digits = number.toString(16)
  return number > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`
}
