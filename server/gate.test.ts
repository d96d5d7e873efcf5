import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CASE_ROLES } from '../core/kernel/access.ts'
import { instant } from '../core/kernel/instant.ts'
import { closeOffices, freshOffice, signedInAs } from '../tests/office-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../tests/ledger-stores.ts'
import { openGate } from './gate.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

describe.each(ENGINES)('the gate on %s', (engine) => {
  const looks = async ({ office }: Awaited<ReturnType<typeof freshOffice>>) => office.cases.desk.db.selectFrom('looks').selectAll().orderBy('number').execute()

  test('lets every case role look into a file, and has it in the log by then', async () => {
    const given = await freshOffice(engine)
    for (const role of CASE_ROLES) {
      const admitted = await given.office.gate.admit(signedInAs(role), 'site/1', 'assessment')
      expect(admitted).toEqual({ accepted: true, access: { stream: 'site/1', by: 'person-1', role, look: 'assessment' } })
      expect((await looks(given)).at(-1)).toMatchObject({ at: given.clock.now(), who: 'person-1', role, stream: 'site/1', look: 'assessment', allowed: 'yes', why_not: null })
    }
  })

  test('lets an administrator into no file, and logs that they tried', async () => {
    const given = await freshOffice(engine)
    for (const stream of ['site/1', 'plan/1', 'source/1', 'policy/unit'])
      expect(await given.office.gate.admit(signedInAs('administrator'), stream, 'planning')).toEqual({ accepted: false, code: 'access/administrator' })
    expect(await looks(given)).toHaveLength(4)
    expect(new Set((await looks(given)).map(({ allowed, why_not }) => `${allowed} ${why_not}`))).toEqual(new Set(['no access/administrator']))
  })

  test('knows the files there are; whatever else stands in an address is logged without its words', async () => {
    const given = await freshOffice(engine)
    for (const stream of ['site/Somebody Somewhere', 'person/1', 'policy/other', 'site/', '', `site/${'1'.repeat(300)}`, 'site/1\n'])
      expect(await given.office.gate.admit(signedInAs('analyst'), stream, 'assessment')).toEqual({ accepted: false, code: 'access/no-such-file' })
    expect(new Set((await looks(given)).map(({ stream }) => stream))).toEqual(new Set(['(no file)']))
  })

  test('lets into several files with a line for each', async () => {
    const given = await freshOffice(engine)
    const admitted = await given.office.gate.admitToEach(signedInAs('planner'), ['site/1', 'nowhere', 'plan/2'], 'planning')
    expect(admitted.map((each) => (each.accepted ? each.access.stream : each.code))).toEqual(['site/1', 'access/no-such-file', 'plan/2'])
    expect((await looks(given)).map(({ stream, allowed }) => `${stream} ${allowed}`)).toEqual(['site/1 yes', '(no file) no', 'plan/2 yes'])
  })

  test('keeps a line for each of many who look at once', async () => {
    const given = await freshOffice(engine)
    await Promise.all(Array.from({ length: 300 }, (_, i) => given.office.gate.admit(signedInAs('analyst'), `site/${i}`, 'assessment')))
    expect(new Set((await looks(given)).map(({ stream }) => stream)).size).toBe(300)
  })

  test('nothing in its log is changed, deleted or put in place of another', async () => {
    const given = await freshOffice(engine)
    await given.office.gate.admit(signedInAs('analyst'), 'site/1', 'assessment')
    const { desk } = given.office.cases
    const { number } = (await looks(given))[0]!
    // As other programs open the file: there, putting in place of another is no deletion.
    if (engine === 'sqlite') await desk.script('pragma recursive_triggers = off')
    const statements = [
      "update looks set who = 'nobody'", 'delete from looks',
      ...(engine === 'sqlite' ? [`insert or replace into looks (number, at, who, role, stream, look, allowed) values (${number}, 0, 'nobody', 'analyst', 'site/1', 'care', 'yes')`] : ['truncate looks']),
    ]
    for (const statement of statements) await expect(desk.script(statement)).rejects.toThrow('append-only')
    expect(await looks(given)).toMatchObject([{ who: 'person-1' }])
  })
})

test('where the log cannot be written, nobody looks', async () => {
  const gate = openGate(() => Promise.reject(new Error('the disk is full')), () => instant(0))
  await expect(gate.admit(signedInAs('analyst'), 'site/1', 'assessment')).rejects.toThrow('the disk is full')
})

test('nobody looks before the line is written', async () => {
  let written: () => void = () => undefined
  let isAdmitted = false
  const gate = openGate(() => new Promise((resolve) => (written = resolve)), () => instant(0))
  const admitted = gate.admit(signedInAs('analyst'), 'site/1', 'assessment').then(() => (isAdmitted = true))
  for (let tick = 0; tick < 20; tick++) await Promise.resolve()
  expect(isAdmitted).toBe(false)
  written()
  await admitted
  expect(isAdmitted).toBe(true)
})
