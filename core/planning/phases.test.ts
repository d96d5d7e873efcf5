import { describe, expect, test } from 'vitest'
import { readRaid, TOLD } from '../../tests/planning-cast.ts'
import type { PastOperation } from './operation.ts'
import { CRITERIA, criterionOf, REQUIREMENT_IDS } from './requirements.ts'

describe('a phase', () => {
  const changing = (answers: Readonly<Record<string, 'yes' | 'partly' | 'no' | 'unknown' | 'not-applicable'>>): PastOperation =>
    ({ ...TOLD, facts: TOLD.facts.map((fact) => ({ ...fact, answer: answers[fact.about] ?? fact.answer })) })
  const entry = (answers: Parameters<typeof changing>[0]) => readRaid(changing(answers)).phases.entry
  const everything = (answer: 'partly' | 'unknown' | 'not-applicable') =>
    Object.fromEntries(REQUIREMENT_IDS.filter((id) => CRITERIA[criterionOf(id)].phase === 'entry').map((id) => [id, answer]))

  test('fails if one of its criteria fails, also beside one that holds partly', () => {
    expect(entry({ 'evidence/custody': 'no', 'suspects/medical': 'partly' })).toEqual({ finding: 'fails', unknown: 0 })
  })
  test('holds partly if one of its criteria does', () => {
    expect(entry({ 'suspects/medical': 'partly', 'evidence/custody': 'unknown' })).toEqual({ finding: 'partly', unknown: 1 })
  })
  test('holds if one of its criteria holds, with what is unknown counted beside it', () => {
    expect(entry({ 'segregation/zones': 'unknown', 'segregation/vehicles': 'unknown', 'segregation/separators': 'unknown', 'segregation/hidden-controllers': 'unknown' }))
      .toEqual({ finding: 'holds', unknown: 4 })
  })
  test('is unknown where nothing is told of it', () => {
    expect(entry(everything('unknown'))).toEqual({ finding: 'unknown', unknown: Object.keys(everything('unknown')).length })
  })
  test('does not apply where none of its criteria does', () => {
    expect(entry(everything('not-applicable'))).toEqual({ finding: 'not-applicable', unknown: 0 })
  })
  test('does not spoil the phases beside it', () => {
    expect(readRaid(changing({ 'evidence/custody': 'no' })).phases.aftermath.finding).toBe('holds')
  })
})
