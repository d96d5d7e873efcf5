import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ago, anyCase, ask, foundNobody, policy, says } from '../../tests/asked.ts'
import { SOURCE_KINDS, type WeighingKind } from '../intelligence/report.ts'
import type { CertaintyCase } from './certainty-case.ts'
import { estimate } from './estimate.ts'
import { nextId, whatWouldChange } from './what-would-change.ts'

const known = ask([says('a', 'escaped-victim', 6)])
const changeOf = (asked: CertaintyCase, kind: WeighingKind) => whatWouldChange(asked, policy).find((change) => change.kind === kind)!
const probabilityOf = (asked: CertaintyCase): number => estimate(asked, policy).probability

describe('what one more report would change', () => {
  test('is told for every kind that weighs, and for no assumption', () => {
    expect(whatWouldChange(known, policy).map(({ kind }) => kind)).toEqual(SOURCE_KINDS.filter((kind) => kind !== 'assumption'))
  })

  test('is the number after that report, made at the instant of asking', () => {
    const asked = { ...known, knownAt: ago(2) }
    expect(changeOf(asked, 'undercover-contact')).toEqual({
      kind: 'undercover-contact',
      yes: probabilityOf({ ...asked, reports: [...asked.reports, says('z', 'undercover-contact', 2)] }),
      no: probabilityOf({ ...asked, reports: [...asked.reports, foundNobody('z', 'undercover-contact', 2, { sensitivity: 0.7, specificity: 0.9 })] }),
    })
  })

  test('is the number after a report at the hour itself, where the asking comes later', () => {
    const after = probabilityOf({ ...known, reports: [...known.reports, says('z', 'inspector', 0)] })
    expect(changeOf({ ...known, knownAt: ago(-5) }, 'inspector').yes).toBe(after)
    expect(changeOf(known, 'inspector').yes).toBe(after)
  })

  test('has no "no" for those one waits for and never sends: nobody under control is asked to look', () => {
    const waitedFor = whatWouldChange(known, policy).filter(({ no }) => no === null).map(({ kind }) => kind)
    expect(waitedFor).toEqual([
      'escaped-victim', 'rescued-victim', 'victim-on-site', 'ngo-disclosure', 'family-or-coworker', 'client', 'tip-detailed', 'tip-bare', 'open-source',
    ])
  })

  test('raises the number by a yes and lowers it by a no; a yes that ends a shock also slows the way back to the base rate', () => {
    fc.assert(fc.property(anyCase, (any) => {
      const asked = { ...any, shocks: [] }
      const before = probabilityOf(asked)
      for (const { yes, no } of whatWouldChange(asked, policy)) {
        expect(yes).toBeGreaterThanOrEqual(before - 1e-12)
        expect(no ?? 0).toBeLessThanOrEqual(before + 1e-12)
      }
    }))
  })

  test('comes from a report that no other can be taken for', () => {
    fc.assert(fc.property(anyCase, (asked) => {
      const ids = asked.reports.map(({ id }) => id)
      expect(ids).not.toContain(nextId(asked))
      expect([...ids, nextId(asked)].toSorted().at(-1)).toBe(nextId(asked))
    }))
    expect(nextId(ask([says('a', 'client', 1), says('a~next', 'client', 1)]))).toBe('a~next~next')
  })
})
