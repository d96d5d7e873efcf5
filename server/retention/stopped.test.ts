import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { caseOffice, newId, type CaseOffice } from '../../tests/case-cast.ts'
import { acts, asking, filed, wrappedOf } from '../../tests/keeping-office.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { forgottenListBeside } from '../../ledger/forgotten-list.ts'
import { keysOf } from '../../ledger/sealed-under.ts'
import { holderOf } from '../../core/kernel/id.ts'
import { openCaseStore } from '../case-store.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

describe.each(ENGINES)('a machine that stops in the middle of forgetting, on %s', (engine) => {
  /** Runs a seconding whose steps fail from one on, and starts anew. */
  async function stopped(breaks: (office: CaseOffice) => () => void) {
    const office = await caseOffice(engine)
    await filed(office)
    const [planner, officer] = [office.planner, office.officer]
    const keys = await keysOf(office.office.cases.entries, holderOf('report', 'report-one'))
    const ask = asking()
    await acts(planner, 'report/report-one', ask, 0)
    const mend = breaks(office)
    const seconding = { id: newId(), act: 'second-forgetting', asking: ask.id, seen: 1 }
    const answer = await acts(officer, 'report/report-one', seconding, 1)
    return { office, keys, answer, mend, again: () => acts(officer, 'report/report-one', seconding, 1) }
  }

  test('after the fact and before the keys: they are gone before the next start serves anybody', async () => {
    const { office, keys, answer } = await stopped(({ office: { cases } }) => {
      Object.assign(cases.forgotten, { destroy: () => Promise.reject(new Error('the power went out')) })
      return () => undefined
    })
    expect(answer.status).toBe(500)
    await office.office.cases.close()
    expect(await wrappedOf(office, keys)).toEqual(['forgotten'])
    expect(readFileSync(forgottenListBeside(office.places.masterKey), 'utf8')).toContain(`"key":"${keys[0]}"`)
  })

  test('after the keys and before the list: sent again, or at the next start, the list says it', async () => {
    const { office, keys, answer, mend, again } = await stopped(({ places }) => {
      const unfinished = `${forgottenListBeside(places.masterKey)}.unfinished`
      mkdirSync(`${unfinished}/in-the-way`, { recursive: true })
      return () => rmSync(unfinished, { recursive: true })
    })
    const path = forgottenListBeside(office.places.masterKey)
    expect([answer.status, readFileSync(path, 'utf8').includes(keys[0] ?? '')]).toEqual([500, false])
    mend()
    expect([(await again()).status, readFileSync(path, 'utf8').includes(keys[0] ?? '')]).toEqual([200, true])
    expect(await wrappedOf(office, keys)).toEqual(['forgotten'])
    rmSync(path)
    expect([await wrappedOf(office, keys), existsSync(path) && readFileSync(path, 'utf8').includes(keys[0] ?? '')]).toEqual([['forgotten'], true])
  })

  test('before the fact: nothing was forgotten', async () => {
    const { office, keys, answer } = await stopped(({ office: { cases } }) => {
      Object.assign(cases.sealed, { append: () => Promise.reject(new Error('the power went out')) })
      return () => undefined
    })
    expect(answer.status).toBe(500)
    await office.office.cases.close()
    expect(await wrappedOf(office, keys)).toEqual(['opens'])
  })
})

test('a list that was changed stops the server before it serves anybody', async () => {
  const office = await caseOffice('sqlite')
  await office.office.cases.close()
  const path = forgottenListBeside(office.places.masterKey)
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20))
  await expect(openCaseStore(office.places)).rejects.toThrow(/forgotten\/cut-short/)
})

describe.each(ENGINES)('a process that is killed in the middle of forgetting, on %s', (engine) => {
  test.each(['fact', 'keys'] as const)('after the %s: the next start serves nobody before the words are gone', async (step) => {
    const office = await caseOffice(engine)
    await filed(office)
    const keys = await keysOf(office.office.cases.entries, holderOf('report', 'report-one'))
    await office.office.cases.close()
    const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'tests', 'forgetting-killed.ts'), JSON.stringify({ places: office.places, step })], { stdio: ['ignore', 'ignore', 'pipe'] })
    let complained = ''
    child.stderr.on('data', (text) => (complained += String(text)))
    const signal = await new Promise((resolve) => child.on('exit', (_code, by) => resolve(by)))
    expect([signal, complained]).toEqual(['SIGKILL', ''])
    expect(readFileSync(forgottenListBeside(office.places.masterKey), 'utf8')).not.toContain(keys[0])
    expect(await wrappedOf(office, keys)).toEqual(['forgotten'])
    expect(readFileSync(forgottenListBeside(office.places.masterKey), 'utf8')).toContain(`"key":"${keys[0]}"`)
  })
})
