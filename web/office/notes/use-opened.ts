import { useEffect, useRef, useState } from 'react'
import type { Member } from '../../../crypto/partner-member.ts'
import { openedNote, type NoteText } from '../../../crypto/partner-note.ts'
import { openedHolding } from '../../../crypto/partner-organisation.ts'
import type { Opener } from '../../../crypto/partner-pair.ts'
import type { NoteRow, NotesKey } from './notes-asked.ts'

/** The keys of the organisation that somebody can open, by their ids. */
export type Openers = ReadonlyMap<string, Opener>

const NONE: Openers = new Map()

/** Opens the keys somebody was let in to; null while that is under way. */
export function useOpeners(member: Member, keys: readonly NotesKey[]): Openers | null {
  const held = keys.map(({ id, holding }) => `${id} ${holding ?? ''}`).join(' ')
  return useComputed(`${member.opener.publicKey} ${held}`, async () => {
    const opened = await Promise.all(keys.map(async (key) => [key.id, key.holding === null ? null : await openedHolding(member, key, key.holding)] as const))
    return opened.some(([, opener]) => opener) ? new Map(opened.filter((one): one is readonly [string, Opener] => one[1] !== null)) : NONE
  })
}

/** A note as it was written; `broken` where its box does not open, `other-key` where one was not let in to its key. */
export type OpenedNote = NoteText | 'broken' | 'other-key'

/** Opens one version of a note. What was deleted has nothing to open. */
export async function openRow({ id, version, by, key, box }: NoteRow, organisation: string, openers: Openers): Promise<OpenedNote | null> {
  if (box === null || key === null) return null
  const opener = openers.get(key)
  return opener ? ((await openedNote(opener, box, { organisation, note: id, version, by, key })) ?? 'broken') : 'other-key'
}

export const versionOf = ({ id, version }: NoteRow): string => `${id}.${version}`

/** Opens what is shown, in this page's memory alone. */
export function useOpenedNotes(rows: readonly NoteRow[], organisation: string, openers: Openers): ReadonlyMap<string, OpenedNote> | null {
  const shown = rows.map((row) => `${versionOf(row)} ${row.key ?? ''}`).join(' ')
  return useComputed(`${shown} ${[...openers.keys()].join(' ')}`, async () => {
    const opened = await Promise.all(rows.map(async (row) => [versionOf(row), await openRow(row, organisation, openers)] as const))
    return new Map(opened.filter((one): one is readonly [string, OpenedNote] => one[1] !== null))
  }, 'as-before')
}

/** Something that takes a moment to reckon, anew whenever what it is reckoned from changes; until then null, or what it was before. */
export function useComputed<Value>(from: string, reckon: () => Promise<Value>, until: 'null' | 'as-before' = 'null'): Value | null {
  const [found, setFound] = useState<{ readonly from: string; readonly value: Value } | null>(null)
  const reckoning = useRef(reckon)
  useEffect(() => void (reckoning.current = reckon))
  useEffect(() => {
    let wanted = true
    void reckoning.current().then((value) => wanted && setFound({ from, value }))
    return () => {
      wanted = false
    }
  }, [from])
  return found !== null && (until === 'as-before' || found.from === from) ? found.value : null
}
