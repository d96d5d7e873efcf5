import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newSecret } from './box.ts'
import { CHECK_WORDS } from './check-words.ts'
import { lineOfShare, rebuilt, shareIn, sharesOf, type Share } from './recovery-shares.ts'

const secret = newSecret()
const five = sharesOf(secret, { of: 5, need: 3 })
const some = (...numbers: readonly number[]): readonly Share[] => numbers.map((number) => five[number - 1]!)
/** A share somebody made up, or altered knowing how its words are reckoned. */
const forged = (number: number): Share => {
  const [share] = some(number) as [Share]
  return { ...share, point: { at: number, bytes: share.point.bytes.map((byte, index) => (index === 9 ? byte ^ 1 : byte)) } }
}

test('any three of five rebuild the master key, and all five do', () => {
  for (const numbers of [[1, 2, 3], [5, 3, 1], [2, 4, 5], [1, 2, 3, 4, 5], [2, 2, 3, 4]]) expect([numbers, rebuilt(some(...numbers))]).toEqual([numbers, { accepted: true, secret, wrong: [] }])
})

test('two of five do not, nor one brought twice', () => {
  expect(rebuilt(some(1, 4))).toEqual({ accepted: false, refusal: { code: 'shares/too-few', have: 2, need: 3 } })
  expect(rebuilt(some(1, 1, 4))).toEqual({ accepted: false, refusal: { code: 'shares/too-few', have: 2, need: 3 } })
  expect(rebuilt([])).toMatchObject({ accepted: false, refusal: { code: 'shares/too-few' } })
})

test('a wrong share among enough is named and left aside, even two of them', () => {
  expect(rebuilt([forged(2), ...some(1, 3, 5)])).toEqual({ accepted: true, secret, wrong: [2] })
  const [other] = some(1) as [Share]
  const twisted = { ...other, point: { at: 1, bytes: other.point.bytes.map((byte, index) => (index === 20 ? byte ^ 7 : byte)) } }
  expect(rebuilt([forged(2), twisted, ...some(3, 4, 5)])).toEqual({ accepted: true, secret, wrong: [2, 1] })
})

test('a wrong share among no more than are needed is seen, and no wrong key comes of it', () => {
  expect(rebuilt([forged(2), ...some(1, 3)])).toEqual({ accepted: false, refusal: { code: 'shares/one-is-wrong' } })
  expect(rebuilt([forged(2), ...some(2, 1)])).toEqual({ accepted: false, refusal: { code: 'shares/wrong', share: 2 } })
})

test('a share of another time is named', () => {
  const [other] = sharesOf(secret, { of: 5, need: 3 }).slice(3)
  expect(rebuilt([...some(1, 2), other!])).toEqual({ accepted: false, refusal: { code: 'shares/other-set', share: 4 } })
})

test('a share on paper is read back, in small letters, with other spaces, and with O for 0 and L for 1', () => {
  for (const share of five) {
    const line = lineOfShare(share)
    expect(line).toMatch(/^share [1-5] of 5, any 3, set [0-9A-Z]{8}: ([0-9A-Z]{5} ){23}[0-9A-Z], check:( [a-z]+){4}$/)
    for (const typed of [line, line.toLowerCase(), line.replaceAll(' ', '  '), `on a sheet: ${line}\n`, line.replaceAll(/(?<=: .*)0(?=.*, check)/g, 'O').replaceAll(/(?<=: .*)1(?=.*, check)/g, 'l')]) expect(shareIn(typed)).toEqual({ ...share, point: { at: share.point.at, bytes: Uint8Array.from(share.point.bytes) } })
  }
})

test('any one letter or figure misread is seen', () => {
  const line = lineOfShare(five[0]!)
  const from = line.indexOf(': ') + 2
  fc.assert(fc.property(fc.integer({ min: 0, max: line.length - 1 }), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')), (at, letter) => {
    const old = line[at] ?? ''
    fc.pre(/[0-9A-Z]/.test(old) && old !== letter && (at >= from || /\d/.test(old)))
    expect([null, 'misread']).toContain(shareIn(line.slice(0, at) + letter + line.slice(at + 1)))
  }), { numRuns: 500 })
  expect([shareIn('nothing of the kind'), shareIn(line.replace(/\w+$/, 'nonsense')), shareIn(line.replace(/ [0-9A-Z]{5},? /, ' '))]).toEqual([null, 'misread', 'misread'])
})

test('the words of the check are sixty-four, none twice', () => {
  expect([CHECK_WORDS.length, new Set(CHECK_WORDS).size]).toEqual([64, 64])
})
