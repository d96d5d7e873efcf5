import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { otherIdsOf, ownIdsOf, renamed } from './without-site.ts'
import { ANALYST, attemptOn, reportOn, siteOf } from '../../tests/site-cast.ts'
import type { ReportId } from '../../core/kernel/id.ts'

const SITE = siteOf({ type: 'report/received', report: reportOn('escaped-worker') }, { type: 'attempt/made', attempt: attemptOn('night-watch') }, { type: 'words/withheld', of: 'report/received', words: 'forgotten', known: { report: 'report-gone' as ReportId } })

describe('what a plan names of a site that is not for whoever reads it', () => {
  test('goes by ids that tell nothing, each its own', () => {
    const shown = renamed({ support: [{ id: 'work', by: ANALYST, restsOn: ['escaped-worker', 'night-watch', 'report-gone', 'source-one'] }] }, otherIdsOf(SITE))
    expect(shown).toEqual({ support: [{ id: 'work', by: ANALYST, restsOn: ['at-the-site-2', 'at-the-site-3', 'at-the-site-4', 'source-one'] }] })
  })

  test('is told apart again when it is written back', () => {
    const ids = otherIdsOf(SITE)
    fc.assert(fc.property(fc.jsonValue(), fc.subarray([...ids.keys()]), (value, restsOn) => {
      const written = { value, restsOn }
      expect(renamed(renamed(written, ids), ownIdsOf(ids))).toEqual(written)
    }))
  })
})
