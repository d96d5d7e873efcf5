import { describe, expect, test } from 'vitest'
import { answered, ASKED_AT, inDays, received, told } from '../../tests/rights-cast.ts'
import type { Access } from '../../core/kernel/access.ts'
import type { RequestFact } from '../../core/rights/request-facts.ts'
import { fileRequestFact, readRequestFact, requestStream } from './request-filing.ts'

const LEAVE = {} as Access
const EVERY: readonly RequestFact[] = [
  received, answered(), told,
  { type: 'request/identity-checked', identity: 'known-to-partner', mandate: 'seen', goBetweenIs: 'in-no-file', says: 'The shelter knows them' },
  { type: 'request/extended', until: inDays(60), reason: 'Three archives' },
  { type: 'request/holding-noted', file: 'source/source-1', report: null, basis: 'task-of-authority', says: 'Their identity' },
  { type: 'request/correction-made', file: 'site/site-1', entry: null, says: 'Born later' },
  { type: 'request/restricted', file: 'site/site-1', because: 'accuracy-contested', says: 'Never there' },
  { type: 'request/restriction-lifted', file: 'site/site-1', toldBefore: 'yes', because: 'Settled' },
  { type: 'request/forgetting-asked', asking: 'asking-1', file: 'source/source-1' },
  { type: 'request/complaint-forwarded', to: 'The authority', at: inDays(20), says: 'They disagree' },
  { type: 'request/closed', because: 'told', says: 'Done' },
]

describe('a fact of a request', () => {
  test.each(EVERY)('comes back as it was filed: $type', (fact) => {
    const filed = fileRequestFact('request-1', fact)
    expect([filed.type, filed.told?.about]).toEqual([fact.type, 'request/request-1'])
    expect(readRequestFact({ type: filed.type, said: filed.told?.said ?? null }, LEAVE)).toEqual(fact)
  })

  test('shows in clear whose it is, what for and by when, which file is contested, and nothing else', () => {
    expect(EVERY.map((fact) => fileRequestFact('request-1', fact).clear).filter((clear) => Object.keys(clear).length > 0)).toEqual([
      { organisation: 'unit', wants: 'know', receivedAt: ASKED_AT }, { toldAt: inDays(12) }, { until: inDays(60) }, { file: 'site/site-1' }, { file: 'site/site-1' },
    ])
  })

  test('reads as withheld once its key is gone, and never as the words of another', () => {
    expect(readRequestFact({ type: 'request/answered', said: 'forgotten' }, LEAVE)).toEqual({ type: 'words/withheld', of: 'request/answered', words: 'forgotten' })
    const { told: words } = fileRequestFact('request-1', answered())
    expect(() => readRequestFact({ type: 'request/closed', said: words?.said ?? null }, LEAVE)).toThrow('holds the words of another')
    expect(() => readRequestFact({ type: 'request/closed', said: null }, LEAVE)).toThrow('has no words')
    expect(requestStream('request-1')).toBe('request/request-1')
  })
})
