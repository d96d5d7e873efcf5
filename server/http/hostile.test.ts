import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { daylightApp, problemIn } from '../../tests/application.ts'
import type { Problem } from '../../wire/api.ts'
import { exampleOf } from '../api/examples.ts'

const HOSTILE = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'hostile')
const absent = !existsSync(HOSTILE)
if (absent) console.warn(`skipped: the hostile files are not there (${HOSTILE})`)

const files = absent ? [] : readdirSync(join(HOSTILE, 'json')).filter((name) => name.endsWith('.json'))
const strings = absent ? [] : (JSON.parse(readFileSync(join(HOSTILE, 'naughty_strings.json'), 'utf8')) as string[])

const { post, send, ask, logged } = await daylightApp()
/** At a venue that is not known nothing is computed, which these many requests need not wait for. */
const past = { ...(exampleOf('assess') as Record<string, unknown>), site: { name: 'A house', venue: 'unknown' } }

/** What a terminal or a page must not be handed as it is: controls, and marks that turn the reading direction. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
const telling = ({ detail, expected, path, problems }: Problem): string => JSON.stringify([detail, expected, path, problems.map(({ problem }) => problem)])

describe.skipIf(absent)('the hostile files of others', () => {
  test('none that is no JSON is answered, and each refusal has its place', async () => {
    const bad = files.filter((name) => name.startsWith('n_'))
    expect(bad.length).toBeGreaterThan(180)
    for (const name of bad) {
      const problem = await problemIn(await post('/api/assess', readFileSync(join(HOSTILE, 'json', name))))
      expect([name, problem.status, problem.line, problem.column]).toEqual([name, 400, expect.any(Number), expect.any(Number)])
    }
  })

  test('every other is refused by its shape or its letters, and none breaks the server', async () => {
    for (const name of files.filter((each) => !each.startsWith('n_')))
      for (const path of ['/api/assess', '/api/certainty', '/api/law']) {
        const problem = await problemIn(await post(path, readFileSync(join(HOSTILE, 'json', name))))
        expect([name, [400, 422].includes(problem.status)]).toEqual([name, true])
      }
  })

  test('a naughty string is kept where words may stand, and refused in safe words anywhere else', async () => {
    for (const text of strings) {
      const named = await send('/api/assess', { ...past, alternative: text })
      expect([text, named.status]).toEqual([text, 200])
      for (const wrong of [{ ...past, jurisdiction: 'x', operation: text }, { ...past, [text || 'empty']: 1 }, { ...past, at: text }]) {
        const response = await send('/api/assess', wrong)
        expect([text, response.status]).toEqual([text, 422])
        expect(telling(await problemIn(response))).not.toMatch(UNSAFE)
      }
    }
  })

  test('a naughty string in an address finds nothing', async () => {
    for (const text of strings.filter((each) => each.isWellFormed())) {
      expect((await ask(`/${encodeURIComponent(text)}`)).status).toBe(text === '' || text === '.' ? 503 : 404)
      expect((await ask(`/api/law?jurisdiction=${encodeURIComponent(text)}`)).status).toBe(422)
    }
  })

  test('nothing of all this is logged, and nothing was our fault', () => {
    expect(logged.filter((line) => !/^(?:GET|POST) \/[\w/*]* \d{3} \d+ ms$/.test(line))).toEqual([])
    expect(logged.filter((line) => / 500 /.test(line))).toEqual([])
  })
})
