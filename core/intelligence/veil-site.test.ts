import { describe, expect, test } from 'vitest'
import { ANALYST, later, reportOn, siteOf } from '../../tests/site-cast.ts'
import type { ActorId } from '../kernel/id.ts'
import type { SiteFact } from './site-facts.ts'
import { veilSite } from './veil-site.ts'

const from = (id: string, source: string): SiteFact => ({ type: 'report/received', report: reportOn(id, { kind: 'informant-tested', source: { id: source } }) })
const task = (id: string, source: string, owner: string): SiteFact => ({ type: 'task/set', task: { id, question: 'Who opens?', kind: 'informant-tested', source, owner: owner as ActorId, due: later(5), before: 0.5, yes: 0.8, no: 0.2 } })
const site = siteOf(from('R1', 'source-one'), from('R2', 'source-two'), from('R3', 'source-one'), task('T1', 'source-one', 'handler-one'), task('T2', 'source-two', 'handler-one'))
const records = new Map([['source-one', { hits: 3, misses: 1 }], ['source-two', {}]])
const veiled = new Set(['source-one'])

describe('a site with a protected source', () => {
  test('shows them under an id of this site alone, each report of theirs alike, with the record that the number rests on', () => {
    const seen = veilSite(site, records, { veiled, reader: 'colleague-one' })
    expect(seen.site.reports.map(({ report }) => [report.source?.id, report.kind])).toEqual([['protected-1', 'informant-tested'], ['source-two', 'informant-tested'], ['protected-1', 'informant-tested']])
    expect(seen.records.get('protected-1')).toEqual({ hits: 3, misses: 1 })
    expect(JSON.stringify([seen.site.reports, [...seen.records]])).not.toContain('source-one')
  })

  test('keeps their tasks from everybody but who set them and whose they are', () => {
    const hiddenFrom = (reader: string) => [...veilSite(site, records, { veiled, reader }).hiddenTasks]
    expect(hiddenFrom('colleague-one')).toEqual(['T1'])
    for (const reader of ['handler-one', ANALYST]) expect(hiddenFrom(reader)).toEqual([])
  })

  test('is as it stands for those who answer for them', () => {
    expect(veilSite(site, records, { veiled: new Set(), reader: 'handler-one' })).toEqual({ site, records, hiddenTasks: new Set() })
  })
})
