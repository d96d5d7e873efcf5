import { expect, test } from 'vitest'
import { MORNING } from '../../tests/site-cast.ts'
import { PARTNER, preparedOn, SAFE, SECOND, shareEntry, SHELTER, UNIT, WRITER } from '../../tests/share-cast.ts'
import type { SignedIn } from '../session/sessions.ts'
import { seenFrom } from './share-file.ts'

const somebody = (id: string, organisation: SignedIn['organisation']) => ({ id, organisation }) as SignedIn
const [officer, worker, colleague] = [somebody(SECOND, UNIT), somebody(PARTNER, SHELTER), somebody('case-worker-two', SHELTER)]
const released = shareEntry({ type: 'share/released', left: { says: 'Keep places', facts: [] }, knownAt: MORNING }, 2, SECOND)
const preparedFor = (named: readonly (typeof PARTNER)[]) => shareEntry({ type: 'share/prepared', ...preparedOn([SAFE], { to: { organisation: SHELTER, audience: 'clients', named } }) }, 1, WRITER)

test('what waits is there for those who pass it on, and for nobody else', () => {
  const waiting = [preparedFor([])]
  expect([seenFrom(waiting, officer, 'giver') !== null, seenFrom(waiting, worker, 'receiver'), seenFrom(waiting, worker, 'giver'), seenFrom(waiting, officer, 'receiver')]).toEqual([true, null, null, null])
})

test('what left is there for those it was passed to, and where some are named for them alone', () => {
  expect([worker, colleague].map((who) => seenFrom([preparedFor([]), released], who, 'receiver') !== null)).toEqual([true, true])
  expect([worker, colleague].map((who) => seenFrom([preparedFor([PARTNER]), released], who, 'receiver') !== null)).toEqual([true, false])
})
