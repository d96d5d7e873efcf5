import { describe, expect, test } from 'vitest'
import { namePartsOf } from './name-parts.ts'

describe('the parts of a name', () => {
  test('lose a form of address where two parts are left, and keep it where it may be the name', () => {
    expect(namePartsOf('Dr. Ana de la Cruz')).toEqual(['ana', 'cruz'])
    expect(namePartsOf('Khun Somchai')).toEqual(['khun', 'somchai'])
  })

  test('lose the signs of Latin, Cyrillic, Hebrew and Arabic, and keep the vowels of other scripts', () => {
    expect(namePartsOf('Ștefan Ñuñez')).toEqual(['nunez', 'stefan'])
    expect(namePartsOf('مُحَمَّد')).toEqual(['محمد'])
    expect(namePartsOf('สมชาย')).toEqual(['สมชาย'])
    expect(namePartsOf('चंद्र')).toEqual(['चंद्र'])
  })

  test('are those of a passport for Cyrillic', () => expect(namePartsOf('Щукин Фёдор')).toEqual(['fedor', 'shchukin']))
})
