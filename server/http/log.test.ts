import { expect, test } from 'vitest'
import { daylightApp, problemIn, siteOf } from '../../tests/application.ts'
import { openCatalogue } from '../catalogue.ts'
import { logDefect } from './log.ts'

test('a line holds the method, the pattern of the route, the status and the duration, and no address as it was asked', async () => {
  const { ask, logged } = await daylightApp({ site: siteOf({ 'index.html': 'x' }) })
  await ask('/api/law?jurisdiction=somebody')
  await ask('/somebody/somewhere')
  await ask('/')
  expect(logged.map((line) => line.replace(/\d+ ms$/, 'n ms'))).toEqual(['GET /api/law 422 n ms', 'GET /* 404 n ms', 'GET /* 200 n ms'])
})

test('a defect is answered with a reference alone, and its place is in the log under the same', async () => {
  const { inForce } = openCatalogue()
  const { send, logged } = await daylightApp({ catalogue: { inForce: { ...inForce, law: new Map() } } })
  const response = await send('/api/law', { offence: 'us-1589' })
  const problem = await problemIn(response)
  expect(response.headers.get('content-security-policy')).not.toBeNull()
  expect(problem).toMatchObject({ status: 500, code: 'request/our-fault' })
  const reference = /reference: (.+)\.$/.exec(problem.detail)?.[1]
  expect(logged[0]).toMatch(new RegExp(`^error ${reference} Defect .*law\\.ts:\\d+`))
  expect(JSON.stringify(problem)).not.toMatch(/Defect|law\.ts|at /)
})

test('the log of a defect has nothing that was being read, even where a message looks like a stack', () => {
  const lines: string[] = []
  const reference = logDefect((line) => lines.push(line), new TypeError('a name\n    at somebody (/secret.ts:1:1)'))
  expect(lines).toEqual([expect.stringMatching(new RegExp(`^error ${reference} TypeError .*log\\.test\\.ts:\\d+`))])
  expect(lines.join()).not.toMatch(/a name|secret/)
})

test('what is no error at all is logged as what it is', () => {
  const lines: string[] = []
  logDefect((line) => lines.push(line), 'a name')
  expect(lines.join()).toMatch(/ string $/)
})
