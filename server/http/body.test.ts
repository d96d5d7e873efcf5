import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daylightApp, problemIn } from '../../tests/application.ts'
import { MOST_VALUES } from '../../wire/api-questions.ts'
import { MOST_BYTES } from '../../wire/reading/bytes.ts'
import { exampleOf } from '../api/examples.ts'

const { post, ask, app, logged } = await daylightApp()
const refusal = async (body: BodyInit, headers = {}) => problemIn(await post('/api/certainty', body, headers))

test.each(['', 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', 'application/json; charset=latin1', 'application/yaml'])(
  'only JSON is read, not %o',
  async (type) => {
    const problem = await refusal('{}', { 'content-type': type })
    expect(problem).toMatchObject({ status: 415, code: 'request/other-format', expected: expect.stringContaining('application/json') })
  },
)

test.each(['application/json; charset=utf-8', 'Application/JSON', 'application/json;charset="UTF-8"'])('%s is JSON', async (type) => {
  expect((await refusal('{}', { 'content-type': type })).code).toBe('reading/missing-field')
})

test('nothing is unpacked', async () => {
  expect((await refusal('{}', { 'content-encoding': 'gzip' })).status).toBe(415)
})

test.each([
  ['', 'reading/not-json', 1, 1],
  ['{"venue": domestic}', 'reading/not-json', 1, 11],
  ['{\n"at": 1,\n"at": 2}', 'reading/duplicate-field', 3, 1],
  ['['.repeat(65), 'reading/too-deep', 1, 65],
])('%j is no JSON of ours, and the place is told', async (text, code, line, column) => {
  expect(await refusal(text)).toMatchObject({ status: 400, code, line, column })
})

test('bytes that are not UTF-8 are not guessed at', async () => {
  expect(await refusal(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ status: 400, code: 'reading/not-utf-8', line: 1, column: 2 })
})

test('a body that announces its size is refused before any of it is read', async () => {
  const body = new ReadableStream({ pull: () => { throw new Error('was read') } })
  const request = new Request('http://localhost/api/assess', { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json', 'content-length': String(MOST_BYTES + 1) } } as RequestInit)
  expect(await problemIn(await app.request(request))).toMatchObject({ status: 413, code: 'reading/too-large', expected: expect.stringContaining('5 MiB') })
})

test('a body that does not is refused as soon as it is too large', async () => {
  let sent = 0
  const body = new ReadableStream({ pull: (to) => ((sent += 1) > 500 ? to.close() : to.enqueue(new Uint8Array(65_536).fill(32))) })
  const response = await ask('/api/assess', { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } } as RequestInit)
  expect(await problemIn(response)).toMatchObject({ status: 413, code: 'reading/too-large' })
  expect(response.headers.get('connection')).toBe('close')
  expect(sent).toBeLessThan(MOST_BYTES / 65_536 + 5)
})

test('a body of the largest size is read', async () => {
  expect((await refusal(`{}${' '.repeat(MOST_BYTES - 2)}`)).code).toBe('reading/missing-field')
})

test('a sender who leaves is no fault of ours', async () => {
  const body = new ReadableStream({ pull: (to) => to.error(new Error('gone')) })
  const response = await ask('/api/assess', { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } } as RequestInit)
  expect(await problemIn(response)).toMatchObject({ status: 400, code: 'request/broken-off' })
})

test('more values than any operation has are not looked at', async () => {
  const fields = Object.fromEntries(Array.from({ length: MOST_VALUES + 1 }, (_, i) => [`field${i}`, i]))
  for (const most of [{ reports: Array(MOST_VALUES).fill(1) }, fields])
    expect(await refusal(JSON.stringify(most))).toMatchObject({ status: 413, code: 'reading/too-large', expected: expect.stringContaining('values') })
  expect((await refusal(JSON.stringify({ reports: Array(MOST_VALUES - 1).fill(1) }))).status).toBe(422)
})

test('whatever bytes are sent, they are answered or refused', async () => {
  const path = fc.constantFrom('/api/assess', '/api/certainty', '/api/law')
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map((text) => new TextEncoder().encode(text)))
  await fc.assert(
    fc.asyncProperty(path, bytes, async (to, body) => {
      expect((await post(to, body as Uint8Array<ArrayBuffer>)).status).toBeLessThan(500)
    }),
    { numRuns: 300 },
  )
})

test('whatever stands in a place of an operation, it is answered or refused', async () => {
  const whole = exampleOf('assess') as Record<string, unknown>
  const extreme = fc.oneof(fc.jsonValue(), fc.double(), fc.constantFrom('9999-12-31', '0000', 1e308, 5e-324, Number.MAX_SAFE_INTEGER, '', 'unknown', null, [], {}))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(whole)), extreme, async (field, value) => {
      const response = await post('/api/assess', JSON.stringify({ ...whole, [field]: value }))
      expect([200, 422]).toContain(response.status)
    }),
    { numRuns: 150 },
  )
})

test('nothing of a body is logged', async () => {
  await refusal('{"venue":"a-name-nobody-may-read"}')
  expect(logged.join('\n')).not.toContain('nobody-may-read')
  expect(logged.at(-1)).toMatch(/^POST \/api\/certainty 422 \d+ ms$/)
})
