/** Forms of address and particles, which tell nobody from anybody else. Source: reference on names, "Tables to write", by language. */
const TELLS_NOTHING = new Set(
  `mr mrs ms miss dr sir madam khun lok oknha shri sri smt kumari ato weizero sheikh haj hajj haji sayyid chief alhaji alhaja mallam pastor don dona sra lic
  al el bin ibn bint de del la da dos du der van von thi
  г-н นาย นาง นางสาว คุณ 先生 女士 小姐`.split(/\s+/),
)

/** As Doc 9303 of ICAO writes Cyrillic on a passport (part 3, 6, table B), so that a name on a passport meets the same in its own script. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia',
}

/** Letters that are one sound written in several ways: Latin letters with no mark to take off, and forms of Arabic letters. */
const ALIKE: Readonly<Record<string, string>> = {
  ł: 'l', ø: 'o', đ: 'd', ð: 'd', æ: 'ae', œ: 'oe', þ: 'th', ħ: 'h', ı: 'i',
  ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ٱ: 'ا', ـ: '',
}

/** Signs above and below letters of Latin, Greek, Cyrillic, Hebrew and Arabic. Signs of other scripts are vowels, and stay. */
const SIGNS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/gu

/** A Thai consonant that is silenced, with what silences it; and the marks of tone, which are left out in haste. */
const THAI_SILENT = /[\u0e01-\u0e2e][\u0e31-\u0e39]?\u0e4c|[\u0e48-\u0e4b]/gu

/** Series of Ethiopic letters that are spoken alike (ሐ and ኀ as ሀ, ሠ as ሰ, ዐ as አ, ፀ as ጸ): where each begins, and which it is read as. */
const ETHIOPIC: readonly (readonly [from: number, to: number])[] = [[0x1210, 0x1200], [0x1280, 0x1200], [0x1220, 0x1230], [0x12d0, 0x12a0], [0x1340, 0x1338]]
const SERIES = 7

function letterOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  const series = ETHIOPIC.find(([from]) => code >= from && code < from + SERIES)
  return series ? String.fromCodePoint(code - series[0] + series[1]) : (ALIKE[letter] ?? CYRILLIC[letter] ?? letter)
}

/** Most people write their name in fewer; what is longer is no name. */
const MOST_PARTS = 6

/**
 * The parts of a name as they are compared: whatever their order, their script of Cyrillic or Latin, their signs and their capitals.
 *
 * Names carry no fixed order across cultures, so the parts are sorted. A form of address is dropped where two parts are left without it: in
 * Burmese the same syllables stand within names.
 */
export function namePartsOf(name: string): readonly string[] {
  const folded = name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFD').replace(SIGNS, '').replace(THAI_SILENT, '').replace(/['’ʼ`´]/gu, '')
  const written = [...folded].map(letterOf).join('')
  const all = [...new Set(written.split(/[^\p{L}\p{M}\p{N}]+/u).map(withoutArticle).filter((part) => part !== ''))]
  const telling = all.filter((part) => !TELLS_NOTHING.has(part))
  return (telling.length >= 2 ? telling : all).toSorted().slice(0, MOST_PARTS)
}

/** The Arabic article is written as one word with the name. */
const withoutArticle = (part: string): string => (part.startsWith('ال') && part.length > 4 ? part.slice(2) : part)
