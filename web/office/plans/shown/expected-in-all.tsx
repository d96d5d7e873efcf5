import { useSay } from '../../../../ui/say.tsx'
import { isRecord } from '../declared/json.ts'

/** How many people in all, from the low ends to the high ends, and how many of them may be children. */
export function ExpectedInAll({ content }: { readonly content: unknown }) {
  const say = useSay()
  const groups = (Array.isArray(content) ? content : []).filter(isRecord)
  if (groups.length === 0) return null
  const sum = (end: 'low' | 'high', of = groups): number => of.reduce((so, group) => so + (Number(group[end]) || 0), 0)
  const children = groups.filter(({ age }) => age === 'child')
  return <p>{say('plan-page.expected-in-all', { low: sum('low'), high: sum('high'), childrenLow: sum('low', children), childrenHigh: sum('high', children) })}</p>
}
