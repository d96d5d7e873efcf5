import type { ReactNode } from 'react'
import { Choice } from '../../../ui/choice.tsx'
import { useSay } from '../../../ui/say.tsx'
import type { Told } from '../draft.ts'
import { Remove } from './remove.tsx'

interface TheRows<Row extends { readonly id: string }> {
  /** The stem of the words: `reports`, `attempts`, `offences`. */
  readonly of: string
  readonly told: Told<Row>
  readonly onChange: (told: Told<Row>) => void
  readonly onRemove: (told: Told<Row>) => void
  readonly blank: () => Row
  readonly title: (row: Row, at: number) => string
  readonly children: (row: Row, change: (part: Partial<Row>) => void) => ReactNode
}

/** Nothing told, told that there were none, or these: silence and "none" are two different answers. */
export function ToldRows<Row extends { readonly id: string }>({ of, told, onChange, onRemove, blank, title, children }: TheRows<Row>) {
  const say = useSay()
  const choose = (answer: Told<Row>['told']) => onChange({ told: answer, rows: answer === 'some' && told.rows.length === 0 ? [blank()] : told.rows })
  return (
    <>
      <Choice label={say(`enter.${of}-told`)} value={told.told} unknown="unknown" onChange={choose} options={(['some', 'none', 'unknown'] as const).map((value) => ({ value, words: say(`enter.${of}-${value}`) }))} />
      {told.told === 'some' && (
        <>
          <ol className="rows">
            {told.rows.map((row, at) => (
              <li key={row.id}>
                <div className="row-head">
                  <h4>{title(row, at)}</h4>
                  <Remove what={title(row, at)} onRemove={() => onRemove({ ...told, rows: told.rows.filter((one) => one !== row) })} />
                </div>
                {children(row, (part) => onChange({ ...told, rows: told.rows.map((one) => (one === row ? { ...one, ...part } : one)) }))}
              </li>
            ))}
          </ol>
          <button type="button" onClick={() => onChange({ ...told, rows: [...told.rows, blank()] })}>{say(`enter.${of}-add`)}</button>
        </>
      )}
    </>
  )
}
