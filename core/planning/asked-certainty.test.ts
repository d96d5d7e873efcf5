import { describe, expect, test } from 'vitest'
import { at, FORCE, LEAD, PAST, planOf } from '../../tests/planning-cast.ts'
import { askedCertainty, countedFor } from './asked-certainty.ts'
import { LADDER } from './ladder.ts'
import type { Operation, OperationReport } from './operation.ts'
import type { Attempt } from '../intelligence/attempt.ts'

const smart = planOf()
const asked = (operation: Operation) => askedCertainty(operation, FORCE.certainty)
const tip = (id: string, changes: Partial<OperationReport> = {}): OperationReport =>
  ({ id, kind: 'tip-detailed', finding: 'present', observedAt: at('2001-06-01T00:00:00Z'), says: 'People are held', sources: [], ...changes }) as OperationReport

describe('the question an operation asks', () => {
  test('is none where the venue is unknown', () => {
    expect(asked({ ...PAST, site: { name: 'A house', venue: 'unknown' } })).toBeNull()
  })

  test('passes on the hour of entry, the instant of asking, the shocks and the half-life of the site', () => {
    const shocks = [{ at: at('2031-03-01T00:00:00Z'), kind: 'leak' as const }]
    const site = { name: 'A boat', venue: 'vessel', halfLifeDays: 40 } as const
    expect(asked({ ...smart, site, shocks })).toMatchObject({ venue: 'vessel', halfLifeDays: 40, at: smart.at, knownAt: smart.knownAt, shocks })
    expect(asked(PAST)).not.toHaveProperty('knownAt')
    expect(asked(PAST)).not.toHaveProperty('halfLifeDays')
  })

  test.each(LADDER.map((rung, i) => [rung, i < 5 ? 'lower-intrusion' : 'planned'] as const))('entry by %s is %s', (rung, entry) => {
    expect(asked({ ...smart, rung })).toMatchObject({ entry })
  })

  test('says nothing of the entry where the rung is unknown, and of a lead', () => {
    expect(asked(PAST)).not.toHaveProperty('entry')
    expect(asked(LEAD)).not.toHaveProperty('entry')
  })

  test('takes tips in as one voice until somebody says why they are not', () => {
    const origins = (reports: readonly OperationReport[]) => asked({ ...PAST, reports })?.reports.map(({ origin }) => origin?.id)
    expect(origins([tip('a'), tip('b')])).toEqual(['tip-detailed:unknown', 'tip-detailed:unknown'])
    expect(origins([tip('a'), tip('b', { independentBecause: 'Two towns, two months' })])).toEqual(['tip-detailed:unknown', undefined])
  })

  test.each([
    ['A family business', { alternative: 'A family business' }],
    ['', { alternative: '' }],
    ['…', { alternative: '' }],
    ['TBD', { alternative: '' }],
  ])('an alternative of "%s" is passed on as something or as blank', (alternative, expected) => {
    expect(asked({ ...PAST, alternative })).toMatchObject(expected)
  })

  test('an alternative that is unknown or left out is silence', () => {
    expect(asked(PAST)).not.toHaveProperty('alternative')
    expect(asked({ ...PAST, alternative: ' Unknown ' })).not.toHaveProperty('alternative')
  })
})

describe('the reports that count', () => {
  test('were seen by the hour of entry and received by the instant of asking, oldest first', () => {
    const reports = [
      tip('late', { observedAt: at('2001-06-16T00:00:00Z') }), tip('unheard', { receivedAt: at('2001-06-14T00:00:00Z') }),
      tip('second', { observedAt: at('2001-06-02T00:00:00Z') }), tip('first'), tip('also-first', { observedAt: at('2001-06-01T00:00:00Z') }),
    ]
    const counted = (operation: Operation) => countedFor(operation).map(({ id }) => id)
    expect(counted({ ...PAST, reports, knownAt: at('2001-06-10T00:00:00Z') })).toEqual(['also-first', 'first', 'second'])
    expect(counted({ ...PAST, reports })).toEqual(['also-first', 'first', 'unheard', 'second'])
    expect(counted({ ...PAST, reports: 'unknown' })).toEqual([])
  })
})

describe('the attempts that are passed on', () => {
  const look = (changes: Partial<Attempt> = {}): Attempt => ({
    id: 'look', method: 'surveillance', by: 'team b', at: at('2001-06-01T00:00:00Z'), thisSite: 'yes', ifNobodyThere: 'No light', result: 'Light', sensitivity: 0.5, sources: [], ...changes,
  })
  const passed = (...attempts: readonly Attempt[]) => asked({ ...PAST, attempts })?.attempts

  test('are those at this site whose time and power are told', () => {
    expect(passed(look())).toEqual([{ at: at('2001-06-01T00:00:00Z'), sensitivity: 0.5, by: 'team b' }])
    expect(passed(look({ by: 'unknown' }))).toEqual([{ at: at('2001-06-01T00:00:00Z'), sensitivity: 0.5 }])
  })

  test('are silence where nothing is said of them, and none where there were none', () => {
    expect(asked(PAST)).not.toHaveProperty('attempts')
    expect(passed()).toEqual([])
    expect(passed(look({ thisSite: 'no' }))).toEqual([])
  })

  test.each<[string, Partial<Attempt>]>([
    ['how good it was', { sensitivity: 'unknown' }],
    ['when it was', { at: 'unknown' }],
    ['whether it was here', { thisSite: 'unknown' }],
  ])('are silence where one that might have opened the gate does not tell %s', (_what, changes) => {
    expect(passed(look(changes))).toBeUndefined()
  })

  test.each<[string, Partial<Attempt>]>([
    ['too weak, whenever it was', { at: 'unknown', sensitivity: 0.1 }],
    ['too long ago, however good it was', { at: at('1999-01-01T00:00:00Z'), sensitivity: 'unknown' }],
  ])('are told where what is not told could not have opened the gate: %s', (_why, changes) => {
    expect(passed(look(changes))).toHaveLength(1)
  })

  test('are told where one opens the gate, whatever is not told of another', () => {
    expect(passed(look(), look({ id: 'other', sensitivity: 'unknown' }))).toHaveLength(1)
  })

  test('are silence where one that is told is too old and another might have been in time', () => {
    expect(passed(look({ at: at('1999-01-01T00:00:00Z') }), look({ id: 'other', sensitivity: 'unknown' }))).toBeUndefined()
  })

  test('are not those by somebody who reports that people are there', () => {
    const reports = [tip('a', { reporter: 'team b' })]
    expect(asked({ ...PAST, reports, attempts: [look({ sensitivity: 'unknown' })] })?.attempts).toHaveLength(1)
  })

  test('are not those that lie ahead when it is asked', () => {
    expect(asked({ ...PAST, knownAt: at('2001-05-01T00:00:00Z'), attempts: [look()] })?.attempts).toEqual([])
  })
})
