import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTION_KINDS, AUDIENCES, PERMITTED_ACTIONS, SHARING_LABELS, type Handling } from './handling.ts'
import { labelThatForbids, mayBeGroundFor, mayReach, narrowestSharing, type HandlingReach } from './handling-reach.ts'

const handled = (...handlings: readonly Handling[]) => handlings.map((handling) => ({ handling }))
const another = (audience: HandlingReach['audience'], named = 0): HandlingReach => ({ organisation: 'another', audience, named })
const reaches = fc.record({ organisation: fc.constantFrom('own' as const, 'another' as const), audience: fc.constantFrom(...AUDIENCES), named: fc.nat(2) })
const anyHandled = fc.array(fc.record({ sharing: fc.constantFrom(...SHARING_LABELS), action: fc.constantFrom(...PERMITTED_ACTIONS) })).map((all) => handled(...all))

describe('how far several reports together may be passed on', () => {
  test('is as far as the narrowest of them', () => expect(narrowestSharing(handled({ sharing: 'TLP:GREEN' }, { sharing: 'TLP:AMBER+STRICT' }))).toBe('TLP:AMBER+STRICT'))
  test('is no further than to persons who are named, where no report says anything', () => expect(narrowestSharing([])).toBe('TLP:RED'))
  test('is never further than one of them alone', () =>
    fc.assert(fc.property(anyHandled, reaches, (reports, reach) => {
      expect(labelThatForbids(reports, reach) === null).toBe(reports.every(({ handling }) => mayReach(handling.sharing, reach)))
    })))
  test('is forbidden by what stays within the organisation, also where a red report beside it might go to a person who is named', () =>
    expect(labelThatForbids(handled({ sharing: 'TLP:RED' }, { sharing: 'TLP:AMBER+STRICT' }), another('named-recipients', 1))).toBe('TLP:AMBER+STRICT'))
  test('never becomes further by one report more', () =>
    fc.assert(fc.property(anyHandled, fc.constantFrom(...SHARING_LABELS), reaches, (reports, sharing, reach) => {
      fc.pre(labelThatForbids(reports, reach) !== null)
      expect(labelThatForbids([...reports, { handling: { sharing } }], reach)).not.toBeNull()
    })))
})

describe('a label', () => {
  test('that is red lets nothing reach an organisation, only persons who are named', () => {
    expect(AUDIENCES.map((audience) => mayReach('TLP:RED', another(audience)))).toEqual([false, false, false, false, false])
    expect([mayReach('TLP:RED', another('named-recipients', 1)), mayReach('TLP:RED', another('clients', 1)), mayReach('TLP:RED', { organisation: 'own', audience: 'own-organisation', named: 0 })]).toEqual([true, false, false])
  })

  test('that is amber and strict lets nothing leave the organisation, whoever is named', () => {
    expect(mayReach('TLP:AMBER+STRICT', another('named-recipients', 2))).toBe(false)
    expect(mayReach('TLP:AMBER+STRICT', { organisation: 'own', audience: 'own-organisation', named: 0 })).toBe(true)
  })

  test('that is amber reaches those we work for on the case, and no community', () =>
    expect([mayReach('TLP:AMBER', another('clients')), mayReach('TLP:AMBER', another('community')), mayReach('TLP:GREEN', another('community'))]).toEqual([true, false, true]))
})

describe('whether reports may be the ground for something', () => {
  test('is refused where one of them must not be acted on so that others notice', () => {
    expect(mayBeGroundFor(handled({ sharing: 'TLP:GREEN', action: 'PAP:GREEN' }, { sharing: 'TLP:GREEN', action: 'PAP:RED' }), 'active')).toBe(false)
    expect(mayBeGroundFor(handled({ sharing: 'TLP:GREEN', action: 'PAP:RED' }), 'not-detectable')).toBe(true)
  })
  test('is, where a report says nothing of it, only for what nobody notices', () => expect(ACTION_KINDS.filter((act) => mayBeGroundFor(handled({ sharing: 'TLP:CLEAR' }), act))).toEqual(['not-detectable']))
})
