import { expect, test } from 'vitest'
import { tightestHandling } from './tightest-handling.ts'

test('a paper that quotes a red statement is red, whatever else it quotes', () => {
  expect(tightestHandling([{ sharing: 'TLP:GREEN', action: 'PAP:GREEN' }, { sharing: 'TLP:RED' }])).toEqual({
    sharing: 'TLP:RED', audiences: ['named-recipients'], action: 'PAP:GREEN', actions: ['not-detectable', 'passive-check', 'active'],
  })
})

test('where no statement says how it is to be handled, nothing is said', () => {
  expect(tightestHandling([])).toBeNull()
})
