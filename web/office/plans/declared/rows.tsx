import { useEffect, useRef, useState, type RefObject } from 'react'
import { newId } from '../../../../crypto/browser-id.ts'
import { useSay } from '../../../../ui/say.tsx'
import type { DeclaredList, DeclaredPart } from './declared.ts'
import { RiskLevel } from '../shown/risk-level.tsx'
import { FieldAsDeclared } from './declared-field.tsx'
import { blankRow, placeOf, type Row, type Typed, type Wants } from './filled.ts'

interface RowsProps {
  readonly part: DeclaredPart
  readonly title: string
  readonly list: DeclaredList
  readonly rows: readonly Row[]
  readonly wants: Wants
  /** Whom or what an entry is still owed to. */
  readonly owed: readonly string[]
  readonly onChange: (rows: readonly Row[]) => void
}

/** A list of a part: entries are added, changed, removed and put in order, all by keyboard. Each keeps its id. */
export function Rows({ part, title, list, rows, wants, owed, onChange }: RowsProps) {
  const say = useSay()
  const held = useRef<HTMLOListElement>(null)
  const [removed, setRemoved] = useState<{ readonly row: Row; readonly at: number } | null>(null)
  const focusOn = (at: number): void => void requestAnimationFrame(() => held.current?.children[at]?.querySelector<HTMLElement>('input, select, textarea')?.focus())
  const add = (given: Readonly<Record<string, Typed>> = {}): void => {
    onChange([...rows, blankRow(list, newId(), given)])
    focusOn(rows.length)
  }
  const remove = (at: number): void => {
    const row = rows[at]
    if (row) setRemoved({ row, at })
    onChange(rows.toSpliced(at, 1))
    focusOn(Math.min(at, rows.length - 2))
  }
  const putBack = (): void => {
    if (removed) onChange(rows.toSpliced(Math.min(removed.at, rows.length), 0, removed.row))
    setRemoved(null)
  }
  const move = (at: number, to: number): void => {
    const row = rows[at]
    if (!row || to < 0 || to >= rows.length) return
    onChange(rows.toSpliced(at, 1).toSpliced(to, 0, row))
    focusOn(to)
  }
  useMoveByKey(held, move)
  return (
    <>
      <ol className="entries" ref={held}>
        {rows.map((row, at) => (
          <li key={row.id} className="entry" aria-label={say('plan-page.entry-n', { what: title, n: at + 1 })}>
            <div className="entry-fields">
              {list.fields.map((field) => {
                const place = placeOf(part, list.list, at, field.name)
                return <FieldAsDeclared key={field.name} field={field} typed={row[field.name] ?? ''} place={place} wanting={wants.get(place) ?? null} onChange={(typed) => onChange(rows.with(at, { ...row, [field.name]: typed }))} />
              })}
              {'severity' in row && 'likelihood' in row && <p className="entry-level"><RiskLevel severity={Number(row['severity'])} likelihood={Number(row['likelihood'])} /></p>}
            </div>
            <div className="entry-acts">
              <button type="button" className="plain" aria-disabled={at === 0} onClick={() => move(at, at - 1)} aria-label={say('plan-page.move-up', { what: title, n: at + 1 })}>↑</button>
              <button type="button" className="plain" aria-disabled={at === rows.length - 1} onClick={() => move(at, at + 1)} aria-label={say('plan-page.move-down', { what: title, n: at + 1 })}>↓</button>
              <button type="button" className="plain" onClick={() => remove(at)} aria-label={say('plan-page.remove-n', { what: title, n: at + 1 })}>{say('enter.remove')}</button>
            </div>
          </li>
        ))}
      </ol>
      <button type="button" className="add-entry" onClick={() => add()} aria-label={say('plan-page.add', { what: title })}>{say('plan-page.add-short')}</button>
      {removed && <button type="button" className="add-entry" onClick={putBack}>{say('plan-page.put-back')}</button>}
      <StillOwed list={list} owed={owed} onAdd={add} />
    </>
  )
}

/** Alt with an arrow moves an entry, wherever in it the keyboard is. */
function useMoveByKey(held: RefObject<HTMLOListElement | null>, move: (at: number, to: number) => void): void {
  useEffect(() => {
    const list = held.current
    const onKey = (event: KeyboardEvent): void => {
      const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
      const at = [...(list?.children ?? [])].findIndex((entry) => event.target instanceof Node && entry.contains(event.target))
      if (by === undefined || at === -1) return
      event.preventDefault()
      move(at, at + by)
    }
    list?.addEventListener('keydown', onKey)
    return () => list?.removeEventListener('keydown', onKey)
  })
}

/** Whom or what nobody has said anything of yet: one press begins the entry. */
function StillOwed({ list: { each }, owed, onAdd }: { readonly list: DeclaredList; readonly owed: readonly string[]; readonly onAdd: (given: Readonly<Record<string, Typed>>) => void }) {
  const say = useSay()
  if (!each || owed.length === 0) return null
  return (
    <div className="still-owed">
      <span className="hint">{say('plan-page.nothing-said-of')}</span>
      {owed.map((one) => <button key={one} type="button" onClick={() => onAdd({ [each.field]: one })}>+ {say(`${each.words}.${one}`)}</button>)}
    </div>
  )
}
