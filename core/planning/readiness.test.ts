import { describe, expect, test } from 'vitest'
import {
  ATTEMPT, EMPTY_PLAN, EXACT_FORCE, failing, FORCE, GOAL, PAST, planOf, put, readRaid, requirementIn, SMART, TOLD, workshopFile, type Loose, type LooseFile, type LoosePath,
} from '../../tests/planning-cast.ts'
import { lack } from './answer.ts'
import type { PastOperation } from './operation.ts'
import { CRITERION_IDS, REQUIREMENT_IDS, seenAfterwards, type CriterionId } from './requirements.ts'

describe('the invented plan', () => {
  test('is smart, with the draws that a court would ask for', () => {
    const reading = readRaid(SMART, EXACT_FORCE)
    expect(reading).toMatchObject({ verdict: 'smart', track: 'planned', unknown: { count: 0 }, urgent: [], conditional: null })
    expect(reading.markers.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'not-found'))
    expect(failing(reading)).toEqual([])
    expect(Object.values(reading.phases)).toEqual(Array.from({ length: 4 }, () => ({ finding: 'holds', unknown: 0 })))
  })

  test('rests on entries in every requirement it meets', () => {
    const bare = readRaid(SMART).criteria.flatMap(({ requirements }) => requirements).filter(({ restsOn }) => restsOn.length === 0)
    expect(bare.map(({ id }) => id)).toEqual([])
  })

  test('is not asked what can be seen only afterwards', () => {
    const asked = readRaid(SMART).criteria.flatMap(({ requirements }) => requirements.map(({ id }) => id))
    expect(asked.toSorted()).toEqual(REQUIREMENT_IDS.filter((id) => !seenAfterwards(id)).toSorted())
  })

  test('is read the same twice', () => {
    expect(readRaid(SMART)).toEqual(readRaid(SMART))
  })
})

/** The section of a plan, by the criterion that rests on it. */
const SECTION: Readonly<Record<string, CriterionId>> = { crossReferencing: 'cross-referencing', reports: 'certainty', attempts: 'certainty', offences: 'offence' }

interface Placed {
  readonly id: string
  readonly path: LoosePath
}

function entriesIn(value: Loose, path: LoosePath): readonly Placed[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'id' in value && typeof value.id === 'string' ? [{ id: value.id, path }] : []
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => entriesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]))]
}

const file = workshopFile()
const ENTRIES = ['plan', 'reports', 'attempts', 'offences'].flatMap((section) => entriesIn(file[section], [section]))
const criterionOfEntry = ([first, second]: LoosePath): CriterionId => SECTION[String(first === 'plan' ? second : first)] ?? (String(second) as CriterionId)

describe('taking one entry out of a smart plan', () => {
  test('every entry is tried, and every criterion has one', () => {
    expect(ENTRIES.length).toBeGreaterThan(70)
    expect([...new Set(ENTRIES.map(({ path }) => criterionOfEntry(path)))].toSorted()).toEqual(CRITERION_IDS.toSorted())
  })

  test.each(ENTRIES.map(({ id, path }) => [id, criterionOfEntry(path), path] as const))('without %s, %s fails and nothing else', (_id, criterion, path) => {
    const reading = readRaid(planOf(put(file, path, undefined)))
    expect(failing(reading)).toEqual([criterion])
    expect(reading.criteria.find(({ id }) => id === criterion)?.finding).toBe('fails')
    expect(reading.verdict).not.toBe('smart')
  })

  test.each(['alternative', 'rung'])('without the %s its criterion fails', (field) => {
    expect(failing(readRaid(planOf(put(file, [field], undefined))))).toEqual([field === 'rung' ? 'alternatives' : 'certainty'])
  })

  test('without the people expected there is no saying whether the beds are enough', () => {
    expect(failing(readRaid(planOf(put(file, ['expected'], undefined))))).toEqual(['care'])
  })

  test('without the languages expected no interpreter can be enough', () => {
    expect(failing(readRaid(planOf(put(file, ['plan', 'interviews', 'languages'], undefined))))).toEqual(['interviews'])
  })

  test('only without the offence, its support or the screening is it blind as well', () => {
    const blinding = ENTRIES.filter(({ path }) => readRaid(planOf(put(file, path, undefined))).verdict === 'blind').map(({ id }) => id)
    expect(blinding).toEqual(['screening-tool', 'forced-labour', 'act-contracts', 'means-debt'])
  })
})

describe('an empty plan', () => {
  const reading = readRaid(EMPTY_PLAN)

  test('is blind: silence makes B1, B2, B4 and B5 found, and B3 unknown', () => {
    expect(reading.verdict).toBe('blind')
    expect(reading.markers.map(({ id, state }) => `${id} ${state}`)).toEqual(['B1 found', 'B2 found', 'B3 unknown', 'B4 found', 'B5 found'])
  })

  test('fails every criterion and leaves none unknown', () => {
    expect(reading.criteria.map(({ finding, unknown }) => [finding, unknown])).toEqual(CRITERION_IDS.map(() => ['fails', 0]))
    expect(reading.unknown).toMatchObject({ count: 1 })
  })

  test('fails every requirement that a plan is asked', () => {
    const met = reading.criteria.flatMap(({ requirements }) => requirements).filter((requirement) => requirement.met !== 'no')
    expect(met).toEqual([])
  })

  test('says for each requirement what is missing', () => {
    expect(reading.criteria.flatMap(({ requirements }) => requirements).filter(({ lacks }) => lacks.length === 0)).toEqual([])
  })
})

describe('a past operation of which nothing is told', () => {
  const reading = readRaid(PAST)

  test('is not shown to be smart: every marker and every criterion is unknown', () => {
    expect(reading.verdict).toBe('not-ready')
    expect(new Set(reading.markers.map(({ state }) => state))).toEqual(new Set(['unknown']))
    expect(new Set(reading.criteria.map(({ finding }) => finding))).toEqual(new Set(['unknown']))
  })

  test('counts everything as unknown, afterwards included', () => {
    expect(reading.unknown).toEqual({ of: 5 + REQUIREMENT_IDS.length, count: 5 + REQUIREMENT_IDS.length })
    expect(Object.values(reading.phases).reduce((sum, { unknown }) => sum + unknown, 0)).toBe(REQUIREMENT_IDS.length)
  })
})

const answering = (about: string, answer: PastOperation['facts'][number]['answer']): PastOperation =>
  ({ ...TOLD, facts: TOLD.facts.map((fact) => (fact.about === about ? { ...fact, answer } : fact)) })

describe('the verdict', () => {
  test('is smart for a past operation that is told of in full', () => {
    expect(readRaid(TOLD)).toMatchObject({ verdict: 'smart', unknown: { count: 0 } })
  })

  test('is smart also where something does not apply', () => {
    expect(readRaid(answering('status/immigration-firewall', 'not-applicable')).verdict).toBe('smart')
    expect(readRaid(answering('transition/handover', 'not-applicable'))).toMatchObject({ verdict: 'smart', criteria: expect.arrayContaining([expect.objectContaining({ id: 'transition', finding: 'not-applicable' })]) })
  })

  test.each(['no', 'partly', 'unknown'] as const)('is not smart where one requirement is answered %s', (answer) => {
    for (const about of TOLD.facts.map((fact) => fact.about).filter((id) => id !== 'identification/screening'))
      expect([about, readRaid(answering(about, answer)).verdict]).toEqual([about, 'not-ready'])
  })

  test('tolerates nothing unknown, though the criterion holds by what is known of it', () => {
    const reading = readRaid(answering('care/guardian', 'unknown'))
    expect(reading.criteria.find(({ id }) => id === 'care')).toMatchObject({ finding: 'holds', unknown: 1 })
    expect(reading.verdict).toBe('not-ready')
  })

  test('is not smart while a marker is unknown', () => {
    const reading = readRaid({ ...SMART, goal: 'unknown' })
    expect(failing(reading)).toEqual([])
    expect(reading.verdict).toBe('not-ready')
  })

  test('is blind as soon as one marker is found, whatever holds', () => {
    const reading = readRaid({ ...SMART, goal: { ...GOAL, declared: 'clear-district' } })
    expect(failing(reading)).toEqual([])
    expect(reading.verdict).toBe('blind')
  })

  test('is blind also where everything else is unknown', () => {
    expect(readRaid({ ...PAST, offences: [] }).verdict).toBe('blind')
  })

  test('of a smart entry and a failed aftermath is not ready, phase by phase', () => {
    const reading = readRaid(answering('care/held', 'no'))
    expect(reading.verdict).toBe('not-ready')
    expect(reading.phases).toEqual({
      intelligence: { finding: 'holds', unknown: 0 }, plan: { finding: 'holds', unknown: 0 }, entry: { finding: 'holds', unknown: 0 }, aftermath: { finding: 'fails', unknown: 0 },
    })
  })
})

describe('certainty in a verdict', () => {
  test('a closed gate makes a plan not ready and not blind', () => {
    const reading = readRaid({ ...SMART, attempts: [{ ...ATTEMPT, sensitivity: 0.1 }] })
    expect(reading.verdict).toBe('not-ready')
    expect(requirementIn(reading, 'certainty/disconfirmation')).toMatchObject({ met: 'no', lacks: [lack('disconfirmation/none-counts', { wanted: 0.3 })] })
  })

  test('an unknown gate fails certainty on a plan', () => {
    const reading = readRaid(planOf(put(file, ['alternative'], undefined)))
    expect(reading.criteria.find(({ id }) => id === 'certainty')?.finding).toBe('fails')
    expect(reading.certainty?.gates.find(({ id }) => id === 'alternative')?.state).toBe('unknown')
    expect(reading.verdict).toBe('not-ready')
  })

  test('an unknown gate leaves certainty of a past operation unknown', () => {
    const { alternative: _alternative, ...untold } = TOLD
    expect(requirementIn(readRaid(untold), 'certainty/alternative').met).toBe('unknown')
  })

  test('a kind of venue that nobody knows fails certainty on a plan, and leaves that of the past unknown', () => {
    const site = { name: 'A house', venue: 'unknown' } as const
    expect(readRaid({ ...SMART, site })).toMatchObject({ verdict: 'not-ready', certainty: null })
    expect(requirementIn(readRaid({ ...SMART, site }), 'certainty/number')).toMatchObject({ met: 'no', lacks: [lack('certainty/no-venue')] })
    expect(requirementIn(readRaid({ ...TOLD, site }), 'certainty/number').met).toBe('unknown')
  })

  test('of a past operation without a report only what rests on reports is unknown', () => {
    const reading = readRaid({ ...TOLD, reports: 'unknown', attempts: [] })
    expect(reading.criteria.find(({ id }) => id === 'certainty')?.requirements.map(({ id, met }) => `${id} ${met}`)).toEqual([
      'certainty/number unknown', 'certainty/independence unknown', 'certainty/freshness unknown', 'certainty/disconfirmation no', 'certainty/alternative yes',
    ])
  })

  test('each gate names the entries it rests on', () => {
    expect(readRaid(SMART).criteria.find(({ id }) => id === 'certainty')?.requirements.map(({ restsOn }) => restsOn)).toEqual([
      ['escaped-worker', 'labour-inspector'], ['escaped-worker', 'labour-inspector'], ['escaped-worker', 'labour-inspector'], ['watch-of-the-gate'], ['alternative'],
    ])
  })
})

describe('the power of entry', () => {
  test.each(['search warrant', 'immigration warrant', 'prostitution ordinance', 'clear-district', 'unknown'])('%s is not the goal', (powerOfEntry) => {
    expect(readRaid({ ...SMART, goal: { ...GOAL, powerOfEntry } }).verdict).toBe('smart')
  })
})

test('policy is what is passed in: more women officers are asked for, and the plan is no longer smart', () => {
  const planning = { ...FORCE.planning, womenOfficers: { ...FORCE.planning.womenOfficers, value: 3 } }
  expect(failing(readRaid(SMART, { ...FORCE, planning }))).toEqual(['authority'])
})

test('a file without a plan in it is read as an empty one', () => {
  const { plan: _plan, ...rest } = file
  expect(failing(readRaid(planOf(rest as LooseFile)))).toContain('care')
})
