import { useSay, type Say } from '../../../../ui/say.tsx'
import { Mark } from '../../../../ui/mark.tsx'
import { asWritten } from '../../../../ui/clock.ts'
import { useAssessed } from '../../../reading/assessed.ts'
import type { Language } from '../../../words/languages.ts'
import { useLanguage } from '../../../words/use-language.ts'
import { typedFor, typedLocally } from '../../form/local-time.ts'
import type { DeclaredField } from './declared.ts'
import { asText } from './json.ts'

/** A value of a field in words: a choice by its words, a time in the zone of this machine. Null where nothing is said. */
export function inWords({ form }: DeclaredField, value: unknown, say: Say, language: Language): string | null {
  if (value === undefined || value === null || value === '' || value === 'unknown') return null
  if (form.is === 'papers') return Array.isArray(value) && value.length > 0 ? say('plan-page.papers', { count: value.length }) : null
  if (Array.isArray(value)) return value.length === 0 ? null : new Intl.ListFormat(language.slice(0, 2)).format(value.map((one) => ('words' in form ? say(`${form.words}.${String(one)}`) : String(one))))
  if (form.is === 'choice' || form.is === 'several') return say(`${form.words}.${asText(value)}`)
  if (form.is === 'instant') return timeInWords(value, language)
  if (form.is === 'language') return say('plan-page.language', { language: asText(value) })
  return asText(value)
}

function timeInWords(value: unknown, language: Language): string {
  const at = typeof value === 'number' ? value : Date.parse(String(value))
  return Number.isNaN(at) ? String(value) : asWritten(typedLocally(typedFor(at, -new Date(at).getTimezoneOffset())), language)
}

/** Documents by their titles, where the plan that names them is in sight. */
function usePapers({ form }: DeclaredField, value: unknown): string | null {
  const { operation: { sources } } = useAssessed()
  const titles = form.is === 'papers' && Array.isArray(value) ? sources.filter(({ id }) => value.includes(id)).map(({ title }) => title) : []
  return titles.length === 0 ? null : titles.join(' · ')
}

/** A value as it is read. What nobody has said is hatched, and never a blank. */
export function SaidValue({ field, value }: { readonly field: DeclaredField; readonly value: unknown }) {
  const say = useSay()
  const language = useLanguage()
  const papers = usePapers(field, value)
  const words = papers ?? inWords(field, value, say, language)
  if (words === null) return <span className="not-said"><Mark of="unknown" /> {say('plan-page.not-said')}</span>
  return <bdi>{words}</bdi>
}
