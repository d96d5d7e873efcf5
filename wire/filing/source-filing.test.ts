import { describe, expect, test } from 'vitest'
import { leave } from '../../tests/ledger-cast.ts'
import { ANALYST, later } from '../../tests/site-cast.ts'
import type { SourceFact } from '../../core/intelligence/source-facts.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import { fileSourceFact, readSourceFact, sourceStream } from './source-filing.ts'

const access = leave('source/source-one')
const charge = { handler: ANALYST, controller: 'controller-one' as typeof ANALYST }
const FACTS: readonly (readonly [SourceFact, string, object])[] = [
  [{ type: 'source/registered', kind: 'informant-tested', codeName: 'larch-204', protected: 'yes', underControl: 'unknown', ...charge }, 'source/source-one', { codeName: 'larch-204', ...charge }],
  [{ type: 'source/identified', person: 'person-one', identity: { name: 'Marked', contact: 'Marked', says: 'Marked' } }, 'person/person-one', {}],
  [{ type: 'source/charge-given', ...charge, because: 'Marked' }, 'source/source-one', charge],
  [{ type: 'source/standing-noted', protected: 'no', underControl: 'unknown', because: 'Marked' }, 'source/source-one', {}],
  [{ type: 'source/risk-noted', risk: 'raised', says: 'Marked' }, 'source/source-one', {}],
  [{ type: 'source/contact-made', at: later(1), with: ANALYST, says: 'Marked' }, 'source/source-one', {}],
  [{ type: 'source/outcome-judged', report: 'report-one', outcome: 'borne-out', because: 'Marked' }, 'source/source-one', {}],
  [{ type: 'source/tasked', task: 'task-one', site: 'site-one', says: 'Marked' }, 'source/source-one', {}],
  [{ type: 'source/risk-noted', risk: 'raised', says: 'Marked', reviewBy: later(30) }, 'source/source-one', { reviewBy: later(30) }],
  [{ type: 'source/contact-made', at: later(1), with: ANALYST, says: 'Marked', how: 'in-person', where: 'Marked', nextBy: later(9) }, 'source/source-one', { nextBy: later(9) }],
  [{ type: 'source/authorised', use: 'juvenile', by: ANALYST, from: later(0), until: later(120), reviewBy: later(28), conduct: 'Marked', because: 'Marked' }, 'source/source-one', { until: later(120), reviewBy: later(28) }],
  [{ type: 'source/use-reviewed', by: ANALYST, reviewBy: later(55), says: 'Marked' }, 'source/source-one', { reviewBy: later(55) }],
  [{ type: 'source/use-cancelled', because: 'Marked' }, 'source/source-one', {}],
  [{ type: 'source/ended', ground: 'unknown', says: 'Marked' }, 'source/source-one', {}],
  [{ type: 'source/recruited', at: later(0), by: ANALYST, says: 'Marked' }, 'source/source-one', {}],
  [{ type: 'source/authority-noted', authority: 'Marked', knownThereAs: 'Marked' }, 'source/source-one', {}],
  [{ type: 'source/welfare-noted', says: 'Marked', done: 'Marked' }, 'source/source-one', {}],
  [{ type: 'source/information-noted', report: 'report-one', says: 'Marked', passedOn: null }, 'source/source-one', {}],
  [{ type: 'source/benefit-given', at: later(1), what: 'payment', money: { minor: 5000, currency: 'EUR' }, decidedBy: ANALYST, because: 'Marked' }, 'source/source-one', {}],
]

describe('a fact of a source, filed', () => {
  test.each(FACTS)('$type is sealed for $1, who they are apart from the rest, and is read back as it was told', (fact, about, clear) => {
    const filed = fileSourceFact('source-one', fact)
    expect([filed.told?.about, filed.clear]).toEqual([about, clear])
    const stored = JSON.parse(filed.told!.said.sealedWith((words) => JSON.stringify(words))) as unknown
    expect(readSourceFact({ type: filed.type, said: new Sensitive(stored) }, access)).toEqual(fact)
  })

  test.each(FACTS)('$type shows no word, no kind and no standing to whoever prints it', (fact) => {
    expect(JSON.stringify(fileSourceFact('source-one', fact))).not.toMatch(/Marked|informant|unknown|raised|borne-out|report-one|site-one|juvenile|payment|5000|in-person/)
  })

  test('reads as withheld where its words are gone', () => {
    expect(readSourceFact({ type: 'source/identified', said: 'forgotten' }, access)).toEqual({ type: 'words/withheld', of: 'source/identified', words: 'forgotten' })
    expect(() => readSourceFact({ type: 'source/identified', said: null }, access)).toThrow('has no words')
    expect(() => readSourceFact({ type: 'source/tasked', said: new Sensitive({ type: 'source/identified' }) }, access)).toThrow('words of another')
    expect(sourceStream('source-one')).toBe('source/source-one')
  })
})
