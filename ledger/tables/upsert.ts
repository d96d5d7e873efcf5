import type { Statement, Value } from '../store/statement.ts'

type Column<Row> = keyof Row & string

/**
 * How a column takes in what came later: the sum, what was said last, what was said first, or what a column of order
 * says happened last. Silence is null, and only `last` lets it count.
 */
export type Taking<Row> = 'add' | 'last' | 'last-known' | 'first-known' | { readonly newestBy: Column<Row> }

/** A read table's rows, by their key, and how each other column takes in what comes. */
export interface Upsert<Row, Key extends Column<Row> = Column<Row>> {
  readonly table: string
  readonly key: readonly Key[]
  readonly takes: Readonly<Record<Exclude<Column<Row>, Key>, Taking<Row>>>
}

type Rowlike<Row> = Readonly<Record<Column<Row>, Value>>

/** Rows of one statement; both engines take far more values. */
const LOT = 400

/** What brings rows into a read table: one statement for each lot, since every statement is paid by whoever appends. */
export function upsert<Row extends Rowlike<Row>, Key extends Column<Row>>(into: Upsert<Row, Key>, rows: readonly Row[]): readonly Statement[] {
  if (rows.length === 0) return []
  const single = rows.length === 1 ? rows : oneForEachKey(into, rows)
  const columns = columnsOf(into)
  const statements: Statement[] = []
  for (let at = 0; at < single.length; at += LOT) {
    const lot = single.slice(at, at + LOT)
    statements.push({ table: into.table, text: textFor(into, lot.length), values: lot.flatMap((row) => columns.map((column) => row[column])) })
  }
  return statements
}

const texts = new WeakMap<object, string>()

/** Most appends bring one row into a table, so that text is put together once. */
function textFor<Row, Key extends Column<Row>>(into: Upsert<Row, Key>, rows: number): string {
  const known = rows === 1 ? texts.get(into) : undefined
  if (known !== undefined) return known
  const columns = columnsOf(into)
  const marks = `(${columns.map(() => '?').join(', ')})`
  const taken = takings(into).map(([column, taking]) => `${column} = ${inSql(into.table, column, taking)}`)
  const text = `insert into ${into.table} (${columns.join(', ')}) values ${Array.from({ length: rows }, () => marks).join(', ')} on conflict (${into.key.join(', ')}) do update set ${taken.join(', ')}`
  if (rows === 1) texts.set(into, text)
  return text
}

const columnsOf = <Row, Key extends Column<Row>>({ key, takes }: Upsert<Row, Key>): readonly Column<Row>[] => [...key, ...(Object.keys(takes) as Column<Row>[])]

const takings = <Row, Key extends Column<Row>>({ takes }: Upsert<Row, Key>): readonly (readonly [Column<Row>, Taking<Row>])[] => Object.entries(takes) as [Column<Row>, Taking<Row>][]

/** A statement may name each row once, so what one lot says of it is laid together first, by the same rules. */
function oneForEachKey<Row extends Rowlike<Row>, Key extends Column<Row>>(into: Upsert<Row, Key>, rows: readonly Row[]): readonly Row[] {
  const byKey = new Map<string, Row>()
  for (const row of rows) {
    const name = JSON.stringify(into.key.map((column) => row[column]))
    const held = byKey.get(name)
    byKey.set(name, held === undefined ? row : { ...held, ...(Object.fromEntries(takings(into).map(([column, taking]) => [column, here(held, row, column, taking)])) as Partial<Row>) })
  }
  return [...byKey.values()]
}

function inSql<Row>(table: string, column: string, taking: Taking<Row>): string {
  const [held, next] = [`${table}.${column}`, `excluded.${column}`]
  if (taking === 'add') return `${held} + ${next}`
  if (taking === 'last') return next
  if (taking === 'last-known') return `coalesce(${next}, ${held})`
  if (taking === 'first-known') return `coalesce(${held}, ${next})`
  return `case when ${table}.${taking.newestBy} is null or excluded.${taking.newestBy} > ${table}.${taking.newestBy} then ${next} else ${held} end`
}

function here<Row extends Rowlike<Row>>(before: Row, after: Row, column: Column<Row>, taking: Taking<Row>): Value {
  const [held, next] = [before[column], after[column]]
  if (taking === 'add') return Number(held) + Number(next)
  if (taking === 'last') return next
  if (taking === 'last-known') return next ?? held
  if (taking === 'first-known') return held ?? next
  const [then, now] = [before[taking.newestBy], after[taking.newestBy]]
  return then === null || (now !== null && now > then) ? next : held
}
