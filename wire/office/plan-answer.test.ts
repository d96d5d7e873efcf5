import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ANALYST, contactReport, EVE, fileOf, HOUR, hoursBefore, LEAK, OFFICER, operationOf, partWritten, PLANNER, readAt, siteEntries, siteOf, thenDone, WRITTEN } from '../../tests/plan-cast.ts'
import { FORCE, readRaid, SHAPE, SMART } from '../../tests/planning-cast.ts'
import type { Site } from '../../core/intelligence/site.ts'
import { after, isoOf } from '../../core/kernel/instant.ts'
import { knownWhen } from '../../core/planning/known-when.ts'
import { withPartsOf, type PlanFile } from '../../core/planning/plan-file.ts'
import type { PlanFact } from '../../core/planning/plan-facts.ts'
import { messagesOf, voice } from '../words.ts'
import { comparisonAnswer, knownWhenAnswer, planAnswer } from './plan-answer.ts'
import { ComparisonShape, KnownWhenShape, PlanShown } from './plan-answers.ts'

const speak = voice('en', messagesOf(['planning-office', 'readings'].map((file) => readFileSync(new URL(`../../words/en/${file}.po`, import.meta.url), 'utf8'))))
const NAMES = { [PLANNER]: 'A planner' }
const LEAVE: PlanFact = { type: 'plan/authorised', plan: WRITTEN.length, site: 5, knownAt: EVE, condition: null, policy: ['certainty 2026-11'] }

function shown(plan: PlanFile, site: Site = siteOf(), asks: { readonly by: typeof OFFICER; readonly role: 'authorising-officer' | 'planner' } = { by: OFFICER, role: 'authorising-officer' }) {
  const reading = readAt(plan, site)
  const authorisedReading = plan.authority && readAt(withPartsOf(plan, plan.authority.plan), site)
  return planAnswer({ id: 'river-road', siteNumber: site.number, latest: plan.version, operation: operationOf(plan, site), reading, authorisedReading, asks: { ...asks, at: EVE }, before: { plan, site, reading, policy: [] } }, NAMES, speak)
}

describe('a plan as it is answered with', () => {
  test('is what its contract says, with readiness to be computed from its operation', () => {
    const answer = PlanShown.parse(shown(fileOf(WRITTEN)))
    const operation = SHAPE.parse(answer.operation)
    expect(operation.operation === 'plan' && readRaid(operation, FORCE).verdict).toBe('smart')
    expect(answer).toMatchObject({ id: 'river-road', number: 'P-1', site: 'workshop', siteNumber: 'S-1', version: WRITTEN.length, standing: 'draft', mayNotAuthorise: [], authority: null, urgent: null, notActing: null, concerns: [] })
  })

  test('shows each part with who wrote it, and none where nobody has', () => {
    const { parts } = PlanShown.parse(shown(fileOf(WRITTEN.slice(0, 2))))
    expect(parts.filter(({ written }) => written).map(({ part }) => part)).toEqual(['hour', 'goal'])
    expect(parts[0]).toMatchObject({ content: { at: isoOf(HOUR) }, written: { by: PLANNER, version: 1 } })
    expect(parts.at(-1)).toMatchObject({ content: null, written: null })
  })

  test('says what keeps this reader from authorising it, in words', () => {
    expect(shown(fileOf(WRITTEN), siteOf(), { by: ANALYST, role: 'planner' }).mayNotAuthorise).toEqual([
      { code: 'plan/not-an-authorising-officer', says: 'Only an authorising officer decides whether a plan goes ahead.' },
      { code: 'plan/own-plan', says: 'Nobody authorises a plan of which they wrote a part, or graded a report it rests on.' },
    ])
  })

  test('shows leave with what it was decided on, and why it holds no more', () => {
    const leaked = siteOf(siteEntries([LEAK, { by: ANALYST, when: EVE }]))
    const answer = PlanShown.parse(shown(fileOf(thenDone([LEAVE, { by: OFFICER }])), leaked))
    expect(answer.standing).toBe('lapsed')
    expect(answer.authority).toMatchObject({ plan: WRITTEN.length, site: 5, knownAt: isoOf(EVE), condition: null, lapsed: { code: 'plan/gate-closed', says: 'Leave has lapsed: not every gate is open any more (Freshness).' } })
  })

  test('shows leave beside a newer draft', () => {
    const answer = shown(fileOf(thenDone([LEAVE, { by: OFFICER }], [partWritten('rung', { rung: 'outreach-visit' })])))
    expect(answer).toMatchObject({ standing: 'draft', authority: { plan: WRITTEN.length, lapsed: null } })
  })

  test('shows what a reviewer should look at, in words', () => {
    const answer = PlanShown.parse(shown(fileOf(thenDone([{ type: 'plan/entry-recorded', at: HOUR, says: 'In' }]))))
    expect(answer.concerns).toEqual([{ code: 'plan/entered-without-leave', says: 'An entry was made without leave for what the plan then said.', restsOn: [`plan/river-road-${WRITTEN.length + 1}`] }])
  })

  test('shows danger that was declared, and a plan that does not go ahead', () => {
    const declaration = { declaredBy: PLANNER, at: EVE, basis: 'danger-to-life' as const, reasons: 'Smoke', restsOn: [] }
    const answer = PlanShown.parse(shown(fileOf(thenDone([{ type: 'plan/urgent-declared', declaration }], [{ type: 'plan/refused', because: 'Wait', owner: OFFICER, reviewBy: after(EVE, 3) }]))))
    expect(answer).toMatchObject({ standing: 'urgent', urgent: { reasons: 'Smoke' }, notActing: { because: 'Wait', owner: OFFICER, reviewBy: isoOf(after(EVE, 3)) } })
  })
})

test('two versions are told side by side, with instants as text and nothing for what is not there', () => {
  const [women, men] = SMART.expected
  const to = fileOf(thenDone([partWritten('hour', { at: EVE })], [partWritten('expected', [women!, men!])]))
  const answer = ComparisonShape.parse(comparisonAnswer(fileOf(WRITTEN), to, NAMES))
  expect(answer.parts).toEqual([
    { part: 'hour', changes: [{ path: 'at', was: isoOf(HOUR), is: isoOf(EVE) }] },
    { part: 'expected', changes: [{ path: '[girls]', was: SMART.expected[2], is: null }] },
  ])
})

test('a plan as it was authorised shows what was known then, and what has come since', () => {
  const plan = thenDone([LEAVE, { by: OFFICER, when: EVE }])
  const late = siteEntries([{ type: 'report/received', report: contactReport('late', hoursBefore(EVE, 6)) }, { by: ANALYST, when: hoursBefore(EVE, 5), received: after(EVE, 0.2) }])
  const known = knownWhen(plan, late, plan.at(-1)!.id)!
  const answer = KnownWhenShape.parse(knownWhenAnswer(known, operationOf(known.plan, siteOf(known.site), known.knownAt), NAMES))
  expect(answer).toMatchObject({ knownAt: isoOf(EVE), authorised: { by: OFFICER }, since: [{ stream: 'site/workshop', type: 'report/received', by: ANALYST }] })
  expect((answer.operation['reports'] as readonly { id: string }[]).map(({ id }) => id)).toEqual(['escaped-worker', 'labour-inspector'])
})
