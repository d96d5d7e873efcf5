import { describe, expect, test } from 'vitest'
import { hashPassword, isPassword } from './password.ts'

const stored = await hashPassword('the river runs quietly')

describe('a password', () => {
  test('is stored as a hash in the PHC format, with the parameters of RFC 9106 and a salt of its own', async () => {
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(stored).not.toContain('river')
    expect(await hashPassword('the river runs quietly')).not.toBe(stored)
  })

  test('is known again, and no other is', async () => {
    expect(await isPassword('the river runs quietly', stored)).toBe(true)
    for (const other of ['the river runs quietl', 'the river runs quietly ', 'The river runs quietly', '']) expect(await isPassword(other, stored)).toBe(false)
  })

  test('is the same however the keyboard puts its letters together', async () => {
    expect(await isPassword('caf\u0065\u0301 at the corner', await hashPassword('caf\u00e9 at the corner'))).toBe(true)
  })

  test('of nobody is never right', async () => {
    expect(await isPassword('the river runs quietly', null)).toBe(false)
  })

  test('in a form that is not known is a fault and not a wrong password', async () => {
    await expect(isPassword('x', 'plain')).rejects.toThrow('in no form that is known')
    await expect(isPassword('x', '')).rejects.toThrow('in no form that is known')
  })
})
