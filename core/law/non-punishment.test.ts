import { expect, test } from 'vitest'
import { lawCatalogue } from '../../wire/law.ts'
import { nonPunishmentBeside } from './non-punishment.ts'

const { offences, nonPunishment } = lawCatalogue()
const beside = (id: string) => nonPunishmentBeside(offences.find((one) => one.id === id)!, nonPunishment).map((rule) => rule.id)

test('every offence has a rule to be read beside it, if only one that nobody has found', () => {
  expect(offences.filter((offence) => nonPunishmentBeside(offence, nonPunishment).length === 0)).toEqual([])
})

test('beside a British charge stands the defence of section 45, before what binds the state', () => {
  const statesFirst = nonPunishment.toSorted((a, b) => Number(a.binds === 'courts') - Number(b.binds === 'courts'))
  expect(beside('gb-msa-2')).toEqual(['gb-msa-45', 'coe-26'])
  expect(nonPunishmentBeside(offences.find(({ id }) => id === 'gb-msa-2')!, statesFirst).map(({ id }) => id)).toEqual(['gb-msa-45', 'coe-26'])
})

test('beside a French charge stand the convention and the directive, and that the national rule was not found', () => {
  expect(beside('fr-cp-225-4-1')).toEqual(expect.arrayContaining(['coe-26', 'eu-8', 'fr-unknown']))
})

test('an offence that a unit enters finds the rules of its jurisdiction', () => {
  const { nonPunishment: _named, ...entered } = offences.find(({ id }) => id === 'us-1591')!
  expect(nonPunishmentBeside(entered, nonPunishment).map(({ id }) => id)).toEqual(['us-1592-b', 'us-general'])
})
