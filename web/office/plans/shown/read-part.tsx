import type { PlanPart } from '../../../../core/planning/plan-facts.ts'
import { useSay } from '../../../../ui/say.tsx'
import { Mark } from '../../../../ui/mark.tsx'
import { Offences } from '../offences/offences.tsx'
import { declared, type DeclaredField, type DeclaredList, type DeclaredPartId } from '../declared/declared.ts'
import { EveryoneAtRisk } from './everyone-at-risk.tsx'
import { ExpectedInAll } from './expected-in-all.tsx'
import { isRecord } from '../declared/json.ts'
import { Ladder } from './ladder.tsx'
import { RiskLevel } from './risk-level.tsx'
import { SaidValue } from '../declared/said-value.tsx'
import { Trade } from './trade.tsx'

/** A part as it is read: its fields as sentences, its lists as tables. */
export function ReadPart({ part, content }: { readonly part: PlanPart; readonly content: unknown }) {
  const say = useSay()
  if (part === 'offences') return <Offences />
  if (part === 'rung') return <Ladder content={content} />
  const { fields, lists, bare } = declared(part)
  const whole = isRecord(content) ? content : {}
  const rowsOf = ({ list }: DeclaredList): readonly unknown[] => asList(bare ? content : whole[list])
  const [held, empty] = [lists.filter((list) => rowsOf(list).length > 0), lists.filter((list) => rowsOf(list).length === 0)]
  return (
    <>
      {part === 'safety' && <EveryoneAtRisk content={whole} />}
      {part !== 'harm' && fields.length > 0 && <SaidFields fields={fields} whole={whole} />}
      <div className={part === 'harm' ? 'two' : 'lists'}>
        {held.map((list) => <SaidList key={list.list} part={part} list={list} rows={rowsOf(list)} />)}
      </div>
      {empty.length > 0 && <p className="not-said"><Mark of="unknown" /> {say('plan-page.lists-empty', { count: empty.length, lists: empty.map(({ list }) => say(`list.${part}.${list}`)).join(' · ') })}</p>}
      {part === 'expected' && <ExpectedInAll content={content} />}
      {part === 'harm' && <Trade content={whole} />}
    </>
  )
}

function SaidFields({ fields, whole }: { readonly fields: readonly DeclaredField[]; readonly whole: Readonly<Record<string, unknown>> }) {
  const say = useSay()
  return (
    <dl className="said-fields">
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{say(`field.${field.label ?? field.name}`)}</dt>
          <dd><SaidValue field={field} value={whole[field.name]} /></dd>
        </div>
      ))}
    </dl>
  )
}

interface SaidListProps {
  readonly part: DeclaredPartId
  readonly list: DeclaredList
  readonly rows: readonly unknown[]
}

const asList = (rows: unknown): readonly unknown[] => (Array.isArray(rows) ? rows : [])

/** A list in the order it was put in. */
function SaidList({ part, list, rows }: SaidListProps) {
  const say = useSay()
  const isRegister = part === 'safety' && list.list === 'risks'
  return (
    <div className="said-list">
      <h4>{say(`list.${part}.${list.list}`)}</h4>
      {list.rows === 'words' || list.fields.length === 1
        ? <ul className="said-names">{rows.map((row, at) => <li key={at}>{list.fields.slice(0, 1).map((field) => <SaidValue key={field.name} field={field} value={isRecord(row) ? row[field.name] : row} />)}</li>)}</ul>
        : <SaidTable list={list} rows={rows.filter(isRecord)} isRegister={isRegister} />}
      {isRegister && <p className="hint">{say('plan-page.bands')}</p>}
    </div>
  )
}

/** Severity and likelihood stand in the register as the level they make, with both beside it. */
const IN_THE_LEVEL: ReadonlySet<string> = new Set(['severity', 'likelihood'])

function SaidTable({ list, rows, isRegister }: { readonly list: DeclaredList; readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly isRegister: boolean }) {
  const say = useSay()
  const columns = list.fields.filter(({ name }) => !isRegister || !IN_THE_LEVEL.has(name))
  const headOf = ({ label, name }: DeclaredField): string => say(`field.${label ?? name}`)
  return (
    <table className="said">
      <thead>
        <tr>
          {columns.map((field) => <th key={field.name} scope="col">{headOf(field)}</th>)}
          {isRegister && <th scope="col">{say('plan-page.level')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={String(row['id'])}>
            {columns.map((field) => <td key={field.name} data-label={headOf(field)} className={`of-${field.form.is}`}><SaidValue field={field} value={row[field.name]} /></td>)}
            {isRegister && <td data-label={say('plan-page.level')} className="of-level"><Level of={row} among={list.fields} /></td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Level({ of, among }: { readonly of: Readonly<Record<string, unknown>>; readonly among: readonly DeclaredField[] }) {
  return (
    <>
      <RiskLevel severity={Number(of['severity'])} likelihood={Number(of['likelihood'])} />
      {among.filter(({ name }) => IN_THE_LEVEL.has(name)).map((field) => <span key={field.name} className="hint level-of"><SaidValue field={field} value={of[field.name]} /></span>)}
    </>
  )
}
