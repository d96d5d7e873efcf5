import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { astray, countsOf, pageOf, textsOf, unfounded, type Asked, type Requirement } from './house/asvs-rules.ts'
import { readTree, ROOT } from './house/tree.ts'

/** The table of OWASP ASVS 5.0 claims no more than is there, and leaves nothing out. */

const requirements = JSON.parse(readFileSync(join(ROOT, 'docs/asvs.json'), 'utf8')) as readonly Requirement[]

const STANDARD = join(ROOT, '..', 'shared', 'data', 'standards', 'owasp_asvs_5.0.json')
const absent = !existsSync(STANDARD)
if (absent) console.warn(`skipped: the standard is not there (${STANDARD})`)

describe('the table of requirements', () => {
  test('names files that are there, and tests by the names they have', () => {
    expect(requirements.length).toBeGreaterThan(200)
    expect(unfounded(requirements, textsOf(readTree(() => true)))).toEqual([])
  })
  test('is the page that people read', async () => {
    await expect(pageOf(requirements)).toMatchFileSnapshot(join(ROOT, 'docs/asvs.md'))
  })
  test.skipIf(absent)('has every requirement of levels 1 and 2 of the standard, and no other', () => {
    const { requirements: standard } = JSON.parse(readFileSync(STANDARD, 'utf8')) as { readonly requirements: readonly Asked[] }
    expect(standard.length).toBeGreaterThan(300)
    expect(astray(requirements, standard)).toEqual([])
  })
})

describe('a claim without ground is seen', () => {
  const one: Requirement = { id: 'V1.1.1', level: 1, status: 'met', by: ['server/x.test.ts › a door is shut'], says: 'It is.' }
  const texts = textsOf([{ path: 'server/x.test.ts', text: "test('a door is shut', () => {})\ndescribe.each(X)('on %s', (x) => {})" }, { path: 'server/x.ts', text: 'const a = 1' }])

  test.each([
    [{ by: ['server/y.ts'] }, 'V1.1.1 names server/y.ts'],
    [{ by: ['server/x.test.ts › a door is open'] }, 'V1.1.1 names server/x.test.ts › a door is open'],
    [{ by: ['server/x.test.ts › a door'] }, 'V1.1.1 names server/x.test.ts › a door'],
    [{ by: ['server/x.ts › const a'] }, 'V1.1.1 names server/x.ts › const a'],
    [{ by: [] }, 'V1.1.1 is met by nothing'],
    [{ says: ' ' }, 'V1.1.1 says nothing'],
  ])('%o', (more, fault) => expect(unfounded([{ ...one, ...more }], texts)).toEqual([fault]))
  test('one with ground is none', () => expect(unfounded([one, { ...one, by: ['server/x.test.ts › on %s', 'server/x.ts'] }], texts)).toEqual([]))

  test('a requirement that is missing, invented, twice or of another level', () => {
    const standard = [{ req_id: 'V1.1.1', L: '1' }, { req_id: 'V1.1.2', L: '2' }, { req_id: 'V1.1.3', L: '3' }]
    const other = { ...one, id: 'V1.1.2', level: 2 as const }
    expect(astray([one, other], standard)).toEqual([])
    expect(astray([one], standard)).toEqual(['V1.1.2 is missing'])
    expect(astray([one, other, { ...one, id: 'V1.1.3' }], standard)).toEqual(['V1.1.3 is not of level 1 there'])
    expect(astray([one, one, other], standard)).toEqual(['V1.1.1 stands twice'])
    expect(astray([{ ...one, level: 2 }, other], standard)).toEqual(['V1.1.1 is not of level 2 there'])
  })
  test('what is counted is what stands there', () => expect(countsOf([one, { ...one, status: 'open' }])).toBe('1 met, 0 not applicable, 1 open'))
})
