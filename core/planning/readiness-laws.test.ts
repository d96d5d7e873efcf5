import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PAST, planOf, put, readRaid, workshopFile, type Loose, type LooseFile, type LoosePath } from '../../tests/planning-cast.ts'
import type { Finding } from './criteria.ts'
import type { MarkerState } from './markers.ts'
import type { Fact, PastOperation, PlannedOperation } from './operation.ts'
import type { RaidReading, Verdict } from './readiness.ts'
import { answeredByFacts, criterionOf, REQUIREMENT_IDS } from './requirements.ts'

const VERDICT: Readonly<Record<Verdict, number>> = { blind: 0, 'not-ready': 1, smart: 2 }
const FINDING: Readonly<Record<Finding, number>> = { fails: 0, partly: 1, unknown: 2, holds: 3, 'not-applicable': 3 }
const STATE: Readonly<Record<MarkerState, number>> = { found: 0, unknown: 1, 'not-found': 2 }
const rank = ({ verdict }: RaidReading): number => VERDICT[verdict!]

const ASKED = REQUIREMENT_IDS.filter(answeredByFacts)
const answer = fc.constantFrom<Fact['answer']>('yes', 'partly', 'no', 'unknown', 'not-applicable')
const facts = fc.array(fc.record({ about: fc.constantFrom(...ASKED), answer }), { maxLength: 40 })
  .map((told): readonly Fact[] => told.map((one, i) => ({ ...one, id: `fact ${i}`, says: 'So it was', sources: ['paper'] })))

const smart = planOf()
const { plan: _plan, ...raid } = smart
const past = (told: readonly Fact[]): PastOperation => ({ ...raid, operation: 'past', facts: told })

test('law: one more fact answered no improves no finding, no marker and no verdict', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...ASKED), (told, about) => {
      const before = readRaid(past(told))
      const after = readRaid(past([...told, { id: 'worse', about, answer: 'no', says: 'It was not', sources: ['paper'] }]))
      expect(rank(after)).toBeLessThanOrEqual(rank(before))
      after.criteria.forEach(({ id, finding }, i) => {
        if (id === criterionOf(about)) expect(finding).toBe('fails')
        else expect(finding).toBe(before.criteria[i]?.finding)
      })
      after.markers.forEach(({ state }, i) => expect(STATE[state]).toBeLessThanOrEqual(STATE[before.markers[i]!.state]))
    }),
  )
})

test('law: one more fact of any kind never takes the number of unknown things up', () => {
  fc.assert(
    fc.property(facts, answer, fc.constantFrom(...ASKED), (told, one, about) => {
      const more: Fact = { id: 'more', about, answer: one, says: 'So it was', sources: ['paper'] }
      expect(readRaid(past([...told, more])).unknown.count).toBeLessThanOrEqual(readRaid(past(told)).unknown.count)
    }),
  )
})

function pathsOfEntries(value: Loose, path: LoosePath): readonly LoosePath[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'id' in value && typeof value.id === 'string' ? [path] : []
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => pathsOfEntries(inner, [...path, Array.isArray(value) ? Number(key) : key]))]
}

const file = workshopFile()
const ENTRIES = ['plan', 'reports', 'attempts', 'offences'].flatMap((section) => pathsOfEntries(file[section], [section]))

/** Entries further down go first, so that those above keep their places. */
const without = (entries: readonly LoosePath[]): PlannedOperation =>
  planOf(ENTRIES.filter((path) => entries.includes(path)).toReversed().reduce<LooseFile>((left, path) => put(left, path, undefined), file))

test('law: taking entries out of a smart plan makes it worse, and taking out more of them never better', () => {
  fc.assert(
    fc.property(fc.subarray([...ENTRIES], { minLength: 1 }), fc.subarray([...ENTRIES]), (some, more) => {
      const [less, least] = [readRaid(without(some)), readRaid(without([...some, ...more]))]
      expect(rank(less)).toBeLessThan(VERDICT.smart)
      expect(rank(least)).toBeLessThanOrEqual(rank(less))
      least.criteria.forEach(({ finding }, i) => expect(FINDING[finding]).toBeLessThanOrEqual(FINDING[less.criteria[i]!.finding]))
      least.markers.forEach(({ state }, i) => expect(STATE[state]).toBeLessThanOrEqual(STATE[less.markers[i]!.state]))
    }),
    { numRuns: 60 },
  )
})

/** What a reading says, with lists of entries in one order. */
const saying = ({ verdict, phases, markers, criteria, certainty, unknown }: RaidReading) => ({
  verdict, phases, unknown, p10: certainty?.p10, gates: certainty?.gates,
  markers: markers.map((marker) => ({ ...marker, restsOn: marker.restsOn.toSorted() })),
  criteria: criteria.map(({ requirements, restsOn, ...rest }) => ({
    ...rest, restsOn: restsOn.toSorted(), requirements: requirements.map((one) => ({ ...one, restsOn: one.restsOn.toSorted(), lacks: one.lacks.map((lack) => JSON.stringify(lack)).toSorted() })),
  })),
})

const shuffled = (value: Loose, shuffle: (list: readonly Loose[]) => readonly Loose[]): Loose => {
  if (Array.isArray(value)) return shuffle((value as readonly Loose[]).map((one) => shuffled(one, shuffle)))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shuffled(inner, shuffle)]))
}

test('law: the order of lists does not matter, for a smart plan and for one with entries missing', () => {
  fc.assert(
    fc.property(fc.gen(), fc.subarray([...ENTRIES], { maxLength: 6 }), (choose, missing) => {
      const left = missing.toReversed().reduce<LooseFile>((rest, path) => put(rest, path, undefined), file)
      const mixed = shuffled(left, (list) => choose(fc.shuffledSubarray, [...list], { minLength: list.length })) as LooseFile
      expect(saying(readRaid(planOf(mixed)))).toEqual(saying(readRaid(planOf(left))))
    }),
    { numRuns: 60 },
  )
})

test('law: the order of facts does not matter', () => {
  fc.assert(
    fc.property(facts, (told) => {
      expect(saying(readRaid({ ...PAST, facts: told.toReversed() }))).toEqual(saying(readRaid({ ...PAST, facts: told })))
    }),
  )
})

test('law: the same reading comes of the same operation, however often it is asked', () => {
  fc.assert(
    fc.property(facts, fc.subarray([...ENTRIES], { maxLength: 6 }), (told, missing) => {
      expect(readRaid(past(told))).toEqual(readRaid(past(told)))
      expect(readRaid(without(missing))).toEqual(readRaid(without(missing)))
    }),
    { numRuns: 40 },
  )
})
