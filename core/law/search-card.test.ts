import { describe, expect, test } from 'vitest'
import { lawCatalogue } from '../../wire/law.ts'
import { elementMatrix, type ElementSupport } from './element-matrix.ts'
import { searchCard } from './search-card.ts'

const { offences, corroboration } = lawCatalogue()
const find = (id: string) => offences.find((one) => one.id === id)!
const ledger: ElementSupport = { id: 's1', element: 'means', standing: 'at-scene', says: 'the debt ledger in the office', restsOn: ['report-2'] }
const account: ElementSupport = { id: 's2', element: 'act', standing: 'held', says: 'the account of somebody who escaped', restsOn: ['report-1'] }

function cardFor(id: string, support: readonly ElementSupport[], presumedChild = false) {
  const offence = find(id)
  return searchCard(offence, elementMatrix(offence, support, { presumedChild, silence: 'nothing' }), corroboration)
}

describe('the search card', () => {
  test('leaves out what is held and what the law does not ask for', () => {
    expect(cardFor('us-1591', [account]).map(({ element }) => element)).toEqual(['means', 'purpose'])
    expect(cardFor('us-1591', [account], true).map(({ element }) => element)).toEqual(['purpose'])
  })

  test('says what the law names, what is planned, and what has proved the element before', () => {
    const [means] = cardFor('us-1591', [account, ledger])
    expect(means).toMatchObject({ state: 'at-scene', planned: [ledger], lawNames: expect.arrayContaining(['force']) })
    expect(means?.lookFor).toContain('debt ledgers and wage books')
    expect(means?.from).toContain('means-debt')
  })

  test('of sexual exploitation sends nobody after timesheets, and of forced labour nobody after price lists', () => {
    const from = (id: string) => cardFor(id, []).flatMap((entry) => entry.from)
    expect(from('us-1591')).toContain('purpose-sexual')
    expect(from('us-1591')).not.toContain('purpose-labour')
    expect(from('us-1590')).toContain('purpose-labour')
    expect(from('us-1590')).not.toContain('purpose-sexual')
  })

  test('of a law without a list of exploitation looks for both', () => {
    const from = cardFor('ca-279-01', []).flatMap((entry) => entry.from)
    expect(from).toEqual(expect.arrayContaining(['purpose-sexual', 'purpose-labour']))
  })

  test('is empty when everything is held', () => {
    const held = (['act', 'means', 'purpose'] as const).map((element) => ({ ...account, id: element, element }))
    expect(cardFor('us-1591', held)).toEqual([])
  })
})
