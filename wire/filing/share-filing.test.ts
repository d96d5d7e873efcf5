import { describe, expect, test } from 'vitest'
import { leave } from '../../tests/ledger-cast.ts'
import { PARTNER, preparedOn, SAFE, SHELTER, who } from '../../tests/share-cast.ts'
import { later } from '../../tests/site-cast.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import type { ShareFact } from '../../core/sharing/share-facts.ts'
import { fileShareFact, readShareFact, shareStream } from './share-filing.ts'

const access = leave('share/share-one')
const SECRET = 'Marked'
const passed = { says: SECRET, facts: [{ ...SAFE, says: SECRET }] }
const left = { says: SECRET, facts: [] }
const grounds = { bases: ',task-of-authority,', controllers: ',unit,' }
const FACTS: readonly (readonly [ShareFact, object])[] = [
  [{ type: 'share/prepared', ...preparedOn(passed.facts, { passed, purpose: SECRET, conditions: SECRET, returnBy: later(9), to: { organisation: SHELTER, audience: 'named-recipients', named: [PARTNER] } }) },
    { file: 'site/site-one', from: 'unit', to: 'shelter-house', named: ',case-worker-one,', content: 'tasking', asks: 'keep-places-ready', returnBy: later(9), ...grounds }],
  [{ type: 'share/checked', answers: [{ fact: 'places', exposure: 'one-source', how: 'risk-accepted', ground: 'source-is-safe', because: SECRET }], says: SECRET }, {}],
  [{ type: 'share/released', left, knownAt: later(1) }, {}],
  [{ type: 'share/released-at-once', left, knownAt: later(1), because: SECRET, told: [who('b'), who('a')], passedOver: ['share/findings-open'] }, { told: ',a,b,' }],
  [{ type: 'share/reviewed', says: SECRET }, {}],
  [{ type: 'share/acknowledged', edition: 1 }, {}],
  [{ type: 'share/recalled', ground: 'error', says: SECRET }, { ground: 'error' }],
  [{ type: 'share/recall-acknowledged', outcome: 'kept', because: SECRET }, { outcome: 'kept' }],
  [{ type: 'share/corrected', passed, because: SECRET }, grounds],
]

describe('a fact of something passed on, filed', () => {
  test.each(FACTS)('$type is sealed under a key of its own, and is read back as it was told', (fact, clear) => {
    const filed = fileShareFact('share-one', fact)
    expect([filed.told?.about, filed.clear]).toEqual(['share/share-one', clear])
    const stored = JSON.parse(filed.told!.said.sealedWith((words) => JSON.stringify(words))) as unknown
    expect(readShareFact({ type: filed.type, said: new Sensitive(stored) }, access)).toEqual(fact)
  })

  test.each(FACTS)('$type shows no word, no report and no finding to whoever prints it', (fact) => {
    expect(JSON.stringify(fileShareFact('share-one', fact))).not.toMatch(/Marked|worker"|inspector|one-source|findings-open/)
  })

  test('reads as withheld where its words are gone', () => {
    expect(readShareFact({ type: 'share/released', said: 'forgotten' }, access)).toEqual({ type: 'words/withheld', of: 'share/released', words: 'forgotten' })
    expect(() => readShareFact({ type: 'share/released', said: null }, access)).toThrow('has no words')
    expect(() => readShareFact({ type: 'share/released', said: new Sensitive({ type: 'share/reviewed' }) }, access)).toThrow('words of another')
    expect(shareStream('share-one')).toBe('share/share-one')
  })
})
