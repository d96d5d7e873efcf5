import { expect, test } from 'vitest'
import { closed, ClosedFileFault, newIdentity, openedText, type Opener, type Recipients } from './age.ts'

async function* parts(...texts: readonly string[]): AsyncGenerator<string> {
  yield* texts
}
async function bytesOf(to: Recipients, ...texts: readonly string[]): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of closed(parts(...texts), to)) all.push(chunk)
  return Buffer.concat(all)
}
async function textOf(bytes: Uint8Array, by: Opener, size = 1000): Promise<string> {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  let text = ''
  for await (const part of openedText(chunks(), by)) text += part
  return text
}
const why = (answer: Promise<unknown>): Promise<unknown> => answer.then(() => 'opened', (error: unknown) => (error instanceof ClosedFileFault ? error.why : error))

const LONG = ['first words, ', 'pâté ∑ '.repeat(30_000), 'last words']

test('opens for its recipients and for nobody else, whatever the words and however they come', async () => {
  const [one, two, other] = await Promise.all([newIdentity(), newIdentity(), newIdentity()])
  const bytes = await bytesOf({ recipients: [one.recipient, two.recipient] }, ...LONG)
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  expect(await textOf(bytes, one)).toBe(LONG.join(''))
  expect(await textOf(bytes, two, 70_000)).toBe(LONG.join(''))
  expect([await why(textOf(bytes, other)), bytes.includes('words')]).toEqual(['wrong-opener', false])
})

test('opens by its passphrase and by no other', async () => {
  const bytes = await bytesOf({ passphrase: 'seven boats on the river', work: 10 }, 'words')
  expect([await textOf(bytes, { passphrase: 'seven boats on the river' }), await why(textOf(bytes, { passphrase: 'seven boats' }))]).toEqual(['words', 'wrong-opener'])
})

test('what was cut short, altered or is something else does not open', async () => {
  const one = await newIdentity()
  const bytes = await bytesOf({ recipients: [one.recipient] }, ...LONG)
  for (const length of [0, 10, 150, 70_000, bytes.length - 1]) expect([length, await why(textOf(bytes.subarray(0, length), one))]).toEqual([length, 'altered'])
  for (const at of [3, 30, bytes.length - 70_000, bytes.length - 1]) {
    const turned = Buffer.from(bytes)
    turned[at] = (turned[at] ?? 0) ^ 1
    expect([at, await why(textOf(turned, one))]).not.toEqual([at, 'opened'])
  }
  expect(await why(textOf(Buffer.from('something else'), one))).toBe('altered')
})

test('what is no recipient or no identity is refused, and so is closing for nobody', async () => {
  expect([await why(bytesOf({ recipients: ['age1nobody'] }, 'words')), await why(bytesOf({ recipients: [] }, 'words'))]).toEqual(['no-recipient', 'no-recipient'])
  expect(await why(textOf(Buffer.from(''), { identity: 'AGE-SECRET-KEY-1NONE' }))).toBe('wrong-opener')
})
