import { expect, test } from 'vitest'
import { BLANK_DRAFT, blankReport } from '../blank-draft.ts'
import type { Draft } from '../draft.ts'
import { withSharedOrigin } from './reports.tsx'

const draft: Draft = { ...BLANK_DRAFT, reports: { told: 'some', rows: ['a', 'b', 'c'].map(blankReport) } }
const originsOf = ({ reports }: Draft) => reports.rows.map(({ origin }) => origin?.id)

test('two reports of one origin are given it together', () => {
  expect(originsOf(withSharedOrigin(draft, 'a', 'b'))).toEqual(['origin-of-b', 'origin-of-b', undefined])
})

test('a third joins the origin that is there already', () => {
  expect(originsOf(withSharedOrigin(withSharedOrigin(draft, 'a', 'b'), 'c', 'a'))).toEqual(['origin-of-b', 'origin-of-b', 'origin-of-b'])
})

test('a report leaves its origin and the others keep theirs', () => {
  expect(originsOf(withSharedOrigin(withSharedOrigin(draft, 'a', 'b'), 'a', ''))).toEqual([undefined, 'origin-of-b', undefined])
})
