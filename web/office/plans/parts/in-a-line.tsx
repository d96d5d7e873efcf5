import type { PlanPart } from '../../../../core/planning/plan-facts.ts'
import { useSay, type Say } from '../../../../ui/say.tsx'
import type { Language } from '../../../words/languages.ts'
import { useLanguage } from '../../../words/use-language.ts'
import { declared, type DeclaredField } from '../declared/declared.ts'
import { isRecord } from '../declared/json.ts'
import { inWords } from '../declared/said-value.tsx'

/** A part that is folded away, in one line: what its fields say, and how many entries each of its lists has. */
export function InALine({ part, content }: { readonly part: PlanPart; readonly content: unknown }) {
  const say = useSay()
  const language = useLanguage()
  return <p className="in-a-line"><bdi>{lineOf(part, content, say, language)}</bdi></p>
}

/** A number says nothing without what it counts. */
const isFigure = ({ form }: DeclaredField): boolean => form.is === 'amount' || form.is === 'count'

function lineOf(part: PlanPart, content: unknown, say: Say, language: Language): string {
  if (part === 'offences') return say('plan-page.in-a-list', { title: say('part.offences'), count: Array.isArray(content) ? content.length : 0 })
  const { fields, lists, bare } = declared(part)
  const whole = isRecord(content) ? content : {}
  const said = fields.flatMap((field) => {
    const words = inWords(field, whole[field.name], say, language)
    return words === null ? [] : [isFigure(field) ? say('plan-page.in-a-list', { title: say(`field.${field.label ?? field.name}`), count: words }) : words]
  })
  const counted = lists.map(({ list }) => {
    const rows = bare ? content : whole[list]
    return say('plan-page.in-a-list', { title: say(`list.${part}.${list}`), count: Array.isArray(rows) ? rows.length : 0 })
  })
  return [...said, ...counted].join(' · ')
}
