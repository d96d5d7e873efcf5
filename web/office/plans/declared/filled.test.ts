import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workshopFile, type LooseFile } from '../../../../tests/planning-cast.ts'
import { PLAN_PARTS } from '../../../../core/planning/plan-facts.ts'
import { PART_SHAPES } from '../../../../wire/office/plan-parts.ts'
import { declared, DECLARED, type DeclaredPartId } from './declared.ts'
import { contentOf, filledOf, wantsIn } from './filled.ts'
import { filledOffences, offencesOf, wantsInOffences } from '../offences/offence-rows.ts'

const file = workshopFile()
const contentIn = (part: DeclaredPartId): unknown => (part === 'hour' ? { at: file['at'] } : part === 'rung' ? { rung: file['rung'] } : part in file ? file[part] : (file['plan'] as LooseFile)[part])
const parts = Object.keys(DECLARED) as DeclaredPartId[]

describe('a part as it is filled in', () => {
  test('has a declaration for every part of a plan', () => {
    expect([...parts, 'offences'].toSorted()).toEqual([...PLAN_PARTS].toSorted())
  })

  test.each(parts)('%s loses nothing on the way through its fields', (part) => {
    const shape = PART_SHAPES[part]
    const filled = filledOf(declared(part), contentIn(part))
    expect(wantsIn(declared(part), filled).size).toBe(0)
    expect(shape.parse(contentOf(declared(part), filled))).toEqual(shape.parse(contentIn(part)))
  })

  test.each(parts)('%s left blank is no part that the server would keep for another', (part) => {
    const blank = filledOf(declared(part), null)
    const read = PART_SHAPES[part].safeParse(contentOf(declared(part), blank))
    expect(read.success || wantsIn(declared(part), blank).size > 0).toBe(true)
  })

  test('counts a range with its ends the wrong way round as wanting', () => {
    const filled = filledOf(declared('expected'), [{ id: 'women', sex: 'female', age: 'adult', low: 9, high: 2 }])
    expect([...wantsIn(declared('expected'), filled)]).toEqual([['content[0].high', 'wanting.range']])
    expect(contentOf(declared('expected'), filled, 'complete')).toEqual([])
  })

  test('whatever is typed, what is complete can be read', () => {
    const row = fc.record({ id: fc.uuid(), name: fc.string(), sex: fc.constantFrom('female', 'male', 'any', ''), age: fc.constantFrom('adult', 'child', 'any', ''), capacity: fc.oneof(fc.string(), fc.nat().map(String)), confirmedAt: fc.constantFrom('', 'soon', '2031-03-04', '2031-03-04 12:00', '2031-03-04 12:00 +07:00'), confirmedBy: fc.string() })
    fc.assert(fc.property(fc.array(row, { maxLength: 4 }), (places) => {
      const content = contentOf(declared('care'), { fields: {}, lists: { places } }, 'complete')
      expect(PART_SHAPES.care.safeParse(content).error?.issues.filter(({ message }) => !/says nothing|letter/i.test(message)) ?? []).toEqual([])
    }))
  })
})

describe('offences as they are filled in', () => {
  test('lose nothing on the way through their fields', () => {
    const offences = PART_SHAPES.offences.parse(file['offences'])
    expect(PART_SHAPES.offences.parse(offencesOf(filledOffences(file['offences'])))).toEqual(offences)
  })

  test('an offence the unit enters is asked for its prosecutor', () => {
    const row = { id: 'own', offence: 'entered', presumedChild: 'no', jurisdiction: 'th', instrument: 'Act', section: '6', label: 'trafficking', act: 'recruits\nharbours', means: 'force', purpose: 'labour', meansAdult: 'yes', childAge: '18' }
    expect([...wantsInOffences({ fields: {}, lists: { offences: [row] } }).keys()]).toEqual(['content[0].offence.signedBy.name', 'content[0].offence.signedBy.office', 'content[0].offence.signedOn'])
    const signed = { ...row, signedByName: 'P. Rosecutor', signedByOffice: 'Duty prosecutor', signedOn: '2031-03-01' }
    const [read] = PART_SHAPES.offences.parse(offencesOf({ fields: {}, lists: { offences: [signed] } }))
    expect(read?.offence).toMatchObject({ jurisdiction: 'TH', elements: { act: ['recruits', 'harbours'] }, meansRequired: { adult: 'yes', child: 'unknown' }, signedBy: { office: 'Duty prosecutor' } })
    expect(PART_SHAPES.offences.parse(offencesOf(filledOffences([{ ...read, offence: read?.offence }])))).toEqual([read])
  })
})
