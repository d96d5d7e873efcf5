import { useSyncExternalStore } from 'react'
import type { QueryClient } from '@tanstack/react-query'
import type { Member } from '../../../crypto/partner-member.ts'
import type { SessionSent } from '../../../wire/office/session.ts'
import type { Answered } from '../asking/ask.ts'
import { SIGNS_OF_LIFE } from '../asking/attendance.ts'
import { keyOf } from '../asking/queries.ts'
import { SESSION_PATH } from '../session/session-path.ts'

/** As long as a page may be left alone before it is covered (shell/shell.tsx). */
const ALONE_MS = 10 * 60_000

let held: Member | null = null
let unwatch = (): void => undefined
const listeners = new Set<() => void>()

function set(member: Member | null): void {
  unwatch()
  unwatch = () => undefined
  held = member
  listeners.forEach((told) => told())
}

/** Locks the notes: nothing on this page opens one until the passphrase is typed again. */
export const lockNotes = (): void => set(null)

/**
 * Holds somebody's own key while they work, in memory alone, from page to page of the office.
 *
 * It is let go when somebody else is signed in or nobody is, when nobody has touched the page for a while, and when the page is left.
 */
export function holdKey(member: Member, queries: QueryClient): void {
  set(member)
  const ways = [untilOtherPerson(member.person, queries), untilLeftAlone(), untilGone()]
  unwatch = () => ways.forEach((end) => end())
}

const untilOtherPerson = (person: string, queries: QueryClient): (() => void) =>
  queries.getQueryCache().subscribe(() => {
    const session = queries.getQueryData<Answered<SessionSent>>(keyOf(SESSION_PATH))
    if (session?.accepted !== true || session.value.person?.id !== person) lockNotes()
  })

function untilLeftAlone(): () => void {
  let timer = setTimeout(lockNotes, ALONE_MS)
  const alive = (): void => {
    clearTimeout(timer)
    timer = setTimeout(lockNotes, ALONE_MS)
  }
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true, capture: true })
  return () => {
    clearTimeout(timer)
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, { capture: true })
  }
}

/** A page kept for going back to would else hold the key behind whatever is shown instead. */
function untilGone(): () => void {
  window.addEventListener('pagehide', lockNotes)
  return () => window.removeEventListener('pagehide', lockNotes)
}

const subscribe = (told: () => void): (() => void) => {
  listeners.add(told)
  return () => void listeners.delete(told)
}

/** The unlocked key of this person, where it is held. */
export function useHeldKey(person: string): Member | null {
  const member = useSyncExternalStore(subscribe, () => held)
  return member?.person === person ? member : null
}
