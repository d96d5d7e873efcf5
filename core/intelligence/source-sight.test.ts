import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryOf, later } from '../../tests/site-cast.ts'
import { CASE_ROLES } from '../kernel/access.ts'
import type { ActorId } from '../kernel/id.ts'
import type { OnFile } from '../kernel/noted.ts'
import { foldSource, notTaskable, type SourceFactRead } from './source.ts'
import type { SourceFact } from './source-facts.ts'
import { sightOf, SOURCE_SIGHTS, withinSight } from './source-sight.ts'

const [handler, controller, officer] = ['handler-one' as ActorId, 'controller-one' as ActorId, 'officer-one' as ActorId]
const FACTS: readonly SourceFact[] = [
  { type: 'source/registered', kind: 'informant-tested', codeName: 'larch-204', protected: 'yes', underControl: 'unknown', age: 'adult', handler, controller },
  { type: 'source/identified', person: 'person-one', identity: { name: 'Marked identity' } },
  { type: 'source/recruited', at: later(0), by: handler, says: 'Marked handling' },
  { type: 'source/authority-noted', authority: 'Marked handling', knownThereAs: 'Marked handling' },
  { type: 'source/welfare-noted', says: 'Marked handling', done: 'Marked handling' },
  { type: 'source/contact-made', at: later(0), with: handler, says: 'Marked handling', where: 'Marked handling' },
  { type: 'source/information-noted', report: 'report-one', says: 'Marked handling', passedOn: 'Marked handling' },
  { type: 'source/benefit-given', at: later(0), what: 'payment', money: { minor: 5000, currency: 'EUR' }, decidedBy: controller, because: 'Marked handling' },
  { type: 'source/tasked', task: 'task-one', site: 'site-one', says: 'Marked handling' },
  { type: 'source/risk-noted', risk: 'high', says: 'Marked authority' },
  { type: 'source/standing-noted', protected: 'yes', underControl: 'no', because: 'Marked authority' },
  { type: 'source/authorised', use: 'adult', by: officer, from: later(0), until: later(9), reviewBy: null, conduct: 'Marked authority', because: 'Marked authority' },
  { type: 'source/use-reviewed', by: officer, reviewBy: null, says: 'Marked authority' },
  { type: 'source/charge-given', handler, controller, because: 'Marked authority' },
  { type: 'source/outcome-judged', report: 'report-one', outcome: 'borne-out', because: 'Marked authority' },
]
const file: readonly OnFile<SourceFactRead>[] = FACTS.map((fact, i) => entryOf(fact as never, i + 1))
const seenAs = (sight: (typeof SOURCE_SIGHTS)[number]) => JSON.stringify(withinSight(file, sight))

describe('how much of a source somebody sees', () => {
  const charge = { charge: { handler, controller }, protected: 'yes' } as const
  const reader = { id: 'colleague-one', role: 'analyst', mayAnswer: 'yes', where: 'in-a-file' } as const

  test('is all of it for those who answer for them', () => {
    for (const id of [handler, controller]) expect(sightOf({ ...reader, id }, charge)).toBe('whole')
  })

  test('is what is decided on for an authorising officer, also one who handled them before', () => {
    expect(sightOf({ ...reader, id: handler, role: 'authorising-officer' }, charge)).toBe('authority')
  })

  test('is no more than others see for those who went on to other work or another organisation', () => {
    for (const id of [handler, controller]) {
      const moved = { ...reader, id, mayAnswer: 'no' } as const
      expect(sightOf(moved, charge)).toBe('veiled')
      expect(sightOf({ ...moved, role: 'authorising-officer' }, charge)).toBe('authority')
      expect(sightOf(moved, { ...charge, protected: 'no' })).toBe('outline')
    }
  })

  test('is what is decided on for authorising officers, and how they are treated for oversight, in the one file', () => {
    expect(sightOf({ ...reader, role: 'oversight' }, charge)).toBe('handling')
    expect(sightOf({ ...reader, role: 'authorising-officer' }, charge)).toBe('authority')
    for (const role of ['oversight', 'authorising-officer'] as const) expect(sightOf({ ...reader, role, where: 'in-a-list' }, charge)).toBe('veiled')
  })

  test('of somebody who is protected is for nobody else, and of others in outline', () => {
    expect(sightOf(reader, charge)).toBe('veiled')
    expect(sightOf(reader, { ...charge, protected: 'no' })).toBe('outline')
  })

  test('who they are is for nobody but those who answer for them', () => {
    fc.assert(fc.property(fc.constantFrom(...CASE_ROLES), fc.constantFrom('in-a-file', 'in-a-list'), fc.constantFrom('yes', 'no'), (role, where, safe) => {
      const sight = sightOf({ ...reader, role, where } as typeof reader, { ...charge, protected: safe as 'yes' })
      expect(seenAs(sight)).not.toContain('Marked identity')
    }))
  })
})

describe('words that are not for a reader', () => {
  test('are taken out before anything is made of them', () => {
    expect(seenAs('whole')).toContain('Marked identity')
    expect(seenAs('handling')).toContain('Marked handling')
    expect(seenAs('authority')).toContain('Marked authority')
    expect(seenAs('authority')).not.toMatch(/Marked (?:identity|handling)|5000/)
    for (const sight of ['outline', 'veiled'] as const) expect(seenAs(sight)).not.toMatch(/Marked|5000/)
  })

  test('do not change whether a source may be tasked', () => {
    for (const sight of SOURCE_SIGHTS) {
      const source = foldSource(withinSight(file, sight))?.source
      expect(source && notTaskable(source, later(1))).toBeNull()
    }
  })
})
