// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test } from 'vitest'
import { drawn } from '../../../tests/drawn.tsx'
import { Listing } from './listing.tsx'

const press = (key: string): Promise<void> => act(async () => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

const list = (rows: readonly string[], onOpen?: (row: string) => void) => (
  <Listing caption="Places" columns={[{ id: 'name', head: 'Name', cell: (row: string) => row }]} rows={rows} rowKey={(row) => row} none={<p>No place is known yet.</p>} {...(onOpen && { onOpen })} />
)

test('a list is one stop of the keyboard; arrows go from row to row, and Enter opens one', async () => {
  const opened: string[] = []
  const { page } = await drawn(list(['a', 'b', 'c'], (row) => opened.push(row)))
  const rows = [...page.querySelectorAll<HTMLElement>('tbody tr')]
  expect(rows.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1])
  rows[0]?.focus()
  await press('ArrowDown')
  await press('ArrowDown')
  await press('ArrowDown')
  expect(rows.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0])
  await press('Enter')
  await press('Home')
  await press('Enter')
  expect(opened).toEqual(['c', 'a'])
})

test('where nothing is listed, that is said', async () => {
  const { page } = await drawn(list([]))
  expect(page.textContent).toBe('No place is known yet.')
})
