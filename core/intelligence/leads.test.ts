import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attemptOn, entryOf, fileOf, later, MORNING, reportOn, siteOf } from '../../tests/site-cast.ts'
import type { Attempt } from './attempt.ts'
import type { ActorId, ReportId } from '../kernel/id.ts'
import { closeLead, isOwed, leadsOf, type CloseLead } from './leads.ts'
import type { Report } from './report.ts'
import type { Site, SiteFactRead } from './site.ts'
import { foldSite } from './site-fold.ts'

const accessOf = (report: Report) => report.access ?? 'told'
const a = 'report-one' as ReportId
const owner = 'analyst-two' as ActorId
const received: SiteFactRead = { type: 'report/received', report: reportOn('report-one') }
const made = (changes: Partial<Attempt> = {}): SiteFactRead => ({ type: 'attempt/made', attempt: attemptOn('attempt-one', changes) })
const asked: CloseLead = { report: a, attempt: 'attempt-one', because: 'Nobody lives there', reviewBy: later(30) }
const close = (site: Site, changes: Partial<CloseLead> = {}) => closeLead({ ...asked, ...changes }, site, later(2), accessOf)

describe('what is owed', () => {
  test('is an answer to whoever saw people there, or speaks for one who did', () => {
    expect(isOwed(reportOn('r'), accessOf)).toBe(true)
    expect(isOwed(reportOn('r', { kind: 'tip-bare', access: 'told' }), accessOf)).toBe(true)
    expect(isOwed(reportOn('r', { access: 'inferred' }), accessOf)).toBe(false)
    expect(isOwed(reportOn('r', { kind: 'assumption', access: 'saw' }), accessOf)).toBe(false)
    expect(isOwed(reportOn('r', { finding: 'absent' }), accessOf)).toBe(false)
  })

  test('has nobody to answer for it until it is assigned', () => {
    expect(leadsOf(siteOf(received), accessOf)).toEqual([{ report: a, owner: null, verifyBy: null, reviewBy: null, closed: null }])
    const assigned: SiteFactRead = { type: 'lead/assigned', report: a, owner, verifyBy: later(1), reviewBy: later(5) }
    expect(leadsOf(siteOf(received, assigned), accessOf)).toMatchObject([{ owner, verifyBy: later(1), reviewBy: later(5), closed: null }])
  })

  test('is open again once it is assigned after it was closed', () => {
    const closed: SiteFactRead = { type: 'lead/closed', ...asked }
    const assigned: SiteFactRead = { type: 'lead/assigned', report: a, owner, verifyBy: later(1), reviewBy: later(5) }
    expect(leadsOf(siteOf(received, assigned, closed), accessOf)).toMatchObject([{ owner, reviewBy: later(30), closed: { attempt: 'attempt-one' } }])
    expect(leadsOf(siteOf(received, closed, assigned), accessOf)).toMatchObject([{ owner, reviewBy: later(5), closed: null }])
  })
})

describe('closing a lead', () => {
  test('is kept with its attempt and its review date', () => {
    expect(close(siteOf(received, made()))).toEqual({ accepted: true, facts: [{ type: 'lead/closed', ...asked }] })
  })

  test.each<[string, readonly SiteFactRead[]]>([
    ['nobody went to look', [received]],
    ['somebody looked somewhere else', [received, made({ thisSite: 'no' })]],
    ['somebody looked before the report came in', [received, made({ at: later(-0.5) })]],
    ['somebody is to look tomorrow', [received, made({ at: later(3) })]],
    ['nobody knows when somebody looked', [received, made({ at: 'unknown' })]],
  ])('is refused where %s', (_why, facts) => {
    expect(close(siteOf(...facts))).toEqual({ accepted: false, refusal: { code: 'lead/not-verified', report: a } })
  })

  test('is refused where the attempt that is named is not the one that was made', () => {
    expect(close(siteOf(received, made()), { attempt: 'attempt-two' })).toMatchObject({ refusal: { code: 'lead/not-verified' } })
  })

  test('is refused without a date to look again that is still to come', () => {
    for (const reviewBy of [later(2), MORNING]) expect(close(siteOf(received, made()), { reviewBy })).toMatchObject({ refusal: { code: 'lead/no-review-date' } })
  })

  test('is refused where nobody who saw stands behind the report, and where there is none', () => {
    expect(close(siteOf({ type: 'report/received', report: reportOn('report-one', { access: 'inferred' }) }, made()))).toMatchObject({ refusal: { code: 'lead/not-owed' } })
    expect(close(siteOf(made()))).toMatchObject({ refusal: { code: 'lead/not-owed' } })
  })

  test('never happens without an attempt made after the report was received and by now', () => {
    const days = fc.integer({ min: -60, max: 60 })
    fc.assert(fc.property(days, days, days, (receivedOn, madeOn, now) => {
      const facts: readonly SiteFactRead[] = [{ type: 'report/received', report: reportOn('report-one', { observedAt: later(-60), receivedAt: later(receivedOn) }) }, made({ at: later(madeOn) })]
      const site = foldSite(fileOf(...facts))!
      const { accepted } = closeLead({ ...asked, reviewBy: later(100) }, site, later(now), accessOf)
      expect(accepted).toBe(receivedOn <= madeOn && madeOn <= now)
    }))
  })

  test('counts from when the report was seen, where nothing tells when it came in', () => {
    const { receivedAt: _when, ...report } = reportOn('report-one', { observedAt: later(-4) })
    expect(close(foldSite([...fileOf(), entryOf({ type: 'report/received', report }, 2), entryOf(made({ at: later(-3) }), 3)])!)).toMatchObject({ accepted: true })
  })
})
