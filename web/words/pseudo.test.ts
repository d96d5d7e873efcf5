import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Messages } from '@lingui/core'
import { describe, expect, test } from 'vitest'
import { pseudoMessages, rightToLeft, thai } from './pseudo.ts'
import { voiceOf } from './voice.ts'

const english: Messages = {
  plain: compileMessage('Leave at once'),
  figures: compileMessage('{count} of {of} unknown'),
  plural: compileMessage('{voices, plural, one {# voice of {name}} other {# voices of {name}}}'),
  again: compileMessage('{rung} again'),
  'rung.multi-site': compileMessage('Several sites'),
}

describe('a made-up language', () => {
  test.each([['right to left', rightToLeft, /^[\u0600-\u06FF .,]+$/], ['Thai', thai, /^[\u0E00-\u0E7F\u200B .,]+$/]] as const)('%s has letters of its own alone', (_, script, letters) => {
    expect(script('Leave at once, now.')).toMatch(letters)
  })

  test('keeps the figures of a sentence and the cases of a plural', () => {
    const arabic = voiceOf('ar-XB', english)
    expect(arabic('figures', { count: 3, of: 57 })).toMatch(/3.*57/)
    expect(arabic('plural', { voices: 2, name: 'x' })).toContain('2')
    expect(pseudoMessages(english, thai)['figures']).toContainEqual(['count'])
  })
})

describe('a voice', () => {
  test('says codes in the words they have', () => {
    expect(voiceOf('en', english)('again', { rung: 'multi-site' })).toBe('Several sites again')
    expect(voiceOf('en', english)('again', { rung: 'of-no-list' })).toBe('of-no-list again')
  })

  test('shows the id of a sentence that nobody wrote', () => {
    expect(voiceOf('en', english)('no.such-sentence')).toBe('no.such-sentence')
  })
})
