import { namePartsOf } from './name-parts.ts'
import { soundOf, soundsOf } from './sound.ts'

/** What somebody is known by, or looked for by. A birth date is a year, or a day as YYYY-MM-DD. */
export interface KnownPerson {
  readonly names: readonly string[]
  readonly telephones: readonly string[]
  readonly born?: string | undefined
}

/** By what two records of a person can agree, the strongest first. Sounds and dates stand here only together with something else. */
export const MARK_FIELDS = ['telephone', 'whole-name', 'part-and-date', 'two-parts', 'sound-and-year', 'two-sounds'] as const
export type MarkField = (typeof MARK_FIELDS)[number]

/** One thing that a keyed digest is taken of. Never kept as it is. */
export interface PersonMark {
  readonly field: MarkField
  readonly value: string
}

/** Which rules these are. Whoever changes what a mark is made of changes this too, and everybody is marked anew. */
export const MARK_RULES = '1'

/**
 * Everything somebody can be found by.
 *
 * A sound, a year or one part of a name is never marked by itself: each is shared by thousands, so it would be guessed by whoever counts how
 * often it stands there, and would find half a country. Two together are neither.
 */
export const marksOf = (known: KnownPerson): readonly PersonMark[] => marks(known, (part) => [soundOf(part)])

/** Everything by which somebody is looked for: as it is kept, and each other way in which the name may have been heard. */
export const marksSought = (sought: KnownPerson): readonly PersonMark[] => marks(sought, soundsOf)

function marks({ names, telephones, born }: KnownPerson, sounds: (part: string) => readonly string[]): readonly PersonMark[] {
  const found = [...names.flatMap((name) => marksOfName(namePartsOf(name), born, sounds)), ...telephones.flatMap(marksOfTelephone)]
  return [...new Map(found.map((mark) => [`${mark.field} ${mark.value}`, mark])).values()]
}

function marksOfName(parts: readonly string[], born: string | undefined, sounds: (part: string) => readonly string[]): readonly PersonMark[] {
  const marked = (field: MarkField, ...values: readonly string[]): PersonMark => ({ field, value: values.toSorted().join(' ') })
  const pairs = parts.flatMap((one, at) => parts.slice(at + 1).map((other) => [one, other] as const))
  const heard = pairs.flatMap(([one, other]) => sounds(one).flatMap((a) => sounds(other).map((b) => [a, b] as const))).filter(([a, b]) => tellsEnough(a, b))
  return [
    ...(parts.length >= 2 ? [marked('whole-name', ...parts)] : []),
    ...pairs.map((pair) => marked('two-parts', ...pair)),
    ...heard.map((pair) => marked('two-sounds', ...pair)),
    ...(born === undefined ? [] : parts.flatMap(sounds).filter((sound) => sound.length >= 2).map((sound) => marked('sound-and-year', sound, born.slice(0, YEAR)))),
    ...(born === undefined || born.length === YEAR ? [] : parts.map((part) => marked('part-and-date', part, born))),
  ]
}

const YEAR = 4

/** Two short sounds are shared by too many. */
const tellsEnough = (a: string, b: string): boolean => a !== '' && b !== '' && a.length + b.length >= 3

/** The figures at the end are the same whether a number is written with its country or without. Shorter ones are those of services. */
const ENDING = 7
const SHORTEST = 7

const marksOfTelephone = (telephone: string): readonly PersonMark[] => {
  const figures = figuresIn(telephone)
  return figures.length < SHORTEST ? [] : [{ field: 'telephone', value: figures.slice(-ENDING) }]
}

/** Where the figures of a script begin: Latin, Arabic, Persian, Devanagari, Bengali, Thai, Lao, Burmese, Khmer. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0]

const figuresIn = (text: string): string =>
  [...text.normalize('NFKC')].map((each) => {
    const code = each.codePointAt(0) ?? 0
    const zero = ZEROS.find((start) => code >= start && code < start + 10)
    return zero === undefined ? '' : String(code - zero)
  }).join('')

/** The numbers in something that was written down as a way to reach somebody, which may be a telephone or anything else. */
export const telephonesIn = (contact: string): readonly string[] =>
  contact.split(/[\p{L},;/|]+/u).map((piece) => piece.trim()).filter((piece) => figuresIn(piece).length >= SHORTEST)

/** Whether what is looked for is enough to look for: a telephone, two parts of a name, or one with a birth date. */
export const isEnoughToFind = (sought: KnownPerson): boolean => marksSought(sought).length > 0
