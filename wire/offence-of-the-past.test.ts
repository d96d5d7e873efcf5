import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { palermoGaps } from '../core/law/palermo-gaps.ts'
import { lawCatalogue, readLawCatalogue } from './law.ts'
import { operationShape } from './operation.ts'

const law = lawCatalogue()
const palermo = law.offences.find(({ id }) => id === 'palermo-3')!
const shape = operationShape(new Set(law.offences.map(({ id }) => id)))
const plan = parse(readFileSync('examples/operations/invented-workshop-plan.yaml', 'utf8')) as Record<string, unknown>
const resting = { ...plan, offences: [{ id: 'yardstick', offence: 'palermo-3' }] }

/** Accounts of the past come from everywhere and from before today's laws; one row measures those that no other row fits. */
describe('the definition of the Palermo Protocol as an offence', () => {
  test('differs from the Protocol in nothing', () => {
    expect(palermoGaps(palermo)).toEqual([])
  })

  test('has the elements of the instrument it stands for', () => {
    expect(palermo.elements).toEqual(law.instruments.find(({ id }) => id === 'palermo')!.definition!.elements)
  })

  test('threatens nobody with a punishment, and says that it is no law', () => {
    expect(palermo).toMatchObject({ penalties: [], jurisdiction: 'UN', inForceFrom: 'unknown' })
  })

  test('measures an account of the past', () => {
    const { plan: _plan, ...told } = resting as typeof resting & { plan: unknown }
    expect(shape.safeParse({ ...told, operation: 'past' }).error?.issues).toBeUndefined()
  })

  test('carries no plan: the offence is entered in full, signed by a prosecutor', () => {
    const refused = shape.safeParse(resting)
    expect(refused.error?.issues).toEqual([
      expect.objectContaining({ path: ['offences', 0, 'offence'], message: expect.stringMatching(/accounts of the past.*in full, signed by a prosecutor/) }),
    ])
  })

  test('is the only row without a punishment: the law of a state names one', () => {
    expect(law.offences.filter(({ penalties }) => penalties.length === 0)).toEqual([palermo])
    const empty = { ...law.offences[0], penalties: [] }
    expect(() => readLawCatalogue({ ...law, offences: [empty] })).toThrow(/penalties: the law of a state names a punishment/)
  })
})
