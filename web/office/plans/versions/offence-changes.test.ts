import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { messagesOf, voice } from '../../../../wire/words.ts'
import { LAW } from '../../../reading/in-force.ts'
import { differences } from './differences.ts'
import { offencePlaceInWords, offenceValueInWords } from './offence-changes.ts'

const WORDS = join(import.meta.dirname, '../../../../words/en')
const say = voice('en', messagesOf(readdirSync(WORDS).map((name) => readFileSync(join(WORDS, name), 'utf8'))))
const [law] = LAW.offences
if (!law) throw new Error('no offence comes with Daylight')
const support = (standing: string, restsOn: readonly string[] = []) => ({ id: 'beds', element: 'purpose', standing, says: 'Beds beside the machines', restsOn })
const offence = (...held: readonly unknown[]) => ({ id: 'river', offence: law.id, presumedChild: 'no', support: held })

function told(was: unknown, is: unknown) {
  return differences(was, is).map((change) => [offencePlaceInWords(change.path, is, change.is ?? change.was, say), ...[change.was, change.is].map((value) => (value === undefined ? null : offenceValueInWords(change.path, value, say)))])
}

test('what differs inside an offence is told in words, and by the names of the law', () => {
  expect(told([offence(support('at-scene'))], [offence(support('held', ['a', 'b']))])).toEqual([
    [`${law.label}: ${say('element.purpose')}: ${say('field.standing')}`, 'to be found at the scene', 'held'],
    [`${law.label}: ${say('element.purpose')}: ${say('enter.rests-on')}`, 'nothing', '2 entries'],
  ])
})

test('what was taken in whole is told by what it says', () => {
  expect(told([offence()], [offence(support('held'))])).toEqual([[`${law.label}: ${say('element.purpose')}`, null, `${say('element.purpose')} (held): Beds beside the machines`]])
  expect(told([], [offence()])).toEqual([[law.label, null, law.label]])
})

test('no path and no id stands in the words', () => {
  const entered = (label: string) => ({ id: 'own', offence: { id: 'entered-own', label, elements: { act: ['recruits'] }, signedBy: { name: 'A. Post', office: 'Prosecutor' } }, presumedChild: 'yes', support: [] })
  const words = told([entered('Servitude')], [{ ...entered('Debt bondage'), presumedChild: 'no' }]).flat().join(' ')
  expect(words).toContain('Debt bondage')
  expect(words).not.toMatch(/\[|\bown\b|presumedChild/)
})
