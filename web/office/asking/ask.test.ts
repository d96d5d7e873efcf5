import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { answering, problem } from '../../../tests/answering.ts'
import { lookFor } from '../purpose/purpose.ts'
import { ask } from './ask.ts'
import { isAbout, keyOf } from './queries.ts'

const Shape = z.strictObject({ word: z.string() })

afterEach(() => vi.unstubAllGlobals())

describe('asking the server', () => {
  test('gives what came back, with the version it is of', async () => {
    answering({ 'GET /api/x': { body: { word: 'yes' }, headers: { etag: '"12"' } } })
    expect(await ask('/api/x', Shape)).toEqual({ accepted: true, value: { word: 'yes' }, version: '12' })
  })

  test('shows that a page of the server asks, and on which version', async () => {
    const asked = answering({ 'POST /api/x': { body: { word: 'yes' } } })
    await ask({ path: '/api/x', body: { a: 1 }, version: '12' }, Shape)
    expect(asked[0]).toMatchObject({ method: 'POST', body: { a: 1 } })
    expect(['x-daylight', 'if-match', 'content-type'].map((name) => asked[0]?.headers.get(name))).toEqual(['1', '"12"', 'application/json'])
  })

  test('tells what somebody looks for, once they have said so', async () => {
    const asked = answering({ 'GET /api/x': { body: { word: 'yes' } } })
    await ask('/api/x', Shape)
    lookFor('care')
    await ask('/api/x', Shape)
    lookFor(null)
    expect(asked.map(({ headers }) => headers.get('x-daylight-look'))).toEqual([null, 'care'])
  })

  test('a problem comes back as a refusal with its places', async () => {
    answering({ 'GET /api/x': problem(422, 'reading/wrong-value', [{ path: 'name', problem: 'is blank' }]) })
    const answered = await ask('/api/x', Shape)
    expect(answered).toMatchObject({ accepted: false, refusal: { code: 'reading/wrong-value', status: 422, problems: [{ path: 'name', problem: 'is blank', expected: 'a word' }] } })
  })

  test('what a refusal says beyond that is kept for whoever knows the code', async () => {
    answering({ 'GET /api/x': { status: 412, body: { code: 'ledger/stale', title: 't', detail: 'd', status: 412, changed: ['a'] } } })
    expect(await ask('/api/x', Shape)).toMatchObject({ refusal: { code: 'ledger/stale', problems: [], changed: ['a'] } })
  })

  test('where nobody answers, that is the refusal', async () => {
    answering({})
    expect(await ask('/api/x', Shape)).toMatchObject({ accepted: false, refusal: { code: 'office/no-connection', status: 0 } })
  })

  test.each([[200, { word: 7 }], [200, undefined], [500, 'broken'], [502, undefined]])('status %s with %j is not taken for an answer', async (status, body) => {
    answering({ 'GET /api/x': { status, body } })
    expect(await ask('/api/x', Shape)).toMatchObject({ accepted: false, refusal: { code: 'office/not-as-agreed', status } })
  })

  test('what is called off is no refusal', async () => {
    const off = new AbortController()
    vi.stubGlobal('fetch', async () => {
      off.abort()
      throw off.signal.reason
    })
    await expect(ask({ path: '/api/x', signal: off.signal }, Shape)).rejects.toThrow('aborted')
  })
})

describe('a change in a stream', () => {
  const old = (streams: readonly string[], stream: string): boolean => isAbout({ queryKey: keyOf('/api/x', streams) }, stream)

  test('makes old what was read of that stream, and the lists of its kind', () => {
    expect(old(['site/4f'], 'site/4f')).toBe(true)
    expect(old(['site/'], 'site/4f')).toBe(true)
    expect(old(['plan/1', 'site/4f'], 'site/4f')).toBe(true)
  })

  test('leaves everything else as it is', () => {
    expect(old(['site/4'], 'site/4f')).toBe(false)
    expect(old(['plan/'], 'site/4f')).toBe(false)
    expect(old([], 'site/4f')).toBe(false)
  })
})
