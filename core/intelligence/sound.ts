/** Consonants that are heard for one another, as one letter. Vowels, w, h and y are left out. Source: reference on names, 5. */
type Consonant = 'P' | 'T' | 'K' | 'S' | 'R' | 'M' | 'N'

/**
 * Consonants of scripts other than Latin, by how they sound at the beginning of a syllable.
 *
 * Arabic, Hebrew, Katakana and Hangul were measured against names in both scripts; Thai follows the Royal Thai General System, and no speaker has
 * looked at it. Whatever has no letter here has no sound, so a name in Chinese is found as it is written or not at all.
 */
const LETTERS: Readonly<Record<Consonant, string>> = {
  P: 'بپفڤ' + 'בפף' + 'ハヒフヘホ' + 'ᄇᄈᄑᆸᇁ' + 'บปผฝพฟภ' + 'βπφ',
  T: 'تثدذطضظ' + 'דטת' + 'タテト' + 'ᄃᄄᄐᆮᇀ' + 'ฎฏฐฑฒดตถทธ' + 'δθτ',
  K: 'كقغخگ' + 'גכךק' + 'カキクケコ' + 'ᄀᄁᄏᆨᆩᆿ' + 'กขฃคฅฆ' + 'γκχ',
  S: 'سشصجزژچ' + 'זסצץש' + 'サシスセソチツ' + 'ᄉᄊᄌᄍᄎᆺᆻᆽᆾ' + 'จฉชซฌศษส' + 'ζσξψ',
  R: 'لر' + 'לר' + 'ラリルレロ' + 'ᄅᆯ' + 'รลฬ' + 'λρ',
  M: 'م' + 'מם' + 'マミムメモ' + 'ᄆᆷ' + 'ม' + 'μ',
  N: 'ن' + 'נן' + 'ナニヌネノン' + 'ᄂᆫᆼ' + 'งณน' + 'ν',
}

const LATIN: Readonly<Record<string, Consonant>> = { b: 'P', p: 'P', f: 'P', v: 'P', d: 'T', t: 'T', k: 'K', q: 'K', c: 'K', g: 'K', s: 'S', z: 'S', j: 'S', l: 'R', r: 'R', m: 'M', n: 'N' }

const SOUNDS: ReadonlyMap<string, Consonant> = new Map([
  ...Object.entries(LATIN),
  ...Object.entries(LETTERS).flatMap(([sound, letters]) => [...letters].map((letter) => [letter, sound as Consonant] as const)),
])

/** Letters of Latin that are one sound together. */
const together = (part: string): string =>
  part.replace(/x/g, 'ks').replace(/sch|sh|ch|zh|ts|tz|dj|dz/g, 's').replace(/ph/g, 'f').replace(/ng/g, 'n').replace(/ck/g, 'k').replace(/c(?=[eiy])/g, 's')

/** Katakana writes some consonants with a second sign: voiced, half-voiced, or small. ハ without a sign is an h, and an h is not heard. */
const written = (part: string): string => part.replace(/[ハヒヘホ](?![\u3099\u309a])/gu, '').replace(/ウ\u3099/gu, 'ハ')

/** As many consonants as tell names apart; more only miss people. */
const LONGEST = 3

/** How a part of a name sounds: its first consonants. Empty where none is heard, or where the script is none we know. */
export function soundOf(part: string): string {
  const heard = [...together(written(part))].map((letter) => SOUNDS.get(letter) ?? '').join('')
  return heard.replace(/(.)\1+/g, '$1').slice(0, LONGEST)
}

/** Letters of Latin that are spoken in several ways, each with the other way. */
const OTHERWISE: readonly (readonly [RegExp, string])[] = [[/g(?=[eiy])/g, 'j'], [/w/g, 'v'], [/j/g, 'y'], [/ch/g, 'k'], [/h/g, 'k']]

/** Every way in which a part may sound to whoever wrote it down: asked when somebody is looked for, never kept. */
export const soundsOf = (part: string): readonly string[] =>
  [...new Set([part, ...OTHERWISE.map(([letters, otherwise]) => part.replace(letters, otherwise))].map(soundOf))].filter((sound) => sound !== '')
