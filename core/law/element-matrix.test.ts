import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lawCatalogue } from '../../wire/law.ts'
import { elementMatrix, elementsIn, type ElementSupport, type SupportStanding } from './element-matrix.ts'
import { ELEMENTS, type ElementId, type Offence } from './offence.ts'

const { offences } = lawCatalogue()
const sexTrafficking = offences.find(({ id }) => id === 'us-1591')!
const [ownPlan, past] = [{ presumedChild: false, silence: 'nothing' }, { presumedChild: false, silence: 'unknown' }] as const

const support = (element: ElementId, standing: SupportStanding, restsOn: readonly string[] = ['report-1']): ElementSupport =>
  ({ id: `${element}-${standing}`, element, standing, says: 'in the words of the unit', restsOn })
const states = (offence: Offence, given: readonly ElementSupport[], reading: { presumedChild: boolean; silence: 'nothing' | 'unknown' }) =>
  elementMatrix(offence, given, reading).map(({ state }) => state)

describe('the element matrix', () => {
  test('reads silence as nothing on a unit\'s own plan, and as unknown on a past operation', () => {
    expect(states(sexTrafficking, [], ownPlan)).toEqual(['nothing', 'nothing', 'nothing'])
    expect(states(sexTrafficking, [], past)).toEqual(['unknown', 'unknown', 'unknown'])
  })

  test('shows five days of video that prove no means', () => {
    const video = [support('act', 'held'), support('purpose', 'held')]
    expect(states(sexTrafficking, video, ownPlan)).toEqual(['held', 'nothing', 'held'])
  })

  test('is made again for a child, and the means fall away', () => {
    const video = [support('act', 'held'), support('purpose', 'held')]
    expect(states(sexTrafficking, video, { ...ownPlan, presumedChild: true })).toEqual(['held', 'not-required', 'held'])
  })

  test('keeps what is held of an element that is no longer required', () => {
    const [, means] = elementMatrix(sexTrafficking, [support('means', 'held')], { ...ownPlan, presumedChild: true })
    expect(means).toMatchObject({ required: false, state: 'not-required', held: [{ id: 'means-held' }] })
  })

  test('counts nothing that is said to be held and names no entry, and shows it', () => {
    const [act] = elementMatrix(sexTrafficking, [support('act', 'held', [])], ownPlan)
    expect(act).toMatchObject({ state: 'nothing', held: [], bare: [{ id: 'act-held' }] })
  })

  test('lists the required elements that stand in one state', () => {
    const rows = elementMatrix(sexTrafficking, [support('act', 'held'), support('means', 'at-scene')], ownPlan)
    expect([elementsIn(rows, 'held'), elementsIn(rows, 'at-scene'), elementsIn(rows, 'nothing')]).toEqual([['act'], ['means'], ['purpose']])
  })

  test('held wins over at the scene, which wins over nothing, which wins over unknown, in whatever order they come', () => {
    const strongestFirst = ['held', 'at-scene', 'nothing', 'unknown'] as const
    const given = fc.shuffledSubarray(strongestFirst.map((standing) => support('act', standing)), { minLength: 1 })
    fc.assert(fc.property(given, (some) => {
      const strongest = strongestFirst.find((standing) => some.some((one) => one.standing === standing))
      expect(elementMatrix(sexTrafficking, some, past)[0]?.state).toBe(strongest)
    }))
  })

  test('has every element of every offence once, required or not', () => {
    fc.assert(fc.property(fc.constantFrom(...offences), fc.boolean(), (offence, presumedChild) => {
      const rows = elementMatrix(offence, [], { presumedChild, silence: 'nothing' })
      expect(rows.map(({ element }) => element)).toEqual([...ELEMENTS])
      expect(rows.every(({ required, state }) => required === (state !== 'not-required'))).toBe(true)
    }))
  })
})
