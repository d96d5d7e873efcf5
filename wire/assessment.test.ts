import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { at, EMPTY_PLAN, LEAD, PAST, planOf, readLeadOf, readRaid } from '../tests/planning-cast.ts'
import type { LeadNotActedOn, Raid } from '../core/planning/operation.ts'
import { CRITERION_IDS, PHASES, REQUIREMENT_IDS } from '../core/planning/requirements.ts'
import { AssessmentShape } from './api.ts'
import { assessmentAnswer, EXIT, exitCodeOf } from './assessment.ts'
import { messagesOf, voice } from './words.ts'

const speak = voice('en', messagesOf([readFileSync(new URL('../words/en/readings.po', import.meta.url), 'utf8')]))
const answer = (raid: Raid) => assessmentAnswer(readRaid(raid), speak)
const leadAnswer = (lead: LeadNotActedOn) => assessmentAnswer(readLeadOf(lead), speak)

const smart = planOf()
const urgent = { declaredBy: 'Duty officer', at: at('2031-03-06T04:00:00Z'), basis: 'danger-to-life', reasons: 'Screams', restsOn: [], tasks: [] } as const
const seen = { id: 'escaped', kind: 'escaped-victim', finding: 'present', observedAt: at('2031-01-01T00:00:00Z'), says: 'Others are held', sources: [] } as const
const missed: LeadNotActedOn = { ...LEAD, reports: [seen] }

describe('the answer to an operation as it leaves the system', () => {
  test('has the shape that scripts are promised', () => {
    const { verdict, track, phases, markers, criteria, certainty } = answer(smart)
    expect({ verdict, track, phases }).toEqual({ verdict: 'smart', track: 'planned', phases: { intelligence: 'holds', plan: 'holds', entry: 'holds', aftermath: 'holds' } })
    expect(markers.map(({ id, state }) => ({ id, state }))).toEqual(['B1', 'B2', 'B3', 'B4', 'B5'].map((id) => ({ id, state: 'not-found' })))
    expect(criteria.map(({ id }) => id)).toEqual(CRITERION_IDS)
    for (const { id, phase, finding, restsOn } of criteria) {
      expect(PHASES).toContain(phase)
      expect([id, finding, restsOn.length > 0]).toEqual([id, 'holds', true])
    }
    expect(certainty).toMatchObject({ probability: expect.any(Number), p10: expect.any(Number), p90: expect.any(Number), at: '2031-03-06T05:30:00.000Z', knownAt: '2031-03-05T18:00:00.000Z' })
  })

  test('has one shape for a plan, for the past, for a lead and for an urgent entry, and it is the published one', () => {
    const answers = [answer(smart), answer(EMPTY_PLAN), answer(PAST), answer({ ...smart, urgent }), leadAnswer(LEAD), leadAnswer(missed)]
    for (const one of answers) {
      expect(AssessmentShape.safeParse(one).error?.issues).toBeUndefined()
      expect(Object.keys(one).toSorted()).toEqual(Object.keys(answers[0]!).toSorted())
    }
  })

  test('survives JSON as it is', () => {
    const sent = answer({ ...smart, urgent })
    expect(JSON.parse(JSON.stringify(sent))).toEqual(sent)
  })

  test('says in words why a marker stands, what is missing, and why a gate is closed', () => {
    const { markers, criteria, certainty } = answer(EMPTY_PLAN)
    expect(markers[0]?.why).toBe('Nobody tried to verify at this place, and no two independent people saw for themselves.')
    expect(criteria.find(({ id }) => id === 'segregation')?.requirements[0]?.lacks).toEqual(['Name a zone for the people found.', 'Name a zone for suspects.'])
    expect(certainty?.gates[1]?.why).toMatch(/^No independent voice; policy asks for 2/)
    expect(certainty?.steps.map(({ says }) => says)).toEqual(['Before anything is known: what such places hold (Beta 9, 43)'])
  })

  test('counts what is unknown', () => {
    expect(answer(PAST)).toMatchObject({ verdict: 'not-ready', unknown: { of: 5 + REQUIREMENT_IDS.length, count: 5 + REQUIREMENT_IDS.length }, criteria: expect.arrayContaining([expect.objectContaining({ id: 'care', finding: 'unknown', unknown: 7 })]) })
  })

  test('has no verdict on the urgent track, and its tasks with owner and clock', () => {
    const { verdict, track, urgentTasks, markers } = answer({ ...EMPTY_PLAN, urgent })
    expect({ verdict, track }).toEqual({ verdict: null, track: 'urgent' })
    expect(markers[0]?.state).toBe('found')
    expect(urgentTasks.at(-1)).toEqual({ task: 'review', owner: 'unknown', done: 'no', standing: 'unknown', due: '2031-03-09T04:00:00.000Z' })
  })

  test('tells the condition of authority in words a script can read', () => {
    const stale = at('2031-05-06T05:30:00Z')
    const { care, transition, ...rest } = smart.plan
    const plan = { ...rest, care: { ...care, places: care.places.map((place) => ({ ...place, confirmedAt: at('2031-05-04T12:00:00Z') })) }, transition: { handovers: transition.handovers.map((one) => ({ ...one, at: at('2031-05-06T07:00:00Z') })) } }
    const attempts = smart.attempts === 'unknown' ? [] : smart.attempts.map((one) => ({ ...one, at: at('2031-05-01T20:00:00Z') }))
    const { conditionalAuthority } = answer({ ...smart, at: stale, knownAt: at('2031-05-05T18:00:00Z'), plan, attempts })
    expect(conditionalAuthority).toMatchObject({ notOlderThanDays: 24, seenAfter: '2031-04-12T05:30:00.000Z' })
    expect(answer(smart).conditionalAuthority).toBeNull()
  })

  test('of a site of which no venue is known has no certainty', () => {
    expect(answer({ ...smart, site: { name: 'A house', venue: 'unknown' } }).certainty).toBeNull()
  })
})

describe('the answer to a lead', () => {
  test('judges its handling alone', () => {
    const { verdict, track, phases, markers, criteria } = leadAnswer(missed)
    expect({ verdict, track, markers }).toEqual({ verdict: 'missed', track: 'planned', markers: [] })
    expect(phases).toEqual({ intelligence: 'fails', plan: 'not-applicable', entry: 'not-applicable', aftermath: 'not-applicable' })
    expect(criteria).toMatchObject([
      { id: 'lead/verified', phase: 'intelligence', finding: 'fails', unknown: 0, requirements: [{ id: 'lead/verified', met: 'no', lacks: [expect.stringMatching(/verify/)] }] },
      { id: 'lead/review-date', phase: 'intelligence', finding: 'fails' },
    ])
  })

  test('fails also where it is only not shown to have been followed up, and counts what is unknown', () => {
    const reading = leadAnswer({ ...missed, attempts: 'unknown', lead: { ...missed.lead, reviewBy: 'unknown' } })
    expect(reading).toMatchObject({ verdict: 'missed', phases: { intelligence: 'fails' }, unknown: { of: 2, count: 2 } })
    expect(reading.criteria.map(({ finding }) => finding)).toEqual(['unknown', 'unknown'])
    expect(reading.criteria.flatMap(({ requirements }) => requirements.flatMap(({ lacks }) => lacks))).toHaveLength(2)
  })

  test('holds where it was followed up, and does not apply where nothing is owed', () => {
    const look = { id: 'look', method: 'inspection', by: 'inspectorate', at: at('2031-02-01T00:00:00Z'), thisSite: 'yes', ifNobodyThere: 'Empty beds', result: 'Beds in use', sensitivity: 'unknown', sources: [] } as const
    const followed = leadAnswer({ ...missed, attempts: [look], lead: { ...missed.lead, reviewBy: at('2031-07-01T00:00:00Z') } })
    expect(followed).toMatchObject({ verdict: 'not-missed', phases: { intelligence: 'holds' }, criteria: [{ finding: 'holds', requirements: [{ lacks: [] }] }, { finding: 'holds' }] })
    expect(leadAnswer(LEAD)).toMatchObject({ verdict: 'not-missed', phases: { intelligence: 'not-applicable' }, criteria: [{ finding: 'not-applicable', requirements: [{ lacks: [] }] }, {}] })
  })
})

describe('the exit code', () => {
  test('is 0 for smart and for a lead followed up, 10 for not ready, 20 for blind, 30 for missed and for urgent', () => {
    const planned = { track: 'planned' } as const
    expect((['smart', 'not-missed', 'not-ready', 'blind', 'missed'] as const).map((verdict) => exitCodeOf({ verdict, ...planned }))).toEqual([0, 0, 10, 20, 30])
    expect(exitCodeOf({ verdict: null, track: 'urgent' })).toBe(30)
    expect([...new Set(Object.values(EXIT))]).toEqual([0, 10, 20, 30])
  })

  test('is that of the verdict of each kind of operation', () => {
    expect([answer(smart), answer(PAST), answer(EMPTY_PLAN), leadAnswer(missed), leadAnswer(LEAD), answer({ ...smart, urgent })].map(exitCodeOf)).toEqual([0, 10, 20, 30, 0, 30])
  })
})

test('an answer is the same for the same operation', () => {
  expect(answer(smart)).toEqual(answer(planOf()))
})
