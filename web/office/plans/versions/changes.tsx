import type { PlanPart } from '../../../../core/planning/plan-facts.ts'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay, type Say } from '../../../../ui/say.tsx'
import type { Language } from '../../../words/languages.ts'
import { useLanguage } from '../../../words/use-language.ts'
import { declared, type DeclaredField, type DeclaredList } from '../declared/declared.ts'
import { isRecord } from '../declared/json.ts'
import { inWords } from '../declared/said-value.tsx'
import type { Difference } from './differences.ts'
import { offencePlaceInWords, offenceValueInWords } from './offence-changes.ts'

interface ChangesProps {
  readonly part: PlanPart
  readonly changes: readonly Difference[]
  /** What stands in the part, so that an entry is called by what it says and not by its id. */
  readonly content: unknown
  /** What stands over the two columns. */
  readonly was: string
  readonly is: string
}

/** What differs in one part, entry by entry, in words and side by side. */
export function Changes({ part, changes, content, was, is }: ChangesProps) {
  const say = useSay()
  const language = useLanguage()
  return (
    <table className="changes">
      <thead>
        <tr><th scope="col">{say('versions.where')}</th><th scope="col">{was}</th><th scope="col">{is}</th></tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.path}>
            <th scope="row">{part === 'offences' ? offencePlaceInWords(change.path, content, change.is ?? change.was, say) : placeInWords(part, change.path, say)} <Entry part={part} path={change.path} content={content} say={say} language={language} /></th>
            <td data-label={was}><Side part={part} path={change.path} value={change.was} say={say} language={language} /></td>
            <td data-label={is}><Side part={part} path={change.path} value={change.is} say={say} language={language} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Placed {
  readonly list: DeclaredList | null
  readonly field: DeclaredField | null
}

/** What a path such as `risks[risk-1].severity` or `[women].low` leads to, among what the part declares. */
function placed(part: PlanPart, path: string): Placed {
  if (part === 'offences') return { list: null, field: null }
  const { lists, fields, bare } = declared(part)
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
  const list = bare ? (lists[0] ?? null) : (lists.find((one) => one.list === steps[0]) ?? null)
  const name = steps.at(-1)
  return { list, field: (list ? list.fields : fields).find((one) => one.name === name) ?? null }
}

function placeInWords(part: PlanPart, path: string, say: Say): string {
  const { list, field } = placed(part, path)
  const words = [list && say(`list.${part}.${list.list}`), field && say(`field.${field.label ?? field.name}`)].filter((one) => one !== null)
  return words.length > 0 ? words.join(': ') : say(`part.${part}`)
}

/** The entry a change lies in, by the first thing it says. */
function Entry({ part, path, content, say, language }: Omit<SideProps, 'value'> & { readonly content: unknown }) {
  const { list, field } = placed(part, path)
  const id = /\[([^\]]+)\]/.exec(path)?.[1]
  const [first] = list?.fields ?? []
  if (!list || !field || !first || field === first || id === undefined) return null
  const rows = Array.isArray(content) ? content : isRecord(content) ? content[list.list] : []
  const entry: unknown = Array.isArray(rows) ? rows.find((row) => isRecord(row) && row['id'] === id) : undefined
  const words = isRecord(entry) ? inWords(first, entry[first.name], say, language) : null
  return words === null ? null : <bdi className="hint">{words}</bdi>
}

interface SideProps {
  readonly part: PlanPart
  readonly path: string
  readonly value: unknown
  readonly say: Say
  readonly language: Language
}

/** One side: a value in words, a whole entry as its fields, or nothing there. */
function Side({ part, path, value, say, language }: SideProps) {
  const { list, field } = placed(part, path)
  if (value === undefined || value === null) return <span className="not-said"><Mark of="not-applicable" /> {say('versions.not-there')}</span>
  if (part === 'offences') return <bdi>{offenceValueInWords(path, value, say)}</bdi>
  if (field) return <bdi>{inWords(field, value, say, language) ?? say('plan-page.not-said')}</bdi>
  if (isRecord(value) && list) return <ul className="whole-entry">{list.fields.map((one) => <li key={one.name}><span className="hint">{say(`field.${one.label ?? one.name}`)}</span> <bdi>{inWords(one, value[one.name], say, language) ?? say('plan-page.not-said')}</bdi></li>)}</ul>
  return <bdi>{loose(value)}</bdi>
}

/** What is declared nowhere is shown as it lies there, word by word. */
function loose(value: unknown): string {
  if (Array.isArray(value)) return value.map(loose).join(', ')
  if (isRecord(value)) return Object.entries(value).filter(([name]) => name !== 'id').map(([, inner]) => loose(inner)).filter((one) => one !== '').join(' · ')
  return String(value)
}
