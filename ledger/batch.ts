import type { EntryId } from '../core/kernel/id.ts'
import { digestOf } from './chain.ts'
import type { Expected, Head, Kept } from './ledger.ts'
import { contentOf, saysTheSame, type EntryRow, type RowContent } from './row.ts'

/** One act of appending, as it waits for the next durable write. */
export interface Call {
  readonly contents: readonly RowContent[]
  readonly expected: readonly Expected[]
}

/** What the store holds at the moment of writing, as far as these calls need to know. */
export interface Holding {
  readonly head: Head
  readonly versions: ReadonlyMap<string, number>
  readonly byId: ReadonlyMap<string, EntryRow>
}

/** What becomes of one call. `rows` are those it asked for, new or held already. */
export type Verdict =
  | { readonly kind: 'kept'; readonly rows: readonly EntryRow[] }
  | { readonly kind: 'stale'; readonly expected: Expected; readonly found: number }
  | { readonly kind: 'differs'; readonly entry: EntryId; readonly held: EntryRow }

export const callOf = (entries: readonly Kept[], expected: readonly Expected[]): Call => ({ contents: entries.map(contentOf), expected })

/** Decides several calls one after another, as if each had come alone: what one adds, the next finds. */
export function settle(calls: readonly Call[], holding: Holding): { readonly verdicts: readonly Verdict[]; readonly fresh: readonly EntryRow[] } {
  const now = { head: holding.head, versions: new Map(holding.versions), byId: new Map(holding.byId) }
  const fresh: EntryRow[] = []
  const verdicts = calls.map((call) => {
    const refused = refusalOf(call, now)
    if (refused !== null) return refused
    for (const content of call.contents) if (!now.byId.has(content.id)) fresh.push(placed(content, now))
    return { kind: 'kept' as const, rows: call.contents.map(({ id }) => now.byId.get(id) as EntryRow) }
  })
  return { verdicts, fresh }
}

interface Now {
  head: Head
  readonly versions: Map<string, number>
  readonly byId: Map<string, EntryRow>
}

/** A call that brings nothing new is a repetition, and is answered as the first time even when the file has moved on. */
function refusalOf({ contents, expected }: Call, { versions, byId }: Now): Verdict | null {
  const once = new Map<string, RowContent>()
  for (const content of contents) {
    const held = byId.get(content.id)
    const other = held ?? once.get(content.id)
    if (other !== undefined && !saysTheSame(other, content))
      return { kind: 'differs', entry: content.id as EntryId, held: held ?? notYetHeld(other) }
    once.set(content.id, content)
  }
  if (contents.length > 0 && contents.every(({ id }) => byId.has(id))) return null
  const missed = expected.find(({ stream, version }) => (versions.get(stream) ?? 0) !== version)
  return missed === undefined ? null : { kind: 'stale', expected: missed, found: versions.get(missed.stream) ?? 0 }
}

/** A batch that contradicts itself holds its first entry nowhere yet. */
const notYetHeld = (content: RowContent): EntryRow => ({ ...content, position: 0, version: 0, previous: '', digest: '' })

function placed(content: RowContent, now: Now): EntryRow {
  const version = (now.versions.get(content.stream) ?? 0) + 1
  const row = { ...content, position: now.head.position + 1, version, previous: now.head.digest }
  const linked = { ...row, digest: digestOf(row) }
  now.head = { position: linked.position, digest: linked.digest }
  now.versions.set(content.stream, version)
  now.byId.set(content.id, linked)
  return linked
}
