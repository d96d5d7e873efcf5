import { expect, test } from 'vitest'
import { readTree } from '../../../tests/house/tree.ts'
import { PERSON_CATEGORIES } from '../../../core/intelligence/site-facts.ts'
import { ANSWER_GROUNDS, HOLDING_BASES, REGIMES } from '../../../core/rights/grounds.ts'
import { RIGHTS_CONCERNS } from '../../../core/rights/request-concerns.ts'
import { CLOSINGS, GO_BETWEENS, IDENTITY_CHECKS, REQUEST_OUTCOMES, RESTRICTION_REASONS, SAFE_CHANNELS, WANTED } from '../../../core/rights/request-facts.ts'
import { SAFEGUARDS } from '../../../core/rights/safeguards.ts'
import { messagesOf } from '../../../wire/words.ts'

const everyWord = messagesOf(readTree((path) => /^words\/en\/.*\.po$/.test(path)).map(({ text }) => text))

const CODES: Readonly<Record<string, readonly string[]>> = {
  'wants.': WANTED, 'you-want.': WANTED, 'through.': GO_BETWEENS, 'channel.': SAFE_CHANNELS, 'identity-check.': IDENTITY_CHECKS, 'outcome.': REQUEST_OUTCOMES, 'answer-ground.': ANSWER_GROUNDS,
  'holding-basis.': HOLDING_BASES, 'restriction.': RESTRICTION_REASONS, 'closing.': CLOSINGS, 'safeguard.': SAFEGUARDS, 'regime.': REGIMES, 'concern.': RIGHTS_CONCERNS, 'report.person.': PERSON_CATEGORIES,
}

/** Every reason the desk can give for saying no, as the core writes it. */
const refusals = [...(readTree((path) => path === 'core/rights/answer-request.ts')[0]?.text ?? '').matchAll(/readonly code: '(rights\/[a-z-]+)'/g)].map((match) => `refusal.${match[1]}`)

test('every code of the rights desk has words', () => {
  expect(refusals.length).toBeGreaterThan(15)
  expect([...Object.entries(CODES).flatMap(([before, codes]) => codes.map((code) => `${before}${code}`)), ...refusals].filter((id) => !Object.hasOwn(everyWord, id))).toEqual([])
})

test('every message of the rights desk is said somewhere', () => {
  const said = readTree((path) => /^web\/office\/requests\/.*\.tsx?$/.test(path) && !path.includes('.test.')).map(({ text }) => text).join('\n')
  const ids = [...(readTree((path) => path === 'words/en/requests.po')[0]?.text ?? '').matchAll(/^msgid "([a-z].*)"$/gm)].map((match) => match[1] ?? '')
  const listed = new Set([...Object.entries(CODES).flatMap(([before, codes]) => codes.map((code) => `${before}${code}`)), ...refusals])
  const isSaid = (id: string): boolean => listed.has(id) || said.includes(`'${id}'`) || said.includes(`'${id.split('.')[1]}'`) || [...said.matchAll(/`(request\.[a-z-]*)\$\{/g)].some((match) => id.startsWith(match[1] ?? ' ') && (match[1] ?? '') !== 'request.')
  expect(ids.filter((id) => !isSaid(id))).toEqual([])
})
