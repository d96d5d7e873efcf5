import { describe, expect, test } from 'vitest'
import type { Report } from '../../core/intelligence/report.ts'
import { instant } from '../../core/kernel/instant.ts'
import { lineageLayout } from './lineage-layout.ts'

const report = (id: string, at: number, more: Partial<Report> = {}): Report => ({ id, kind: 'client', finding: 'present', observedAt: instant(at), ...more }) as Report

const columnsOf = (reports: readonly Report[]) => Object.fromEntries(lineageLayout(reports).nodes.map(({ report: { id }, column }) => [id, column]))
const rowsOf = (reports: readonly Report[]) => lineageLayout(reports).nodes.map(({ report: { id } }) => id)

describe('the drawing of who told whom', () => {
  const chain = [report('a', 1), report('b', 2, { derivedFrom: ['a'] }), report('c', 3, { derivedFrom: ['a', 'b'] }), report('other', 1)]

  test('puts each repetition right of everything it repeats', () => {
    expect(columnsOf(chain)).toEqual({ a: 0, b: 1, c: 2, other: 0 })
  })

  test('gives each report one row, a root followed by what comes of it', () => {
    expect(rowsOf(chain)).toEqual(['a', 'b', 'c', 'other'])
  })

  test('keeps a circle together in one column, and what comes of it to the right', () => {
    const circle = [report('x', 1, { derivedFrom: ['y'] }), report('z', 2, { derivedFrom: ['x'] }), report('y', 3, { derivedFrom: ['x'] })]
    expect(columnsOf(circle)).toEqual({ x: 0, y: 0, z: 1 })
    expect(lineageLayout(circle).arrows.filter(({ inCircle }) => inCircle)).toHaveLength(2)
  })

  test('holds a report that rests on itself', () => {
    expect(lineageLayout([report('self', 1, { derivedFrom: ['self'] })]).arrows).toMatchObject([{ inCircle: true }])
  })

  test('brackets the roots of one origin by their rows', () => {
    const [shared] = lineageLayout([report('a', 1, { origin: { id: 'o' } }), report('b', 2), report('c', 3, { origin: { id: 'o' } })]).shared
    expect(shared).toEqual({ id: 'o', rows: [0, 2] })
  })

  test('draws a chain of thousands', () => {
    const long = Array.from({ length: 5000 }, (_, i) => report(`r${i}`, i, i > 0 ? { derivedFrom: [`r${i - 1}`] } : {}))
    expect(lineageLayout(long).columns).toBe(5000)
  })
})
