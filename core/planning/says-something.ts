/** Words that fill a field and name nothing. A plan leaves such a line out until it is known. */
const NOTHING: ReadonlySet<string> = new Set([
  'unknown', 'not known', 'none', 'yes', 'no', 'ok', 'n/a', 'pending', 'later',
  'tbd', 'tba', 'tbc', 'to be decided', 'to be confirmed', 'to be named', 'to be announced', 'to be determined',
])

/** Whether a text says something: a letter or a digit at least, and more than a tick or that nothing is known yet. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text) && !NOTHING.has(text.trim().toLowerCase())
