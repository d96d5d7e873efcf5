// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readText } from '../../wire/reading/read.ts'
import { messagesOf } from '../../wire/words.ts'
import type { OperationFile } from '../entry/file-of.ts'
import type { ExampleHeading, Examples } from '../examples/examples.ts'
import { BlindnessTest } from './blindness-test.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const ROOT = join(import.meta.dirname, '../..')
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const messages = Object.fromEntries(Object.entries(messagesOf([textOf('words/en/readings.po'), textOf('words/en/pages.po')])).map(([id, text]) => [id, compileMessage(text)]))

const names = readdirSync(join(ROOT, 'examples/operations'))
const files = new Map(await Promise.all(names.map(async (name) => {
  const read = await readText(name, new TextEncoder().encode(textOf(`examples/operations/${name}`)))
  return [name, read.accepted ? (read.value as OperationFile) : {}] as const
})))
const examples: Examples = {
  headings: [...files].map(([id, { name, operation, jurisdiction, at }]) => ({ id, name, operation, jurisdiction, at }) as ExampleHeading),
  load: (id) => files.get(id),
}

let root: Root
let complaints: ReturnType<typeof vi.spyOn>

beforeEach(async () => {
  complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  document.body.innerHTML = '<div id="page"></div>'
  root = createRoot(document.getElementById('page') as HTMLElement)
  await act(async () => root.render(<BlindnessTest messages={messages} examples={examples} home={null} />))
})
afterEach(async () => {
  await act(async () => root.unmount())
  complaints.mockRestore()
})

const said = (selector: string): string => document.querySelector(selector)?.textContent?.trim() ?? ''
const click = async (words: string) => {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(words))
  await act(async () => button?.click())
}
const choose = async (question: string, answer: string) => {
  const field = [...document.querySelectorAll('[role=radiogroup]')].find(({ textContent }) => textContent?.startsWith(question))
  await act(async () => [...(field?.querySelectorAll('label') ?? [])].find(({ textContent }) => textContent?.trim() === answer)?.querySelector('input')?.click())
}

describe('the page', () => {
  test('has no verdict before anything is entered, and says that everything is unknown', () => {
    expect(said('#verdict-words')).toBe('No verdict yet')
    expect(document.querySelectorAll('.marker-unknown')).toHaveLength(5)
  })

  test.each([...files].map(([name, file]) => ({ name, title: String(file['name']) })))('reads $name without a complaint, in every part', async ({ title }) => {
    await click(title)
    expect(said('#verdict-words')).toMatch(/^(?:Smart|Blind|Missed|Not missed|Not shown to be smart|Urgent: no verdict)$/)
    expect(said('.computed')).toMatch(/^Computed from what you entered; \d+ of \d+ unknown\.$/)
    expect(complaints.mock.calls).toEqual([])
  })

  test('changes its verdict with one answer, and back', async () => {
    await choose('Were the people found screened', 'no')
    expect(said('#verdict-words')).toBe('Blind')
    expect(said('.marker-found')).toContain('Nobody screens the people found.')
    await choose('Were the people found screened', 'yes')
    expect(said('#verdict-words')).toBe('Not shown to be smart')
  })

  test('prints no number about a site of which nothing is known', async () => {
    await click('Phuket')
    expect(said('#certainty')).toContain('Nothing is known about this site.')
    expect(said('#certainty')).not.toMatch(/0\.\d/)
    expect(said('#criteria')).not.toMatch(/0\.\d/)
  })
})
