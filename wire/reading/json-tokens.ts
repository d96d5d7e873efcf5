/** A text and how far it has been read. */
export interface Cursor {
  readonly text: string
  at: number
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const FIRST_NOT_CONTROL = 0x20

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** Moves past a text in double quotes; or to the first character it may not hold, and says so. */
export function passText(cursor: Cursor): boolean {
  for (cursor.at += 1; cursor.at < cursor.text.length; cursor.at += 1) {
    const mark = cursor.text.charCodeAt(cursor.at)
    if (mark < FIRST_NOT_CONTROL) return false
    if (mark === QUOTE) return passed(cursor, cursor.at + 1)
    if (mark !== BACKSLASH) continue
    ESCAPE.lastIndex = cursor.at
    if (!ESCAPE.test(cursor.text)) return false
    cursor.at = ESCAPE.lastIndex - 1
  }
  return false
}

/** Moves past a number, `true`, `false` or `null`; says so if there is none. */
export function passWord(cursor: Cursor): boolean {
  WORD.lastIndex = cursor.at
  return WORD.test(cursor.text) && passed(cursor, WORD.lastIndex)
}

function passed(cursor: Cursor, at: number): true {
  cursor.at = at
  return true
}
