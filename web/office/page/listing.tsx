import { useState, type KeyboardEvent, type ReactNode } from 'react'

/** One column of a listing. */
export interface Column<Row> {
  readonly id: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the end of their column, in figures of one width. */
  readonly holds?: 'words' | 'number'
  /** Left out where there is little room. */
  readonly room?: 'always' | 'wide'
}

interface ListingProps<Row> {
  /** What is listed, for those who hear the page. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Opens a row: by Enter on it, or by a click anywhere in it. */
  readonly onOpen?: (row: Row) => void
  /** What stands there where nothing does: what that means, never a blank. */
  readonly none: ReactNode
}

/** A list as a table: its head stays in sight; up and down go from row to row, Home and End to the ends, Enter opens. */
export function Listing<Row>({ caption, columns, rows, rowKey, onOpen, none }: ListingProps<Row>) {
  const [stop, setStop] = useState(0)
  if (rows.length === 0) return <div className="listing-none">{none}</div>
  return (
    <div className="listing">
      <table>
        <caption className="heard">{caption}</caption>
        <thead>
          <tr>{columns.map(({ id, head, holds, room }) => <th key={id} scope="col" className={classOf(holds, room)}>{head}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr
              key={rowKey(row)}
              {...(onOpen && {
                className: 'opens',
                tabIndex: at === Math.min(stop, rows.length - 1) ? 0 : -1,
                onFocus: () => setStop(at),
                onClick: () => onOpen(row),
                onKeyDown: (event: KeyboardEvent<HTMLElement>) => event.target === event.currentTarget && (event.key === 'Enter' ? onOpen(row) : moveFrom(event)),
              })}
            >
              {columns.map(({ id, head, cell, holds, room }) => <td key={id} data-head={head} className={classOf(holds, room)}>{cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const classOf = (holds: 'words' | 'number' = 'words', room: 'always' | 'wide' = 'always'): string => [holds === 'number' && 'number', room === 'wide' && 'where-wide'].filter(Boolean).join(' ')

/** One stop of the keyboard for the whole list: the row it was last on. */
function moveFrom(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...(event.currentTarget.parentElement?.querySelectorAll('tr') ?? [])]
  const at = rows.findIndex((row) => row === event.currentTarget)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  const row = to === undefined ? undefined : rows[to]
  if (!row) return
  event.preventDefault()
  row.focus()
}
