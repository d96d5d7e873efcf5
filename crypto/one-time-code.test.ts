import { generateSync } from 'otplib'
import { describe, expect, test } from 'vitest'
import { keyOf, newSecret } from './box.ts'
import { newCodeSecret, stepOfCode, wrapCodeSecret } from './one-time-code.ts'

const master = keyOf(newSecret())
const AT = Date.UTC(2031, 2, 3, 8)
const STEP = AT / 30_000
const { secret } = newCodeSecret('invented')
const box = wrapCodeSecret(master, 'person-1', secret)
const codeOf = (step: number): string => generateSync({ strategy: 'totp', secret, epoch: step * 30, period: 30 })
const step = (code: string, lastStep = 0): number | null => stepOfCode(master, 'person-1', box, code, AT, lastStep)

describe('a code of a telephone', () => {
  test('is reckoned as RFC 6238 has it', () => {
    const ofTheRfc = Buffer.from('12345678901234567890', 'ascii')
    expect(generateSync({ strategy: 'totp', secret: new Uint8Array(ofTheRfc), epoch: 1_111_111_109, digits: 8 })).toBe('07081804')
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  })

  test('is of this step or a neighbour, with whatever spaces it is typed', () => {
    expect([-2, -1, 0, 1, 2].map((off) => step(codeOf(STEP + off)))).toEqual([null, STEP - 1, STEP, STEP + 1, null])
    expect(step(` ${codeOf(STEP).replace(/^.../, '$& ')} `)).toBe(STEP)
    for (const other of ['', '12345', '1234567', 'abcdef', '１２３４５６']) expect(step(other)).toBeNull()
  })

  test('of a step that was taken, or of one before it, counts no more', () => {
    expect([-1, 0, 1].map((off) => step(codeOf(STEP + off), STEP))).toEqual([null, null, STEP + 1])
  })

  test('comes out of a box that says nothing of it and opens for its owner alone', () => {
    expect(Buffer.from(box, 'base64').toString('latin1')).not.toContain(secret)
    expect(() => stepOfCode(master, 'person-2', box, codeOf(STEP), AT, 0)).toThrow('does not open')
    expect(() => stepOfCode(keyOf(newSecret()), 'person-1', box, codeOf(STEP), AT, 0)).toThrow('does not open')
  })
})
