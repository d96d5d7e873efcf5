import { expect, test } from 'vitest'
import { byWhose, dueLines, type DueSent } from './due-lines.ts'

const at = { site: 'site-one', siteNumber: 'S-1' }
const DUE: DueSent = {
  now: '2031-03-03T08:00:00.000Z',
  tasks: [{ ...at, task: 'task-one', owner: 'me', due: '2031-03-05T08:00:00.000Z' }],
  leads: [
    { ...at, report: 'R1', owner: 'other', verifyBy: '2031-03-01T08:00:00.000Z', reviewBy: '2031-04-01T08:00:00.000Z', because: 'verify-by' },
    { ...at, report: 'R2', owner: 'me', verifyBy: null, reviewBy: '2031-03-02T08:00:00.000Z', because: 'review-by' },
  ],
  leadsNobodyHas: [{ ...at, count: 2 }],
  plans: [{ plan: 'plan-one', number: 'P-1', ...at, owner: 'other', reviewBy: '2031-03-04T08:00:00.000Z', standing: 'refused' }],
  reviews: [{ ...at, report: 'R3', reviewBy: '2031-03-20T08:00:00.000Z' }],
  sources: [{ source: 'source-one', owner: 'me', by: '2031-03-06T08:00:00.000Z' }],
  names: {},
}

test('what is owed is one list: what has no day first, then by day', () => {
  expect(dueLines(DUE).map(({ key, due }) => [key, due?.slice(0, 10) ?? null])).toEqual([
    ['nobody site-one', null], ['lead R1', '2031-03-01'], ['lead R2', '2031-03-02'], ['plan plan-one', '2031-03-04'], ['task task-one', '2031-03-05'], ['source source-one', '2031-03-06'], ['review R3', '2031-03-20'],
  ])
})

test('what oneself owes is told apart; what nobody has is not one’s own', () => {
  const { mine, others } = byWhose(dueLines(DUE), 'me')
  expect(mine.map(({ key }) => key)).toEqual(['lead R2', 'task task-one', 'source source-one'])
  expect(others).toHaveLength(4)
  expect(byWhose(dueLines(DUE), null).mine).toEqual([])
})
