import { expect, test } from 'vitest'
import { differences } from './differences.ts'

const risk = (id: string, severity: number) => ({ id, who: 'children', severity })

test('an entry that only moved is no change, and one that is new is one', () => {
  expect(differences({ risks: [risk('a', 1), risk('b', 2)] }, { risks: [risk('b', 2), risk('a', 3), risk('c', 4)] })).toEqual([
    { path: 'risks[a].severity', was: 1, is: 3 },
    { path: 'risks[c]', was: undefined, is: risk('c', 4) },
  ])
})

test('an instant is the same in whatever zone it is written', () => {
  expect(differences({ at: '2031-03-06T05:30:00.000Z' }, { at: '2031-03-06T12:30:00+07:00' })).toEqual([])
})

test('a part that nobody had written is told entry by entry', () => {
  expect(differences(null, [risk('a', 1)]).map(({ path }) => path)).toEqual(['[a]'])
})
