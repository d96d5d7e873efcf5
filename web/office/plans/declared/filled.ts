import { asText, isRecord, type Json } from './json.ts'
import type { DeclaredField, DeclaredList, DeclaredPart } from './declared.ts'
import { isToTheMinute, typedFor, typedLocally } from '../../form/local-time.ts'

/** What stands in a field while somebody fills it in: as it was typed, or which of several were picked. */
export type Typed = string | readonly string[]

/** One entry as it is being filled in. Its id stays its own from the first letter on. */
export interface Row {
  readonly id: string
  readonly [field: string]: Typed
}

/** A part of a plan as it is being filled in. */
export interface Filled {
  readonly fields: Readonly<Record<string, Typed>>
  readonly lists: Readonly<Record<string, readonly Row[]>>
  /** What the part holds that has no field here; it goes out again as it came. */
  readonly kept?: Readonly<Record<string, Json>>
}

export const NOTHING_FILLED: Filled = { fields: {}, lists: {} }

/** A part as it was recorded, opened for filling in further. */
export function filledOf(declared: DeclaredPart, content: unknown): Filled {
  const whole = isRecord(content) ? content : {}
  const rowsOf = ({ list }: DeclaredList): readonly unknown[] => {
    const held = declared.bare ? content : whole[list]
    return Array.isArray(held) ? held : []
  }
  const shown = new Set([...declared.fields.map(({ name }) => name), ...declared.lists.map(({ list }) => list)])
  return {
    fields: Object.fromEntries(declared.fields.map((field) => [field.name, typedOf(field, whole[field.name])])),
    lists: Object.fromEntries(declared.lists.map((one) => [one.list, rowsOf(one).map((row, at) => rowOf(one, row, at))])),
    kept: Object.fromEntries(Object.entries(whole).filter(([name]) => !shown.has(name))) as Readonly<Record<string, Json>>,
  }
}

function rowOf({ fields, rows, list }: DeclaredList, held: unknown, at: number): Row {
  if (rows === 'words') return { id: `${list}-${at + 1}`, word: String(held) }
  const entry = isRecord(held) ? held : {}
  return { id: String(entry['id']), ...Object.fromEntries(fields.map((field) => [field.name, typedOf(field, entry[field.name])])) }
}

function typedOf({ form, unsaid }: DeclaredField, held: unknown): Typed {
  if (isMany(form)) return Array.isArray(held) ? held.map(String) : []
  if (held === undefined || held === null || (unsaid === 'unknown' && held === 'unknown')) return blankOf({ form })
  return form.is === 'instant' ? typedHere(held) : asText(held)
}

/** An instant as it would be typed here; it travels as text, and may have been kept as a number. */
function typedHere(held: unknown): string {
  const at = typeof held === 'number' ? held : Date.parse(String(held))
  return Number.isNaN(at) ? String(held) : typedFor(at, -new Date(at).getTimezoneOffset())
}

/** Whether a field holds several answers at once. */
const isMany = ({ is }: DeclaredField['form']): boolean => is === 'several' || is === 'papers'

/** A choice with an answer for "unknown" begins there; nothing else is chosen for anybody. */
export const blankOf = ({ form }: Pick<DeclaredField, 'form'>): Typed =>
  isMany(form) ? [] : form.is === 'choice' && form.of.includes('unknown') ? 'unknown' : ''

export const blankRow = ({ fields }: DeclaredList, id: string, given: Readonly<Record<string, Typed>> = {}): Row =>
  ({ id, ...Object.fromEntries(fields.map((field) => [field.name, blankOf(field)])), ...given })

/** What keeps a field from being read, as the id of its words. */
export type Wanting = 'wanting.blank' | 'wanting.not-a-time' | 'wanting.not-a-number' | 'wanting.range' | 'wanting.none-picked' | 'wanting.not-a-day'

export function wantingIn({ form, unsaid }: DeclaredField, typed: Typed | undefined): Wanting | null {
  if (form.is === 'several') return typed === undefined || typed.length === 0 ? 'wanting.none-picked' : null
  if (form.is === 'papers') return null
  const text = String(typed ?? '').trim()
  if (text === '') return unsaid ? null : 'wanting.blank'
  if (form.is === 'instant') return isToTheMinute(typedLocally(text)) ? null : 'wanting.not-a-time'
  if (form.is === 'count') return /^\d+$/.test(text) && Number(text) >= form.from ? null : 'wanting.not-a-number'
  if (form.is === 'amount') return Number(text) > 0 ? null : 'wanting.not-a-number'
  return null
}

/** Where something is wanting: the place of a field in what is sent, such as `content.risks[0].owner`. */
export type Wants = ReadonlyMap<string, Wanting>

export const placeOf = (part: DeclaredPart, list: string, at: number, field: string): string => {
  const row = part.bare ? `content[${at}]` : `content.${list}[${at}]`
  return part.lists.some((one) => one.list === list && one.rows === 'words') ? row : `${row}.${field}`
}

export function wantsIn(part: DeclaredPart, filled: Filled): Wants {
  const found: [string, Wanting][] = []
  const look = (field: DeclaredField, typed: Typed | undefined, place: string) => {
    const wanting = wantingIn(field, typed)
    if (wanting) found.push([place, wanting])
  }
  for (const field of part.fields) look(field, filled.fields[field.name], `content.${field.name}`)
  for (const one of part.lists)
    for (const [at, row] of (filled.lists[one.list] ?? []).entries()) {
      for (const field of one.fields) look(field, row[field.name], placeOf(part, one.list, at, field.name))
      if (isUpsideDown(row)) found.push([placeOf(part, one.list, at, 'high'), 'wanting.range'])
    }
  return new Map(found)
}

/** A range whose high end lies below its low end. */
const isUpsideDown = ({ low, high }: Row): boolean => low !== undefined && high !== undefined && Number(high) < Number(low)

/** The part as it is sent. With `complete`, entries that something is wanting in are left out, so that the rest can be read. */
export function contentOf(part: DeclaredPart, filled: Filled, rows: 'all' | 'complete' = 'all'): Json {
  const isComplete = (one: DeclaredList, row: Row): boolean => !isUpsideDown(row) && one.fields.every((field) => wantingIn(field, row[field.name]) === null)
  const listed = (one: DeclaredList): readonly Json[] =>
    (filled.lists[one.list] ?? []).filter((row) => rows === 'all' || isComplete(one, row)).map((row) => (one.rows === 'words' ? String(row['word']).trim() : { id: row.id, ...writtenOf(one.fields, row) }))
  const [only] = part.lists
  if (part.bare && only) return listed(only)
  return { ...filled.kept, ...writtenOf(part.fields, filled.fields), ...Object.fromEntries(part.lists.map((one) => [one.list, listed(one)])) }
}

const writtenOf = (fields: readonly DeclaredField[], typed: Readonly<Record<string, Typed>>): Readonly<Record<string, Json>> =>
  Object.fromEntries(fields.map((field) => [field.name, written(field, typed[field.name] ?? '')]))

/** Levels of severity are chosen by their words and kept as numbers. */
const isLevel = (form: DeclaredField['form']): boolean => form.is === 'choice' && form.of[0] === '1'

function written({ form, unsaid }: DeclaredField, typed: Typed): Json {
  if (typeof typed !== 'string') return typed
  if (form.is === 'papers') return []
  const text = typed.trim()
  if (text === '' && unsaid === 'unknown') return 'unknown'
  if (form.is === 'instant') return typedLocally(text)
  if ((form.is === 'count' || form.is === 'amount' || isLevel(form)) && text !== '' && !Number.isNaN(Number(text))) return Number(text)
  return text
}
