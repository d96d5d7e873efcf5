import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criterionIn, PAST, planOf, readRaid } from '../../tests/planning-cast.ts'
import { AS_FINDING, findingOf, type Finding } from './criteria.ts'
import type { PastOperation } from './operation.ts'
import { CRITERIA, CRITERION_IDS, criterionOf, REQUIREMENT_IDS, requirementsOf, type Phase } from './requirements.ts'

describe('how parts add up', () => {
  test.each<[readonly Finding[], Finding]>([
    [['holds', 'partly', 'fails', 'unknown'], 'fails'],
    [['holds', 'unknown', 'partly'], 'partly'],
    [['unknown', 'holds', 'not-applicable'], 'holds'],
    [['unknown', 'not-applicable'], 'unknown'],
    [['not-applicable', 'not-applicable'], 'not-applicable'],
    [[], 'unknown'],
  ])('%s is %s', (parts, finding) => expect(findingOf(parts)).toBe(finding))

  test('law: the order of the parts does not matter, nor how often one comes', () => {
    const finding = fc.constantFrom<Finding>('holds', 'partly', 'fails', 'unknown', 'not-applicable')
    fc.assert(fc.property(fc.array(finding), (parts) => {
      expect(findingOf([...parts.toReversed(), ...parts])).toBe(findingOf(parts))
    }))
  })

  test('an answer adds to a finding by its own name', () => {
    expect(AS_FINDING).toEqual({ yes: 'holds', partly: 'partly', no: 'fails', unknown: 'unknown', 'not-applicable': 'not-applicable' })
  })
})

describe('the criteria', () => {
  test('are those of the design, each in its phase', () => {
    const inPhase = (phase: Phase) => CRITERION_IDS.filter((id) => CRITERIA[id].phase === phase).toSorted()
    expect(inPhase('intelligence')).toEqual(['certainty', 'deconfliction', 'secrecy'])
    expect(inPhase('entry')).toEqual(['evidence', 'safety', 'segregation', 'suspects'])
    expect(inPhase('aftermath')).toEqual(['care', 'cross-referencing', 'identification', 'interviews', 'media', 'status', 'transition'])
    expect(inPhase('plan')).toEqual(['alternatives', 'authority', 'contingency', 'expectations', 'offence'])
  })

  test('have requirements of their own, each once', () => {
    expect(new Set(REQUIREMENT_IDS).size).toBe(REQUIREMENT_IDS.length)
    expect(CRITERION_IDS.flatMap((id) => requirementsOf(id).map(criterionOf)).filter((id, i) => id !== criterionOf(REQUIREMENT_IDS[i]!))).toEqual([])
  })

  test('count as resting on an entry once, though two requirements do', () => {
    expect(criterionIn(readRaid(planOf()), 'certainty').restsOn).toEqual(['escaped-worker', 'labour-inspector', 'watch-of-the-gate', 'alternative'])
  })
})

describe('the criteria of a past operation', () => {
  const fact = (about: (typeof REQUIREMENT_IDS)[number], answer: 'yes' | 'no' | 'partly') => ({ id: `${about} ${answer}`, about, answer, says: 'So it was', sources: ['paper'] })
  const past = (...facts: PastOperation['facts']): PastOperation => ({ ...PAST, facts })

  test('rest on facts alone', () => {
    expect(criterionIn(readRaid(past(fact('care/places', 'yes'))), 'care')).toMatchObject({ finding: 'holds', restsOn: ['care/places yes'], unknown: 6 })
  })

  test('ask also what can be seen only afterwards', () => {
    expect(criterionIn(readRaid(past(fact('safety/nobody-harmed', 'no'))), 'safety')).toMatchObject({ finding: 'fails' })
    expect(criterionIn(readRaid(past(fact('care/held', 'partly'))), 'care')).toMatchObject({ finding: 'partly' })
  })

  test('take the law from what is told of it: not told, none, and in full', () => {
    const offence = (offences: PastOperation['offences']) => criterionIn(readRaid({ ...PAST, offences }), 'offence')
    expect(offence('unknown')).toMatchObject({ finding: 'unknown', unknown: 2 })
    expect(offence([])).toMatchObject({ finding: 'fails' })
    const support = [{ id: 'act', element: 'act', standing: 'held', says: 'Held', restsOn: ['paper'] }] as const
    expect(offence([{ id: 'peonage', offence: 'us-1581', presumedChild: 'no', support }])).toMatchObject({ finding: 'holds', restsOn: ['peonage', 'act'] })
    const untold = offence([{ id: 'sex', offence: 'us-1591', presumedChild: 'no', support }])
    expect(untold).toMatchObject({ finding: 'holds', unknown: 1 })
    expect(untold.requirements[1]?.lacks).toEqual([{ code: 'offence/element-unknown', figures: { element: 'means' } }, { code: 'offence/element-unknown', figures: { element: 'purpose' } }])
  })
})
