/** The languages of the pages. The two that are made of the English show that others will fit; they say nothing by themselves. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr', locale: 'en' },
  'ar-XB': { name: 'Right to left, made up', direction: 'rtl', locale: 'ar-u-nu-latn' },
  'th-XA': { name: 'Thai script, made up', direction: 'ltr', locale: 'th-u-nu-latn' },
} as const

export type Language = keyof typeof LANGUAGES

export const isLanguage = (text: string | null): text is Language => text !== null && Object.hasOwn(LANGUAGES, text)
