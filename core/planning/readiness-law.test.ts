import { describe, expect, test } from 'vitest'
import { failing, planOf, put, readRaid, SMART, workshopFile } from '../../tests/planning-cast.ts'
import type { PlannedOperation } from './operation.ts'

const file = workshopFile()

describe('law in a verdict', () => {
  const grounded = (offence: string, elements: readonly ('act' | 'means' | 'purpose')[], presumedChild: 'yes' | 'no' = 'no'): PlannedOperation => ({
    ...SMART,
    offences: [{ id: 'chosen', offence, presumedChild, support: elements.map((element) => ({ id: `support ${element}`, element, standing: 'held', says: 'Held', restsOn: ['contract-file'] })) }],
  })
  const b4 = (plan: PlannedOperation) => readRaid(plan).markers.find(({ id }) => id === 'B4')?.state
  const concerns = (plan: PlannedOperation) => readRaid(plan).dossier.offences?.flatMap(({ unverified }) => unverified)

  test('an unverified row warns, and a plan in full on it is smart', () => {
    const plan = grounded('in-bonded-16-18', ['act'])
    expect(readRaid(plan).verdict).toBe('smart')
    expect(concerns(plan)).toContain('elements')
  })

  test('an element that only an unverified row asks for makes no plan blind, and not ready', () => {
    const reading = readRaid(grounded('kh-2008-12', ['act']))
    expect(reading.markers.find(({ id }) => id === 'B4')).toMatchObject({ state: 'unknown', why: 'B4/law-unverified' })
    expect(reading.verdict).toBe('not-ready')
    expect(failing(reading)).toEqual(['offence'])
  })

  test('a plan with no evidence at all is blind on any row', () => {
    expect(b4(grounded('kh-2008-12', []))).toBe('found')
  })

  test('an element that a verified row asks for and nothing supports makes a plan blind', () => {
    expect(b4(grounded('us-1591', ['act', 'purpose']))).toBe('found')
  })

  test('for a person presumed a child the means fall away where the law lets them', () => {
    expect(b4(grounded('us-1591', ['act', 'purpose'], 'yes'))).toBe('not-found')
  })

  test.each(['in-bns-143', 'br-cp-149-a'])('for a person presumed a child %s asks for the means all the same', (offence) => {
    expect(b4(grounded(offence, ['act', 'purpose'], 'yes'))).toBe('found')
    expect(b4(grounded(offence, ['act', 'means', 'purpose'], 'yes'))).toBe('not-found')
  })

  test('an offence that a unit enters, signed by a prosecutor, grounds a plan', () => {
    const entered = put(file, ['offences', 0, 'offence'], {
      id: 'own-law', jurisdiction: 'XX', instrument: 'Act on trafficking', section: '1', label: 'Trafficking', kind: 'trafficking',
      elements: { act: ['recruits'], means: ['force'], purpose: [] }, meansRequired: { adult: 'yes', child: 'no' }, childAge: 18,
      signedBy: { name: 'Duty prosecutor', office: 'Prosecution service' }, signedOn: '2031-02-01',
    })
    expect(readRaid(planOf(entered)).verdict).toBe('smart')
  })

  test('an offence about prostitution or documents alone grounds no plan', () => {
    for (const offence of ['in-itpa-3', 'us-1597']) expect(b4(grounded(offence, ['act', 'purpose']))).toBe('found')
  })
})
