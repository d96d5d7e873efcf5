import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Messages } from '@lingui/core'
import { MantineProvider } from '@mantine/core'
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach } from 'vitest'
import { Speaking } from '../ui/say.tsx'
import { messagesOf } from '../wire/words.ts'
import { voiceOf } from '../web/words/voice.ts'
import { ROOT } from './house/tree.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const WORDS = join(ROOT, 'words/en')

/** Every word there is, as the pages have them. */
export const everyWord: Messages = Object.fromEntries(
  Object.entries(messagesOf(readdirSync(WORDS).map((name) => readFileSync(join(WORDS, name), 'utf8')))).map(([id, text]) => [id, compileMessage(text)]),
)

const roots: Root[] = []

/** Draws a part of the office as it stands in a page, and says how to draw it anew. */
export async function drawn(part: ReactNode): Promise<{ readonly page: HTMLElement; readonly again: (changed: ReactNode) => Promise<void> }> {
  const page = document.createElement('div')
  document.body.append(page)
  const root = createRoot(page)
  roots.push(root)
  const again = (shown: ReactNode): Promise<void> =>
    act(async () => root.render(<MantineProvider withCssVariables={false} withGlobalClasses={false}><Speaking value={voiceOf('en', everyWord)}>{shown}</Speaking></MantineProvider>))
  await again(part)
  return { page, again }
}

/** Lets whatever is under way come to its end. */
export const settled = (): Promise<void> => act(async () => new Promise((resolve) => setTimeout(resolve, 0)))

/** Types into a field as a person does. */
export async function type(field: Element | null, text: string): Promise<void> {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  await act(async () => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

export const click = (element: Element | null | undefined): Promise<void> => act(async () => (element as HTMLElement | null)?.click())

afterEach(async () => {
  for (const root of roots.splice(0)) await act(async () => root.unmount())
  document.body.replaceChildren()
})
