import { expect, test } from 'vitest'
import { readTree } from '../../../tests/house/tree.ts'
import { messagesOf } from '../../../wire/words.ts'

const wordsIn = (path: RegExp): Readonly<Record<string, string>> => messagesOf(readTree((name) => path.test(name)).map(({ text }) => text))
const everyWord = wordsIn(/^words\/en\/.*\.po$/)
const refusals = readTree((path) => path.startsWith('server/http/') && !path.includes('.test.')).flatMap(({ text }) => [...text.matchAll(/^ {2}'((?:need|access)\/[a-z-]+)': \d/gm)]).map((match) => `refusal.${match[1]}`)

test('every reason for not opening a file, and for not saying who needs to know, has words', () => {
  expect(refusals.length).toBeGreaterThanOrEqual(13)
  expect(refusals.filter((id) => !Object.hasOwn(everyWord, id))).toEqual([])
})

test('every message of need-to-know is said somewhere', () => {
  const said = readTree((path) => /^web\/office\/(?:need|purpose|asking|search|looks|shell)\/.*\.tsx?$/.test(path) && !path.includes('.test.')).map(({ text }) => text).join('\n')
  const isListed = (id: string): boolean => /^(?:refusal|then|look-for|place|danger|judgement|reach)\./.test(id)
  const isSaid = (id: string): boolean => said.includes(`'${id}'`) || [...said.matchAll(/`([a-z-]+\.[a-z-]+)\$\{/g)].some(([, before = '']) => id.startsWith(before))
  expect(Object.keys(wordsIn(/^words\/en\/need\.po$/)).filter((id) => !isListed(id) && !isSaid(id))).toEqual([])
})
