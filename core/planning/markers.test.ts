import { describe, expect, test } from 'vitest'
import { at, EMPTY_PLAN, FORCE, PAST, planOf } from '../../tests/planning-cast.ts'
import { dossierOf } from './dossier.ts'
import { markersOf, MARKERS, type MarkerId } from './markers.ts'
import { GOALS, type ChosenOffence, type Fact, type Goal, type OperationReport, type PastOperation, type PlannedOperation, type Raid } from './operation.ts'
import type { Attempt } from '../intelligence/attempt.ts'

const smart = planOf()
const marker = (raid: Raid, id: MarkerId) => {
  const { state, why, restsOn } = markersOf(dossierOf(raid, FORCE)).find((one) => one.id === id)!
  return { says: `${state}: ${why}`, restsOn }
}
const says = (raid: Raid, id: MarkerId) => marker(raid, id).says
const plan = (changes: Partial<PlannedOperation>): PlannedOperation => ({ ...EMPTY_PLAN, ...changes })
const past = (changes: Partial<PastOperation>): PastOperation => ({ ...PAST, ...changes })

const seenOn = { plan: at('2031-03-01T00:00:00Z'), past: at('2001-06-01T00:00:00Z') }
const report = (operation: 'plan' | 'past', changes: Partial<OperationReport> = {}): OperationReport =>
  ({ id: 'a', kind: 'escaped-victim', finding: 'present', access: 'saw', observedAt: seenOn[operation], says: 'They are held', sources: [], ...changes }) as OperationReport
const attempt = (operation: 'plan' | 'past', changes: Partial<Attempt> = {}): Attempt => ({
  id: 'look', method: 'surveillance', by: 'team b', at: seenOn[operation], thisSite: 'yes', ifNobodyThere: 'No light', result: 'Light', sensitivity: 0.5, sources: [], ...changes,
})

test('the five markers come in their order', () => {
  expect(markersOf(dossierOf(smart, FORCE)).map(({ id }) => id)).toEqual(MARKERS)
})

describe('B1: no attempt to verify, and no two independent people who saw', () => {
  test('an attempt made here is enough, whatever it found', () => {
    expect(marker(plan({ attempts: [attempt('plan', { result: 'Nobody was seen' })] }), 'B1')).toEqual({ says: 'not-found: B1/attempt-made', restsOn: ['look'] })
    expect(says(past({ attempts: [attempt('past')] }), 'B1')).toBe('not-found: B1/attempt-made')
  })

  test('on a plan it need not say how good the look was, which is asked elsewhere', () => {
    expect(says(plan({ attempts: [attempt('plan', { sensitivity: 'unknown' })] }), 'B1')).toBe('not-found: B1/attempt-made')
  })

  test('an attempt elsewhere is none', () => {
    expect(says(plan({ attempts: [attempt('plan', { thisSite: 'no' })] }), 'B1')).toBe('found: B1/no-attempt')
    expect(says(past({ reports: [], attempts: [attempt('past', { thisSite: 'no' })] }), 'B1')).toBe('found: B1/no-attempt')
  })

  test('two independent people who saw are enough without an attempt', () => {
    const reports = [report('plan'), report('plan', { id: 'b', kind: 'inspector' })]
    expect(marker(plan({ reports }), 'B1')).toEqual({ says: 'not-found: B1/two-independent-sightings', restsOn: ['a', 'b'] })
  })

  test.each<[string, Partial<OperationReport>]>([
    ['was told', { access: 'told' }],
    ['inferred', { access: 'inferred' }],
    ['only assumes', { kind: 'assumption' }],
    ['repeats the first', { derivedFrom: ['a'] }],
    ['saw nobody', { finding: 'absent', sensitivity: 0.5, specificity: 0.9 } as Partial<OperationReport>],
    ['shares the origin of the first', { origin: { id: 'family' } }],
    ['saw it after the hour of entry', { observedAt: at('2031-03-07T00:00:00Z') }],
    ['was not heard by then', { receivedAt: at('2031-03-07T00:00:00Z') }],
  ])('a second who %s is not enough', (_why, changes) => {
    const reports = [report('plan', { origin: { id: 'family' } }), report('plan', { id: 'b', ...changes })]
    expect(says(plan({ reports }), 'B1')).toBe('found: B1/no-attempt')
  })

  test('what was not heard by then counts for nothing where the venue is unknown either', () => {
    const site = { name: 'A house', venue: 'unknown' } as const
    const reports = [report('plan'), report('plan', { id: 'b', receivedAt: at('2031-03-07T00:00:00Z') })]
    expect(marker(plan({ site, reports }), 'B1')).toEqual({ says: 'found: B1/no-attempt', restsOn: ['a'] })
    expect(says(plan({ site, reports: [report('plan'), report('plan', { id: 'b' })] }), 'B1')).toBe('not-found: B1/two-independent-sightings')
  })

  test('silence on a plan is found, of the past unknown', () => {
    expect(says(plan({}), 'B1')).toBe('found: B1/no-attempt')
    expect(says(past({}), 'B1')).toBe('unknown: B1/not-told')
  })

  test.each<[string, Partial<PastOperation>, string]>([
    ['reports and attempts are told and there were none', { reports: [], attempts: [] }, 'found: B1/no-attempt'],
    ['one report is told, and that nobody tried', { reports: [report('past')], attempts: [] }, 'found: B1/no-attempt'],
    ['that nobody tried is told, and nothing of reports', { attempts: [] }, 'unknown: B1/not-told'],
    ['a report is told, and nothing of attempts', { reports: [report('past')] }, 'unknown: B1/not-told'],
    ['an attempt is told, and not how', { reports: [], attempts: [attempt('past', { method: 'unknown' })] }, 'unknown: B1/not-told'],
  ])('of the past where %s', (_what, changes, expected) => {
    expect(says(past(changes), 'B1')).toBe(expected)
  })
})

describe('B2: every report is an assumption', () => {
  test('no report at all is found on a plan, and unknown of the past', () => {
    for (const reports of ['unknown', []] as const) {
      expect(says(plan({ reports }), 'B2')).toBe('found: B2/no-report')
      expect(says(past({ reports }), 'B2')).toBe('unknown: B2/no-report')
    }
  })

  test.each(['plan', 'past'] as const)('reputation and what repeats it weigh nothing, on a %s', (kind) => {
    const reports = [report(kind, { kind: 'assumption' }), report(kind, { id: 'b', kind: 'tip-detailed', derivedFrom: ['a'] })]
    expect(marker(kind === 'plan' ? plan({ reports }) : past({ reports }), 'B2')).toEqual({ says: 'found: B2/none-weighs', restsOn: ['a', 'b'] })
  })

  test.each(['plan', 'past'] as const)('one bare tip is more than an assumption, on a %s', (kind) => {
    const reports = [report(kind, { kind: 'assumption' }), report(kind, { id: 'b', kind: 'tip-bare' })]
    expect(marker(kind === 'plan' ? plan({ reports }) : past({ reports }), 'B2')).toEqual({ says: 'not-found: B2/some-weigh', restsOn: ['b'] })
  })

  test('reports that come too late are no reports', () => {
    expect(says(plan({ reports: [report('plan', { observedAt: at('2031-04-01T00:00:00Z') })] }), 'B2')).toBe('found: B2/no-report')
  })

  test('a circle of reports weighs nothing', () => {
    const reports = [report('past', { derivedFrom: ['b'] }), report('past', { id: 'b', derivedFrom: ['a'] })]
    expect(says(past({ reports }), 'B2')).toBe('found: B2/none-weighs')
  })
})

describe('B3: the goal is to clear out or to enforce something else', () => {
  const goal = (changes: Partial<Goal>): Goal => ({ declared: 'unknown', tasking: 'unknown', powerOfEntry: 'unknown', says: 'A goal', sources: [], ...changes })
  const BLIND = ['clear-district', 'clear-trade', 'clear-class-of-people', 'immigration-enforcement', 'prostitution-enforcement']

  test.each(GOALS)('%s declared, whatever the tasking shows', (declared) => {
    const expected = BLIND.includes(declared) ? 'found: B3/declared' : 'not-found: B3/other-goal'
    expect(says(plan({ goal: goal({ declared, tasking: 'free-victims' }) }), 'B3')).toBe(expected)
    expect(marker(past({ goal: goal({ declared }) }), 'B3')).toEqual({ says: expected, restsOn: ['goal'] })
  })

  test.each(GOALS)('%s shown by the tasking, whatever was declared', (tasking) => {
    const expected = BLIND.includes(tasking) ? 'found: B3/shown-by-tasking' : 'not-found: B3/other-goal'
    expect(says(plan({ goal: goal({ declared: 'free-victims', tasking }) }), 'B3')).toBe(expected)
    expect(says(past({ goal: goal({ tasking }) }), 'B3')).toBe(expected)
  })

  test('silence is unknown on a plan and of the past alike', () => {
    for (const silent of ['unknown', goal({})] as const) {
      expect(says(plan({ goal: silent }), 'B3')).toBe('unknown: B3/not-told')
      expect(says(past({ goal: silent }), 'B3')).toBe('unknown: B3/not-told')
    }
  })
})

describe('B4: no anti-trafficking offence, or an element without support', () => {
  const chosen = (changes: Partial<ChosenOffence> = {}, standing: 'held' | 'at-scene' | 'nothing' | 'unknown' = 'held'): ChosenOffence => ({
    id: 'chosen', offence: 'us-1589', presumedChild: 'no',
    support: (['act', 'means'] as const).map((element) => ({ id: element, element, standing: element === 'act' ? 'held' : standing, says: 'Held', restsOn: ['file'] })), ...changes,
  })

  test('silence is found on a plan and unknown of the past; that none was chosen is found', () => {
    expect(says(plan({}), 'B4')).toBe('found: B4/no-offence')
    expect(says(past({}), 'B4')).toBe('unknown: B4/not-told')
    expect(says(plan({ offences: [] }), 'B4')).toBe('found: B4/no-offence')
    expect(says(past({ offences: [] }), 'B4')).toBe('found: B4/no-offence')
  })

  test.each(['held', 'at-scene'] as const)('each element supported, one of them %s', (standing) => {
    expect(marker(plan({ offences: [chosen({}, standing)] }), 'B4')).toEqual({ says: 'not-found: B4/elements-supported', restsOn: ['chosen', 'act', 'means'] })
    expect(says(past({ offences: [chosen({}, standing)] }), 'B4')).toBe('not-found: B4/elements-supported')
  })

  test('an element that nothing supports is found', () => {
    expect(says(plan({ offences: [chosen({}, 'nothing')] }), 'B4')).toBe('found: B4/element-without-support')
    expect(says(past({ offences: [chosen({}, 'nothing')] }), 'B4')).toBe('found: B4/element-without-support')
  })

  test('an element of which nothing is said, or that it is unknown, is found on a plan and unknown of the past', () => {
    for (const offence of [chosen({}, 'unknown'), chosen({ support: chosen().support.slice(0, 1) })]) {
      expect(says(plan({ offences: [offence] }), 'B4')).toBe('found: B4/element-without-support')
      expect(says(past({ offences: [offence] }), 'B4')).toBe('unknown: B4/element-not-told')
    }
  })

  test('one offence in full is enough beside another that is not', () => {
    expect(marker(plan({ offences: [chosen({ id: 'a' }, 'nothing'), chosen({ id: 'b' })] }), 'B4').says).toBe('not-found: B4/elements-supported')
  })

  test('of the past the elements of Palermo can stand for a law that the catalogue does not hold', () => {
    expect(says(past({ offences: [chosen({ offence: 'palermo-3' })] }), 'B4')).toBe('unknown: B4/element-not-told')
  })
})

describe('B5: nobody identifies victims', () => {
  const fact = (answer: Fact['answer']): Fact => ({ id: 'fact', about: 'identification/screening', answer, says: 'So it was', sources: ['paper'] })

  test('on a plan it rests on the lines of screening', () => {
    expect(marker(smart, 'B5')).toEqual({ says: 'not-found: B5/screening', restsOn: ['screening-tool'] })
    expect(says(plan({}), 'B5')).toBe('found: B5/no-screening')
  })

  test.each([
    ['yes', 'not-found: B5/screening'],
    ['partly', 'not-found: B5/screening'],
    ['no', 'found: B5/no-screening'],
    ['unknown', 'unknown: B5/not-told'],
    ['not-applicable', 'not-found: B5/nobody-to-screen'],
  ] as const)('of the past, told that people were screened: %s', (answer, expected) => {
    expect(says(past({ facts: [fact(answer)] }), 'B5')).toBe(expected)
  })

  test('silence of the past is unknown', () => {
    expect(says(past({}), 'B5')).toBe('unknown: B5/not-told')
  })
})
