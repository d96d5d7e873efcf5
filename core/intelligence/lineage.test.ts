import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foundNobody, says } from '../../tests/asked.ts'
import { isRoot, lineageOf } from './lineage.ts'
import type { Report } from './report.ts'

/** Who was told by whom, as `a: 'b c'`; each report is an informant's. */
const told = (parents: Readonly<Record<string, string>>): readonly Report[] =>
  Object.entries(parents).map(([id, from]) => says(id, 'informant-tested', 1, from ? { derivedFrom: from.split(' ') } : {}))

const standing = (reports: readonly Report[]) => Object.fromEntries(lineageOf(reports).standing)
/** Everything that a report goes back to, itself included where it goes round. */
function reached(from: string, reports: readonly Report[], seen = new Set<string>()): ReadonlySet<string> {
  for (const parent of reports.find(({ id }) => id === from)?.derivedFrom ?? [])
    if (!seen.has(parent)) reached(parent, reports, seen.add(parent))
  return seen
}

const circles = (reports: readonly Report[]) => lineageOf(reports).circles

describe('a root', () => {
  test('is derived from nothing and is no assumption', () => {
    expect(isRoot(says('a', 'tip-bare', 1))).toBe(true)
    expect(isRoot(says('a', 'tip-bare', 1, { derivedFrom: [] }))).toBe(true)
    expect(isRoot(foundNobody('a', 'inspector', 1))).toBe(true)
    expect(isRoot(says('a', 'tip-bare', 1, { derivedFrom: ['b'] }))).toBe(false)
    expect(isRoot(says('a', 'assumption', 1))).toBe(false)
  })

  test('stands at the head of a chain in which everything else is derived', () => {
    expect(standing(told({ a: '', b: 'a', c: 'b', d: 'a c' }))).toEqual({ a: 'root', b: 'derived', c: 'derived', d: 'derived' })
  })
})

test('a report derived from one that does not count is derived all the same', () => {
  expect(standing(told({ b: 'a' }))).toEqual({ b: 'derived' })
})

test('an assumption stays one, and is derived where it repeats something', () => {
  expect(standing([says('a', 'assumption', 1), says('b', 'assumption', 1, { derivedFrom: ['a'] })])).toEqual({ a: 'assumption', b: 'derived' })
})

describe('a circle', () => {
  test('of one is a report that names itself', () => {
    expect(circles(told({ a: 'a' }))).toEqual([['a']])
    expect(standing(told({ a: 'a' }))).toEqual({ a: 'circle' })
  })

  test('of two or of three has no root', () => {
    expect(circles(told({ a: 'b', b: 'a' }))).toEqual([['a', 'b']])
    expect(standing(told({ c: 'a', a: 'b', b: 'c' }))).toEqual({ a: 'circle', b: 'circle', c: 'circle' })
  })

  test('takes in neither the root that feeds it nor what repeats it', () => {
    const reports = told({ root: '', a: 'b root', b: 'a', after: 'b' })
    expect(circles(reports)).toEqual([['a', 'b']])
    expect(standing(reports)).toEqual({ root: 'root', a: 'circle', b: 'circle', after: 'derived' })
  })

  test('is one of several, each by itself, and two that share a member are one', () => {
    expect(new Set(circles(told({ a: 'b', b: 'a', c: 'd', d: 'c', e: 'e' })).map(String))).toEqual(new Set(['a,b', 'c,d', 'e']))
    expect(circles(told({ a: 'b c', b: 'a', c: 'a' }))).toEqual([['a', 'b', 'c']])
  })

  test('is not made by two ways to one root, nor by a way one way only', () => {
    expect(circles(told({ a: '', b: 'a', c: 'a', d: 'b c' }))).toEqual([])
    expect(circles(told({ a: '', b: 'a', c: 'b' }))).toEqual([])
  })

  test('is open where one of its members does not count', () => {
    expect(circles(told({ a: 'b', b: 'c' }))).toEqual([])
  })

  test('is found wherever every report of some can be reached from itself, and nowhere else', () => {
    const graphs = fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 1, maxLength: 8 }).map((parents) =>
      parents.map((from, i) => says(`r${i}`, 'client', 1, { derivedFrom: from.map((parent) => `r${parent % parents.length}`) })),
    )
    fc.assert(fc.property(graphs, (reports) => {
      const goingRound = reports.map(({ id }) => id).filter((id) => reached(id, reports).has(id))
      expect(circles(reports).flat().toSorted()).toEqual(goingRound)
      for (const circle of circles(reports)) for (const one of circle) expect([...reached(one, reports)]).toEqual(expect.arrayContaining([...circle]))
    }))
  })

  test('may be ten thousand long', () => {
    const ring = Array.from({ length: 10_000 }, (_, i) => says(`r${i}`, 'client', 1, { derivedFrom: [`r${(i + 1) % 10_000}`] }))
    expect(circles(ring).map((circle) => circle.length)).toEqual([10_000])
  })
})

test('an origin is shared where more than one root has it', () => {
  const origin = (id: string) => ({ origin: { id } })
  const reports = [
    says('a', 'client', 1, origin('o')), foundNobody('b', 'inspector', 1, origin('o')), says('c', 'client', 1, origin('p')),
    says('d', 'client', 1, { ...origin('p'), derivedFrom: ['c'] }), says('e', 'assumption', 1, origin('p')), says('f', 'client', 1),
  ]
  expect(lineageOf(reports).sharedOrigins).toEqual([{ id: 'o', roots: ['a', 'b'] }])
})
