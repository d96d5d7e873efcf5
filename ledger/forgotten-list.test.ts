import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { signingKey } from '../crypto/signing-key.ts'
import { allForgotten, forgottenAt, forgottenListBeside, ForgottenListFault, readForgotten, textOfForgotten, writeForgotten, type Forgotten } from './forgotten-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'daylight-forgotten-'))
afterAll(() => rmSync(folder, { recursive: true }))

const [ours, other] = [signingKey(join(folder, 'ours.key')), signingKey(join(folder, 'other.key'))]
const gone = (n: number): Forgotten => ({ key: `lot.${n}`, at: '2031-03-03T08:00:00.000Z', kind: n % 2 === 0 ? 'site' : 'person' })
const THREE = [gone(1), gone(2), gone(3)]
const text = textOfForgotten(THREE, ours)
const lines = text.trimEnd().split('\n')
const read = (changed: readonly string[]) => readForgotten(`${changed.join('\n')}\n`, [other.publicKey, ours.publicKey])
const faultOf = (changed: readonly string[]) => {
  const answer = read(changed)
  return answer.accepted ? 'accepted' : [answer.refusal.code, answer.refusal.line]
}

describe('the list of forgotten keys', () => {
  test('says which keys, when, under what kind of words, and not whose', () => {
    expect(read(lines)).toEqual({ accepted: true, forgotten: THREE, signer: ours.publicKey.id })
    expect(readForgotten(textOfForgotten([], ours), [ours.publicKey])).toEqual({ accepted: true, forgotten: [], signer: ours.publicKey.id })
    expect(lines[1]).toMatch(/^\{"key":"lot\.1","at":"2031-03-03T08:00:00\.000Z","kind":"person","before":"[0-9a-f]{64}"\}$/)
  })

  test('is refused with its line where one was taken out, put in, changed, moved or cut off', () => {
    const [head = '', one = '', two = '', three = '', end = ''] = lines
    expect([
      faultOf([head, one, three, end]), faultOf([head, one, one, two, three, end]), faultOf([head, one, two.replace('lot.2', 'lot.9'), three, end]), faultOf([head, two, one, three, end]),
      faultOf([head, one, two, end]), faultOf([head, one, two, three]), faultOf([head, one, two]), faultOf([head]), faultOf([]), faultOf([...lines, three]), faultOf([head, one, 'nonsense', three, end]),
    ]).toEqual([
      ['forgotten/altered', 3], ['forgotten/altered', 3], ['forgotten/altered', 4], ['forgotten/altered', 2],
      ['forgotten/altered', 4], ['forgotten/cut-short', 5], ['forgotten/cut-short', 4], ['forgotten/cut-short', 2], ['forgotten/not-a-list', 1], ['forgotten/more-after-its-end', 6], ['forgotten/unreadable-line', 3],
    ])
    expect(readForgotten(text.slice(0, -1), [ours.publicKey])).toMatchObject({ refusal: { code: 'forgotten/cut-short' } })
  })

  test('is refused where somebody else wrote it, though every line follows the one before', () => {
    const forged = textOfForgotten([gone(1)], { ...ours, sign: other.sign }).trimEnd().split('\n')
    expect([faultOf(forged), readForgotten(text, [other.publicKey])]).toEqual([['forgotten/forged', 3], { accepted: false, refusal: { code: 'forgotten/other-key', line: 1 } }])
    expect(faultOf([lines[0]!.replace('"format":1', '"format":2'), ...lines.slice(1)])).toEqual(['forgotten/unknown-format', 1])
  })

  test('shows every change of a single letter', () => {
    fc.assert(fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'x', '"', '\n', ' '), (at, letter) => {
      fc.pre(text[at] !== letter)
      expect(readForgotten(text.slice(0, at) + letter + text.slice(at + 1), [ours.publicKey]).accepted).toBe(false)
    }), { numRuns: 300 })
  })

  test('is written whole, for its owner alone, and read back; where there is none, nothing is', () => {
    const path = forgottenListBeside(join(folder, 'master.key'))
    expect(forgottenAt(path, [ours.publicKey])).toBeNull()
    writeForgotten(path, THREE, ours)
    writeForgotten(path, [...THREE, gone(4)], ours)
    expect([forgottenAt(path, [ours.publicKey]), statSync(path).mode & 0o777]).toEqual([[...THREE, gone(4)], 0o600])
    writeFileSync(path, readFileSync(path, 'utf8').replace('lot.3', 'lot.8'))
    expect(() => forgottenAt(path, [ours.publicKey])).toThrow(ForgottenListFault)
  })

  test('is the union of several, each key once, in the order in which they were told', () => {
    expect(allForgotten([gone(1), gone(2)], [{ ...gone(2), at: 'later' }, gone(3)])).toEqual(THREE)
  })
})
