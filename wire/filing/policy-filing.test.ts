import { expect, test } from 'vitest'
import { POLICY_IDS, type PolicySigned } from '../../core/planning/policy-facts.ts'
import { filePolicy, readPolicy } from './policy-filing.ts'

const signed = (id: PolicySigned['id'], value: number | string): PolicySigned => ({ type: 'policy/signed', id, value, source: 'Standing order 12', sureness: 'seen', signedBy: 'Head of the unit', asOf: '2031-01-15' })

test('a signed value stands in clear and is read as it was filed', () => {
  for (const id of POLICY_IDS) {
    const filed = filePolicy(signed(id, id === 'ngoAtTheScene' ? 'off-site' : 0.7))
    expect(filed.told).toBeNull()
    expect(readPolicy(JSON.parse(JSON.stringify(filed.clear)))).toEqual(signed(id, id === 'ngoAtTheScene' ? 'off-site' : 0.7))
  }
})

test('what is no signed value is never taken for one', () => {
  expect(() => readPolicy({ id: 'shoeSize', value: 42 })).toThrow('Invalid option')
})
