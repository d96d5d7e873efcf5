// @vitest-environment happy-dom
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { drawn } from '../../../tests/drawn.tsx'
import { useIdle } from './use-idle.ts'

const MINUTE = 60_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function Watched() {
  const [idle, back] = useIdle(10 * MINUTE)
  return <button type="button" onClick={back}>{idle ? 'hidden' : 'shown'}</button>
}

const pass = (minutes: number): Promise<void> => act(async () => void vi.advanceTimersByTime(minutes * MINUTE))

test('a page nobody touches is hidden, and stays hidden until somebody says that they are back', async () => {
  const { page } = await drawn(<Watched />)
  const standing = () => page.textContent
  await pass(9)
  window.dispatchEvent(new Event('keydown'))
  await pass(9)
  expect(standing()).toBe('shown')
  await pass(1)
  expect(standing()).toBe('hidden')
  window.dispatchEvent(new Event('pointermove'))
  expect(standing()).toBe('hidden')
  await act(async () => page.querySelector('button')?.click())
  expect(standing()).toBe('shown')
  await pass(10)
  expect(standing()).toBe('hidden')
})
