import { asMeant } from '../../crypto/token.ts'
import type { PersonRow } from '../desk-tables.ts'

/**
 * Words that whoever guesses here tries first: what this is called, who works in it, and what people type where they think of nothing.
 *
 * They may stand in a password; a password that is made of them may not (OWASP ASVS 5.0, 6.1.2 and 6.2.11).
 */
export const GUESSED_FIRST = [
  'daylight', 'trafficking', 'antitrafficking', 'police', 'prosecutor', 'prosecution', 'officer', 'office', 'analyst', 'planner', 'administrator', 'admin', 'shelter', 'rescue', 'raid',
  'password', 'passphrase', 'passwort', 'contrasena', 'motdepasse', 'welcome', 'letmein', 'changeme', 'iloveyou', 'secret',
  'qwertyuiop', 'qwerty', 'qwertz', 'azerty', 'asdfghjkl', 'asdfgh', 'zxcvbnm', '1q2w3e4r5t6y', '1q2w3e4r', 'q1w2e3r4',
] as const

const FEWEST_DIFFERENT = 5

/** Behind a word that had to be changed stands the year in which it was. */
const YEAR = /(?:19|20)\d\d/g

const folded = (text: string): string => text.trim().normalize('NFKC').toLowerCase()

/** Neither a name nor the old one, and not made of words that are guessed first, of one letter over and over, or of letters in their order. Its length is asked for by its shape. */
export function isFit(fresh: string, old: string, { sign_in_name, name, must_change }: Pick<PersonRow, 'sign_in_name' | 'name' | 'must_change'>): boolean {
  const text = folded(fresh)
  const isOneTime = must_change === 'yes' && asMeant(fresh) === asMeant(old)
  if (isOneTime || text === folded(old)) return false
  const names = [sign_in_name, folded(name), ...folded(name).split(/\s+/), ...sign_in_name.split(/[._-]/)].filter((word) => word.length > 2)
  const words = [...names, ...GUESSED_FIRST].toSorted((one, other) => other.length - one.length)
  const left = words.reduce((rest, word) => rest.replaceAll(word, ' '), text).replace(YEAR, ' ')
  return new Set(withoutRuns(left).filter((letter) => letter.trim() !== '')).size >= FEWEST_DIFFERENT
}

/** The letters that are not the one before, nor its neighbour: of 12345678 the 1. */
const withoutRuns = (text: string): readonly string[] =>
  [...text].filter((letter, index, all) => Math.abs((letter.codePointAt(0) ?? 0) - (all[index - 1]?.codePointAt(0) ?? 0)) > 1)
