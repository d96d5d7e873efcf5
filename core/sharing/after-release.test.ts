import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMPLETE, factOn, PARTNER, preparedOn, SAFE, SECOND, shareEntry, shareOf, who, WRITER } from '../../tests/share-cast.ts'
import { MORNING } from '../../tests/site-cast.ts'
import type { ActorId } from '../kernel/id.ts'
import { afterRelease, type AfterRelease } from './after-release.ts'
import type { ShareFact } from './share-facts.ts'
import { awaitsReview, foldShare, isAcknowledged } from './share.ts'

const left = { says: 'Please keep places ready', facts: [] }
const RELEASED: readonly [ShareFact, ActorId] = [{ type: 'share/released', left, knownAt: MORNING }, SECOND]
const AT_ONCE: readonly [ShareFact, ActorId] = [{ type: 'share/released-at-once', left, knownAt: MORNING, because: 'Fire', told: [who('a'), who('b')], passedOver: [] }, WRITER]
const RECALLED: readonly [ShareFact, ActorId] = [{ type: 'share/recalled', ground: 'error', says: 'The number was wrong' }, SECOND]
const ACKNOWLEDGED: AfterRelease = { type: 'share/acknowledged', edition: 1 }
const CORRECTED: AfterRelease = { type: 'share/corrected', passed: { says: 'Two places, not twelve', facts: [SAFE] }, because: 'Counted again' }
const after = (command: AfterRelease, before: readonly (readonly [ShareFact, ActorId])[], by: ActorId = PARTNER) => afterRelease(command, shareOf(preparedOn([SAFE]), ...before), { by, reports: COMPLETE.reports })
const refused = (code: string, more: object = {}) => ({ accepted: false, refusal: { code, ...more } })

describe('what was passed on', () => {
  test('is acknowledged once it left, and not before', () => {
    expect(after(ACKNOWLEDGED, [])).toEqual(refused('share/not-released'))
    expect(after(ACKNOWLEDGED, [RELEASED])).toEqual({ accepted: true, facts: [ACKNOWLEDGED] })
  })
  test('is called back once', () => {
    expect(after(RECALLED[0] as AfterRelease, [RELEASED], SECOND)).toMatchObject({ accepted: true })
    for (const command of [RECALLED[0] as AfterRelease, ACKNOWLEDGED, CORRECTED]) expect(after(command, [RELEASED, RECALLED], SECOND)).toEqual(refused('share/recalled-already'))
  })
  test('that was called back is answered for: deleted, or kept with a reason', () => {
    const kept = (because: string): AfterRelease => ({ type: 'share/recall-acknowledged', outcome: 'kept', because })
    expect(after(kept('The court ordered it'), [RELEASED])).toEqual(refused('share/not-recalled'))
    expect(after(kept(' '), [RELEASED, RECALLED])).toEqual(refused('share/kept-without-reason'))
    expect(after(kept('The court ordered it'), [RELEASED, RECALLED])).toMatchObject({ accepted: true })
    expect(after({ type: 'share/recall-acknowledged', outcome: 'deleted', because: '' }, [RELEASED, RECALLED])).toMatchObject({ accepted: true })
  })
  test('that is corrected waits for somebody else again, while those who have it read what they had', () => {
    expect(after(CORRECTED, [RELEASED], SECOND)).toMatchObject({ accepted: true })
    const share = shareOf(preparedOn([SAFE]), RELEASED, [CORRECTED, SECOND])
    expect([share.draft?.by, share.draft?.passed.says, share.editions.at(-1)?.left.says]).toEqual([SECOND, 'Two places, not twelve', left.says])
    expect(after({ ...CORRECTED, passed: { says: 'x', facts: [factOn('a', ['lost'])] } }, [RELEASED])).toEqual(refused('share/no-such-report', { reports: ['lost'] }))
  })
  test('that was corrected is acknowledged anew', () => {
    const twice = shareOf(preparedOn([SAFE]), RELEASED, [ACKNOWLEDGED, PARTNER], [CORRECTED, SECOND], RELEASED)
    expect([isAcknowledged(shareOf(preparedOn([SAFE]), RELEASED, [ACKNOWLEDGED, PARTNER])), isAcknowledged(twice), isAcknowledged(shareOf(preparedOn([SAFE])))]).toEqual([true, false, false])
  })
  test('at once is looked at afterwards by somebody else', () => {
    const review: AfterRelease = { type: 'share/reviewed', says: 'Right, the place was burning' }
    expect(awaitsReview(shareOf(preparedOn([SAFE]), AT_ONCE))).toBe(true)
    expect(after(review, [AT_ONCE], WRITER)).toEqual(refused('share/own-release'))
    expect(after(review, [AT_ONCE], SECOND)).toMatchObject({ accepted: true })
    expect(awaitsReview(shareOf(preparedOn([SAFE]), AT_ONCE, [review, SECOND]))).toBe(false)
    expect(after(review, [RELEASED], SECOND)).toEqual(refused('share/nothing-to-review'))
  })
})

describe('the file of something passed on', () => {
  const entries = [[{ type: 'share/prepared', ...preparedOn([SAFE]) }, WRITER] as const, RELEASED, [ACKNOWLEDGED, PARTNER] as const, RECALLED].map(([fact, by], i) => shareEntry(fact as ShareFact, i + 1, by))
  test('says the same however its entries are listed', () =>
    fc.assert(fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      expect(foldShare(shuffled)).toEqual(foldShare(entries))
    })))
  test('is none where nothing was prepared or the words are gone, and goes on where a later word is', () => {
    expect(foldShare([])).toBeNull()
    expect(foldShare([shareEntry({ type: 'words/withheld', of: 'share/prepared', words: 'forgotten' }, 1), shareEntry(RELEASED[0], 2)])).toBeNull()
    expect(foldShare([entries[0]!, shareEntry({ type: 'words/withheld', of: 'share/reviewed', words: 'missing' }, 2)])).toMatchObject({ version: 2 })
  })
})
