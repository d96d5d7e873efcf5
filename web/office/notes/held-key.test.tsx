// @vitest-environment happy-dom
import { act } from 'react'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { drawn } from '../../../tests/drawn.tsx'
import type { Member } from '../../../crypto/partner-member.ts'
import { keyOf } from '../asking/queries.ts'
import { SESSION_PATH } from '../session/session-path.ts'
import { holdKey, lockNotes, useHeldKey } from './held-key.ts'

const MINUTE = 60_000
const member = { person: 'person-1', organisation: 'ngo-1', trusted: [] } as unknown as Member

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  lockNotes()
  vi.useRealTimers()
})

const Shown = ({ person }: { readonly person: string }) => <p>{useHeldKey(person) ? 'open' : 'locked'}</p>

/** A page of somebody who is signed in and has unlocked their notes. */
async function unlocked() {
  const queries = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } })
  const signedIn = (person: string | null): void => void queries.setQueryData(keyOf(SESSION_PATH), { accepted: true, value: { person: person === null ? null : { id: person } }, version: null })
  signedIn('person-1')
  const { page } = await drawn(<><Shown person="person-1" /><Shown person="person-2" /></>)
  await act(async () => holdKey(member, queries))
  return { signedIn, shown: () => [...page.querySelectorAll('p')].map(({ textContent }) => textContent) }
}

test('an unlocked key is open to whoever it belongs to, and to nobody else', async () => {
  expect((await unlocked()).shown()).toEqual(['open', 'locked'])
})

test('it is let go at sign-out, and when somebody else signs in', async () => {
  for (const next of [null, 'person-2']) {
    const { signedIn, shown } = await unlocked()
    await act(async () => signedIn('person-1'))
    expect(shown()[0]).toBe('open')
    await act(async () => signedIn(next))
    expect(shown()[0]).toBe('locked')
  }
})

test('it is let go when nobody has touched the page for as long as it takes to be covered', async () => {
  const { shown } = await unlocked()
  await act(async () => void vi.advanceTimersByTime(9 * MINUTE))
  window.dispatchEvent(new Event('keydown'))
  await act(async () => void vi.advanceTimersByTime(9 * MINUTE))
  expect(shown()[0]).toBe('open')
  await act(async () => void vi.advanceTimersByTime(MINUTE))
  expect(shown()[0]).toBe('locked')
})

test('it is let go when the page is left', async () => {
  const { shown } = await unlocked()
  await act(async () => void window.dispatchEvent(new Event('pagehide')))
  expect(shown()[0]).toBe('locked')
})
