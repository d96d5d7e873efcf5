import { expect, test } from 'vitest'
import { STANDINGS } from '../../../../core/planning/standing.ts'
import { actsFor } from './which-acts.ts'

test('standing down is there for every role of the case until somebody has entered, and waits for nobody', () => {
  const open = STANDINGS.filter((standing) => standing !== 'entered' && standing !== 'stood-down')
  for (const role of ['analyst', 'planner', 'authorising-officer'] as const) expect(open.filter((standing) => !actsFor(standing, role).includes('stand-down'))).toEqual([])
})

test('danger can be declared whatever was decided, and by everybody of the case', () => {
  expect(STANDINGS.filter((standing) => !actsFor(standing, 'analyst').includes('declare-urgent'))).toEqual(['urgent', 'entered'])
})

test('only an authorising officer finds the acts of one, and the administrator none', () => {
  expect(actsFor('draft', 'planner')).toEqual(['authorise', 'stand-down', 'declare-urgent'])
  expect(actsFor('draft', 'authorising-officer')).toEqual(['authorise', 'refuse', 'stand-down', 'declare-urgent'])
  expect([actsFor('draft', 'administrator'), actsFor('draft', null)]).toEqual([[], []])
})

test('a confirming report is named only where one is waited for', () => {
  expect(STANDINGS.filter((standing) => actsFor(standing, 'analyst').includes('confirm'))).toEqual(['authorised-on-condition'])
})
