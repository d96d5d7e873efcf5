import { closeSync, existsSync, ftruncateSync, mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stringify, parse } from 'yaml'
import { daylight } from '../tests/terminal.ts'

const PLAN = resolve('examples/operations/invented-workshop-plan.yaml')
const HOSTILE = resolve('../shared/data/hostile/json')
const CASES = resolve('../shared/data/probability/certainty_cases.json')
if (!existsSync(HOSTILE)) console.warn('SKIPPED: ../shared is not here, so hostile files and kept cases are not tried at the terminal')

let here: string
beforeEach(() => {
  here = mkdtempSync(join(tmpdir(), 'daylight here '))
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const file = (name: string, text: string): string => {
  const path = join(here, name)
  writeFileSync(path, text)
  return path
}

type Changed = Record<string, unknown>
const plan = (): Changed => parse(readFileSync(PLAN, 'utf8')) as Changed
const planWith = (name: string, change: Changed): string => file(name, JSON.stringify({ ...plan(), ...change }))

describe('assessing operations', () => {
  test('a smart plan exits 0 and prints a report one can sign', async () => {
    const { code, out, err } = await daylight('assess', PLAN)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/SMART/)
    expect(out).toMatch(/Read by _+/)
    expect(out).toMatch(/0\.92 \[0\.82–0\.94\]/)
  })

  test('the answer as JSON has the shape that scripts are promised', async () => {
    const { out } = await daylight('assess', PLAN, '--json')
    const answer = JSON.parse(out) as Changed
    expect(answer).toMatchObject({ verdict: 'smart', track: 'planned', phases: { intelligence: 'holds', plan: 'holds', entry: 'holds', aftermath: 'holds' } })
    expect((answer.markers as Changed[]).map(({ id, state }) => [id, state])).toEqual(['B1', 'B2', 'B3', 'B4', 'B5'].map((id) => [id, 'not-found']))
    for (const criterion of answer.criteria as Changed[]) expect(Object.keys(criterion)).toEqual(expect.arrayContaining(['id', 'phase', 'finding', 'restsOn']))
    expect(answer.certainty).toMatchObject({ gates: expect.any(Array), steps: expect.any(Array) })
  })

  test('a plan that lacks something exits 10 and says what to do', async () => {
    const { code, out } = await daylight('assess', planWith('a.json', { alternative: '' }))
    expect(code).toBe(10)
    expect(out).toMatch(/NOT READY/)
    expect(out).toMatch(/► The strongest innocent explanation is blank/)
  })

  test('a blind plan exits 20', async () => {
    expect((await daylight('assess', planWith('a.json', { offences: [] }))).code).toBe(20)
  })

  test('an urgent entry has no verdict and exits 30', async () => {
    const urgent = { declaredBy: 'Duty superintendent', at: '2031-03-06T04:00:00Z', basis: 'danger-to-life', reasons: 'A call for help', restsOn: ['escaped-worker'] }
    const { code, out } = await daylight('assess', planWith('a.json', { urgent }), '--json')
    expect(code).toBe(30)
    expect(JSON.parse(out)).toMatchObject({ verdict: null, track: 'urgent' })
  })

  test('several files give a list in their order and the highest exit code', async () => {
    const { code, out } = await daylight('assess', planWith('a.json', { offences: [] }), PLAN, '--json')
    expect(code).toBe(20)
    expect((JSON.parse(out) as Changed[]).map(({ verdict }) => verdict)).toEqual(['blind', 'smart'])
  })

  test('a bad file among good ones keeps its place and spoils none of them', async () => {
    const { code, out, err } = await daylight('assess', file('bad.json', '{'), PLAN, '--json')
    expect(code).toBe(64)
    expect(JSON.parse(out)).toMatchObject([{ problems: [{ code: 'reading/not-json' }] }, { verdict: 'smart' }])
    expect(err).toMatch(/bad\.json:1:\d+/)
  })

  test('a file is found from where the user stands', async () => {
    const name = basename(planWith('here.json', {}))
    vi.stubEnv('INIT_CWD', here)
    expect((await daylight('assess', name)).code).toBe(0)
  })

  test('every sentence of the report is in words, never in codes', async () => {
    const { out } = await daylight('assess', planWith('a.json', { plan: {}, attempts: [], expected: [] }))
    expect(out).not.toMatch(/\b[a-z-]+\/[a-z-]+\b(?!.*\/)/)
    expect(out).not.toMatch(/\b(?:criterion|requirement|finding|kind|sex|age)\.[a-z]/)
  })
})

describe('bad input', () => {
  const complaint = (err: string) => {
    expect(err).not.toMatch(/\n\s+at /)
    expect(err.trim()).not.toBe('')
  }

  test.skipIf(!existsSync(HOSTILE))('every malformed JSON file exits 64 and says where', { timeout: 60_000 }, async () => {
    for (const name of readdirSync(HOSTILE).filter((one) => one.startsWith('n_') && one.endsWith('.json'))) {
      for (const command of ['assess', 'certainty']) {
        const { code, err } = await daylight(command, join(HOSTILE, name))
        expect({ name, command, code }).toEqual({ name, command, code: 64 })
        complaint(err)
      }
    }
  })

  test('an unknown word is told with its line, its path and what was expected', async () => {
    const { code, err } = await daylight('assess', file('a.yaml', stringify({ ...plan(), rung: 'daytime-warant' })))
    expect(code).toBe(64)
    expect(err).toMatch(/a\.yaml:\d+:\d+\s+rung: .*daytime-warant.*Did you mean "daytime-warrant"/)
  })

  test('a day that does not exist is refused', async () => {
    const { code, err } = await daylight('assess', planWith('a.json', { at: '2031-02-30T05:30:00Z' }))
    expect(code).toBe(64)
    expect(err).toMatch(/at: .*calendar/)
  })

  test('true is not a word from a list', async () => {
    expect((await daylight('assess', planWith('a.json', { rung: true }))).code).toBe(64)
  })

  test('a file of 100 MB is refused by its size, without being read', async () => {
    const path = join(here, 'large.json')
    const handle = openSync(path, 'w')
    ftruncateSync(handle, 100 * 1024 * 1024)
    closeSync(handle)
    const { code, err } = await daylight('assess', path)
    expect(code).toBe(64)
    expect(err).toMatch(/large\.json/)
  })

  test.each([['no such file', 'nowhere.json'], ['a folder', '.'], ['an ending that is not read', 'package-lock.txt']])('%s exits 64', async (_what, name) => {
    const { code, err } = await daylight('assess', name)
    expect(code).toBe(64)
    complaint(err)
  })

  test('a name of a file cannot steer the terminal', async () => {
    const { err } = await daylight('assess', 'a\u001b[2J.json')
    expect(err).not.toContain('\u001b[2J')
  })

  test('a command that does not exist exits 64', async () => {
    expect((await daylight('asses', PLAN)).code).toBe(64)
    expect((await daylight('assess')).code).toBe(64)
    expect((await daylight('schema', 'nothing')).code).toBe(64)
    expect((await daylight('law', 'nothing')).code).toBe(64)
  })
})

describe('certainty at the terminal', () => {
  const CASE = { name: 'one', venue: 'domestic', at: '2026-03-05T06:00:00Z', reports: [] }

  test('one case gives one answer', async () => {
    const { code, out } = await daylight('certainty', file('a.json', JSON.stringify(CASE)), '--json')
    expect(code).toBe(0)
    expect(Object.keys(JSON.parse(out) as Changed)).toEqual(expect.arrayContaining(['probability', 'p10', 'p50', 'p90', 'gates', 'validUntil', 'steps']))
  })

  test('a list gives a list, a list of one too', async () => {
    expect(JSON.parse((await daylight('certainty', file('a.json', JSON.stringify([CASE])), '--json')).out)).toHaveLength(1)
    expect(JSON.parse((await daylight('certainty', file('a.json', '[]'), '--json')).out)).toEqual([])
  })

  test('where nothing is known the words give no number', async () => {
    const { out } = await daylight('certainty', file('a.json', JSON.stringify(CASE)))
    expect(out).toMatch(/Nothing is known about this site/)
    expect(out.slice(0, out.indexOf('WHAT WOULD CHANGE'))).not.toMatch(/\d\.\d\d/)
  })

  test.skipIf(!existsSync(CASES))('the kept cases are answered in their order', async () => {
    const cases = JSON.parse(readFileSync(CASES, 'utf8')) as { expected: { probability: number } }[]
    const answers = JSON.parse((await daylight('certainty', CASES, '--json')).out) as { probability: number }[]
    answers.forEach(({ probability }, i) => expect(probability).toBeCloseTo(cases[i]!.expected.probability, 8))
    expect(answers).toHaveLength(cases.length)
  })
})

describe('help', () => {
  test.each([[['--help']], [['assess', '--help']], [['certainty', '--help']], [['law', '--help']], [['schema', '--help']], [['completion', '--help']]])('%j exits 0 and explains', async (args) => {
    const { code, out } = await daylight(...args)
    expect(code).toBe(0)
    expect(out).toMatch(/Usage: daylight/)
  })

  test.each(['bash', 'zsh', 'fish'])('%s is offered every command', async (shell) => {
    const { out } = await daylight('completion', shell)
    for (const command of ['assess', 'certainty', 'law', 'schema', 'completion']) expect(out).toContain(command)
  })

  test('the law is listed, and one offence told whole with how sure it is', async () => {
    expect((await daylight('law')).out).toMatch(/us-1589/)
    expect((await daylight('law', 'us-1591')).out).toMatch(/HOW SURE/)
    expect((JSON.parse((await daylight('law', '--json')).out) as unknown[]).length).toBeGreaterThan(50)
  })
})
