import { useSay } from '../../../../ui/say.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import type { Option } from '../../form/fields.tsx'

const SHORT = 90
const shortened = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()}…` : text)

/** What an element can rest on: the reports of the site, the attempts to verify there, and what was read. */
export function useEvidence(): readonly Option<string>[] {
  const say = useSay()
  const { operation: { reports, attempts, sources } } = useAssessed()
  return [
    ...(reports === 'unknown' ? [] : reports).map(({ id, kind, says }) => ({ value: id, words: `${say(`kind.${kind}`)}: ${shortened(says)}` })),
    ...(attempts === 'unknown' ? [] : attempts).map(({ id, method, result }) => ({ value: id, words: `${say(`method.${method}`)}: ${shortened(result)}` })),
    ...sources.map(({ id, title }) => ({ value: id, words: title })),
  ]
}
