import { expect, test } from 'vitest'
import { GUESSED_FIRST, isFit } from './fit-password.ts'

const person = { sign_in_name: 'n.rivers', name: 'Noor Rivers', must_change: 'no' } as const
const fits = (password: string): boolean => isFit(password, 'the one before it', person)

test.each(['seven boats on the river', '839201746552', 'красный чайник стоит', '七条小船在河上漂流向远方', '!$%&/()=?{}[]', 'the office of my dentist', 'Noor keeps eleven bees'])('%s is a password, whatever it is made of', (password) => expect(fits(password)).toBe(true))

test.each(['Daylight2031!', 'passwordpassword', 'daylight-police-1', 'Administrator123', '123456789012', 'abcdefghijkl', 'aaaaaaaaaaaaaaa', 'qwertyuiop1234', 'n.rivers-2031', 'NoorRivers1234', 'rivers rivers rivers', 'the one before it', 'THE ONE BEFORE IT'])(
  '%s is guessed first, and is none',
  (password) => expect(fits(password)).toBe(false),
)

test('every word that is guessed first is no password by itself, however often it stands there', () => {
  expect(GUESSED_FIRST.filter((word) => fits(`${word}${word}${word}`))).toEqual([])
})

test('a one-time password does not become the one that stays', () => {
  expect(isFit('ABCDE FGHJK mnpqr', 'abcde-fghjk-mnpqr', { ...person, must_change: 'yes' })).toBe(false)
})
