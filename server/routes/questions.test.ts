import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { daylightApp, problemIn } from '../../tests/application.ts'
import { AssessmentShape, CertaintyAnswerShape } from '../../wire/api.ts'
import { MOST_LATER_REPORTS, MOST_QUESTIONS, MOST_REPORTS } from '../../wire/api-questions.ts'
import { ElementsShape, LawShape } from '../../wire/law-question.ts'
import { exampleOf } from '../api/examples.ts'

const { ask, send, post } = await daylightApp()
const OPERATIONS = 'examples/operations'
const operation = (name: string): Record<string, unknown> => parse(readFileSync(`${OPERATIONS}/${name}`, 'utf8')) as Record<string, unknown>
const past = exampleOf('assess') as Record<string, unknown>
const asked = exampleOf('certainty') as { at: string; reports: Record<string, unknown>[] }

describe('assessing', () => {
  test.each(readdirSync(OPERATIONS))('answers %s as its contract says', async (name) => {
    const response = await send('/api/assess', operation(name))
    expect(response.status).toBe(200)
    expect(AssessmentShape.safeParse(await response.json()).error).toBeUndefined()
  })

  test('a complete plan is smart, and a past operation that screened nobody is blind', async () => {
    const answers = await send('/api/assess', [operation('invented-workshop-plan.yaml'), past])
    expect(await answers.json()).toMatchObject([{ verdict: 'smart' }, { verdict: 'blind' }])
  })

  test('a lead nobody followed up is missed', async () => {
    const { goal: _goal, facts: _facts, ...said } = past
    const lead = { ...said, operation: 'none', reports: [{ ...(past['reports'] as object[])[0], kind: 'escaped-victim' }], lead: { standing: 'closed', reviewBy: 'none', owner: 'none', says: 'Filed.' } }
    const answer = AssessmentShape.parse(await (await send('/api/assess', lead)).json())
    expect(answer).toMatchObject({ verdict: 'missed', markers: [], conditionalAuthority: null })
  })

  test('the urgent track has no verdict, and its tasks have their times', async () => {
    const urgent = { declaredBy: 'Duty officer', at: '2001-05-14T03:00:00Z', basis: 'danger-to-life', reasons: 'A fire.', restsOn: ['neighbours'] }
    const answer = AssessmentShape.parse(await (await send('/api/assess', { ...past, urgent })).json())
    expect(answer).toMatchObject({ verdict: null, track: 'urgent' })
    expect(answer.urgentTasks).toHaveLength(5)
    expect(answer.concerns[0]).toMatchObject({ code: 'readiness/urgent-goal', restsOn: ['goal'], says: expect.stringContaining('oversight at once') })
  })

  test('what is wrong is told with its path, its line and what was expected', async () => {
    const text = JSON.stringify({ ...past, reports: [{ ...(past['reports'] as object[])[0], kind: 'tip-bear' }] }, null, 2)
    const response = await post('/api/assess', text)
    const line = text.split('\n').findIndex((each) => each.includes('tip-bear')) + 1
    expect(await problemIn(response)).toMatchObject({ status: 422, code: 'reading/wrong-value', path: 'reports[0].kind', line, detail: expect.stringContaining('tip-bare'), expected: expect.stringContaining('one of:') })
  })

  test('in a list the place is counted from its start, and one bad operation refuses all', async () => {
    expect(await problemIn(await send('/api/assess', [past, { ...past, surprise: 1 }]))).toMatchObject({ code: 'reading/unknown-field', path: '[1].surprise' })
  })

  test('an offence that nobody knows is refused', async () => {
    const problem = await problemIn(await send('/api/assess', { ...past, offences: [{ id: 'x', offence: 'zz-1' }] }))
    expect(problem).toMatchObject({ status: 422, code: 'reading/wrong-value', path: 'offences[0].offence' })
  })

  test.each(['2001-02-29', '2001-13-01', '0', '2001-05-14T25:00:00Z', 'yesterday'])('%s is no day of the calendar', async (at) => {
    expect(await problemIn(await send('/api/assess', { ...past, at }))).toMatchObject({ status: 422, path: 'at' })
  })
})

describe('certainty', () => {
  test('one case is answered as its contract says, and a list by a list in its order', async () => {
    const one = CertaintyAnswerShape.parse(await (await send('/api/certainty', asked)).json())
    const many = CertaintyAnswerShape.array().parse(await (await send('/api/certainty', [asked, { ...asked, reports: [] }])).json())
    expect(many[0]).toEqual(one)
    expect(many[1]).toMatchObject({ roots: [] })
  })

  test('every kind of step fits its contract', async () => {
    const more = {
      ...asked,
      shocks: [{ at: '2031-03-02T00:00:00Z', kind: 'press' }],
      reports: [...asked.reports, { ...asked.reports[0], id: 'echo', derivedFrom: ['escaped-worker'] }, { ...asked.reports[0], id: 'a', derivedFrom: ['b'] }, { ...asked.reports[0], id: 'b', derivedFrom: ['a'] }, { ...asked.reports[0], id: 'hunch', kind: 'assumption' }],
    }
    const { steps, circles } = CertaintyAnswerShape.parse(await (await send('/api/certainty', more)).json())
    expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(['prior', 'wait', 'report', 'no-weight', 'shock']))
    expect(circles).toEqual([['a', 'b']])
  })

  test.each([{ halfLifeDays: 1e300 }, { halfLifeDays: 5e-324 }, { prior: { alpha: 1e-300, beta: 1e-300 } }, { prior: { alpha: 5e-324, beta: 1e308 } }, { at: '9999-12-31T23:59:59Z' }, { at: '0000-01-01T00:00:00Z' }])(
    '%j is refused or answered as the contract says, however far out it lies',
    async (extreme) => {
      const response = await send('/api/certainty', { ...asked, ...extreme })
      const answer: unknown = await response.json()
      if (response.status !== 422) expect(CertaintyAnswerShape.safeParse(answer).error).toBeUndefined()
      expect([200, 422]).toContain(response.status)
    },
  )

  const reports = (count: number, day: string) => Array.from({ length: count }, (_, i) => ({ ...asked.reports[0], id: `r${i}`, observedAt: `2031-03-${day}T00:00:00Z` }))

  test('no request keeps everybody else waiting', async () => {
    expect((await send('/api/certainty', Array(MOST_QUESTIONS + 1).fill(asked))).status).toBe(422)
    expect((await send('/api/certainty', [])).status).toBe(422)
    expect(await problemIn(await send('/api/certainty', { ...asked, reports: reports(MOST_REPORTS + 1, '01') }))).toMatchObject({ status: 422, detail: expect.stringContaining(`more than ${MOST_REPORTS} reports in one request`) })
    expect(await problemIn(await send('/api/certainty', [{ ...asked, reports: reports(MOST_LATER_REPORTS + 1, '20') }]))).toMatchObject({ status: 422, detail: expect.stringContaining('after the hour of entry') })
    expect((await send('/api/certainty', { ...asked, reports: reports(MOST_REPORTS, '01') })).status).toBe(200)
    const atTheHour = reports(MOST_LATER_REPORTS + 1, '01').map((report) => ({ ...report, observedAt: asked.at }))
    expect((await send('/api/certainty', { ...asked, reports: atTheHour })).status).toBe(200)
  })

  test('nothing more is computed for somebody who has left', async () => {
    const leaving = new AbortController()
    leaving.abort()
    const init = { method: 'POST', body: JSON.stringify([asked]), signal: leaving.signal, headers: { 'content-type': 'application/json' } }
    expect(await problemIn(await ask('/api/certainty', init))).toMatchObject({ code: 'request/broken-off' })
  })
})

describe('the law', () => {
  test('the catalogue is answered as its contract says', async () => {
    expect(LawShape.safeParse(await (await ask('/api/law')).json()).error).toBeUndefined()
  })

  test('one jurisdiction has its own offences and the rules beside them', async () => {
    const law = LawShape.parse(await (await ask('/api/law?jurisdiction=US')).json())
    expect(new Set(law.offences.map(({ jurisdiction }) => jurisdiction))).toEqual(new Set(['US']))
    expect(law.nonPunishment.length).toBeGreaterThan(0)
    expect(law.nonPunishment.length).toBeLessThan(LawShape.parse(await (await ask('/api/law')).json()).nonPunishment.length)
  })

  test.each(['jurisdiction=XX', 'jurisdiction=', 'jurisdiction=us', 'country=US', '__proto__=x'])('?%s is not known', async (query) => {
    const problem = await problemIn(await ask(`/api/law?${query}`))
    expect(problem).toMatchObject({ status: 422, code: expect.stringMatching(/^reading\/(?:wrong-value|unknown-field)$/), line: null, expected: expect.any(String) })
  })

  test('an offence is answered element by element, with what departs from Palermo and what to look for', async () => {
    const answer = ElementsShape.parse(await (await send('/api/law', exampleOf('law'))).json())
    expect(answer.elements.map(({ element, state }) => `${element} ${state}`)).toEqual(['act held', 'means at-scene', 'purpose not-required'])
    expect(answer.searchCard.map(({ element }) => element)).toEqual(['means'])
    expect(answer.gaps.map(({ code }) => code)).toContain('law/exploitation-itself')
  })

  test('for a person presumed a child the means fall away where the law lets them', async () => {
    const elements = async (presumedChild: string) => ElementsShape.parse(await (await send('/api/law', { offence: 'us-1591', presumedChild })).json()).elements
    expect((await elements('no')).find(({ element }) => element === 'means')?.state).toBe('nothing')
    expect((await elements('yes')).find(({ element }) => element === 'means')?.state).toBe('not-required')
  })

  test('silence is unknown where the question is of a past operation', async () => {
    const answer = ElementsShape.parse(await (await send('/api/law', { offence: 'us-1589', silence: 'unknown' })).json())
    expect(answer.elements.filter(({ required }) => required).every(({ state }) => state === 'unknown')).toBe(true)
  })

  test('an entry of an operation file can be sent as it stands, and an offence entered in full needs no catalogue', async () => {
    const [entry] = operation('invented-workshop-plan.yaml')['offences'] as object[]
    expect((await send('/api/law', entry)).status).toBe(200)
    const entered = {
      id: 'zz-1', jurisdiction: 'ZZ', instrument: 'Code', section: '1', label: 'trafficking', kind: 'trafficking', elements: { act: ['recruits'], means: ['force'], purpose: ['labour'] },
      meansRequired: { adult: 'yes', child: 'no' }, childAge: 18, signedBy: { name: 'Office 4', office: 'Prosecutor' }, signedOn: '2031-01-02',
    }
    expect(ElementsShape.parse(await (await send('/api/law', { offence: entered })).json())).toMatchObject({ offence: { id: 'zz-1' }, unverified: [] })
  })

  test('an offence that nobody knows is refused at its path', async () => {
    expect(await problemIn(await send('/api/law', { offence: 'zz-1' }))).toMatchObject({ status: 422, path: 'offence', detail: expect.stringContaining('not in the catalogue') })
  })
})
