import { expect, test } from 'vitest'
import { isTest, readTree } from '../../../tests/house/tree.ts'
import { KIND_GRAINS, TIME_GRAINS } from '../../../core/sharing/coarsen.ts'
import { EXPOSURES } from '../../../core/sharing/exposure.ts'
import { LEGAL_BASIS_IDS } from '../../../core/sharing/legal-basis.ts'
import { ASKED_ACTS, SHARE_CONTENTS } from '../../../core/sharing/receiving.ts'
import { RECALL_GROUNDS, RECALL_OUTCOMES, RISK_GROUNDS, SHARE_AUDIENCES } from '../../../core/sharing/share-facts.ts'
import { messagesOf } from '../../../wire/words.ts'

const everyWord = messagesOf(readTree((path) => /^words\/en\/.*\.po$/.test(path)).map(({ text }) => text))
const own = messagesOf(readTree((path) => path === 'words/en/shares.po').map(({ text }) => text))

const CODES: Readonly<Record<string, readonly string[]>> = {
  'sharing.content-': SHARE_CONTENTS, 'sharing.asks-': ASKED_ACTS, 'sharing.basis-': LEGAL_BASIS_IDS, 'sharing.ground-': RECALL_GROUNDS, 'sharing.outcome-': RECALL_OUTCOMES, 'sharing.risk-': RISK_GROUNDS,
  'sharing.audience-': SHARE_AUDIENCES, 'sharing.exposure-': EXPOSURES, 'sharing.kind-': KIND_GRAINS, 'sharing.time-': TIME_GRAINS, 'sharing.how-': ['other-provenance', 'delayed', 'coarsened', 'left-out', 'risk-accepted'],
  'sharing.': ['check', 'release', 'release-at-once', 'review', 'correct', 'recall', 'acknowledge', 'acknowledge-recall', 'person-with-access', 'person-outside'], 'sharing.whose-': ['sender', 'yourselves', 'another'],
}
const coded = Object.entries(CODES).flatMap(([before, codes]) => codes.map((code) => `${before}${code}`))

/** Every reason sharing can give for saying no, as the core and the routes write it. */
const refusals = [...new Set(readTree((path) => /^(?:core|server)\/sharing\/.*\.ts$/.test(path) && !isTest(path)).flatMap(({ text }) => [...text.matchAll(/code: '(share\/[a-z-]+)'/g)].map((match) => `refusal.${match[1]}`)))]

test('every code of sharing and every refusal has words', () => {
  expect(refusals.length).toBeGreaterThan(25)
  expect([...coded, ...refusals].filter((id) => !Object.hasOwn(everyWord, id))).toEqual([])
})

test('every message of sharing is said somewhere', () => {
  const pages = readTree((path) => /^web\/office\/shares\/.*\.tsx?$/.test(path) && !isTest(path)).map(({ text }) => text).join('\n')
  const templates = [...pages.matchAll(/`(sharing\.[a-z-]+-)\$\{/g)].map((match) => match[1] ?? '')
  const known = new Set([...coded, ...refusals, 'refusal.share/no-such-finding', 'refusal.share/not-the-controller', 'refusal.share/still-exposed', 'refusal.share/delay-too-short', 'refusal.share/not-coarse-enough'])
  expect(Object.keys(own).filter((id) => !known.has(id) && !pages.includes(`'${id}'`) && !templates.some((before) => id.startsWith(before)))).toEqual([])
})
