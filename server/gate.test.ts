import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../core/kernel/access.ts'
import { instant } from '../core/kernel/instant.ts'
import { closeOffices, freshOffice, signedInAs } from '../tests/office-cast.ts'
import { putFiles, type FileCast } from '../tests/need-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../tests/ledger-stores.ts'
import type { AccessLog } from './access-log.ts'
import { openGate } from './gate.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

describe.each(ENGINES)('the gate on %s', (engine) => {
  const looks = async ({ office }: Awaited<ReturnType<typeof freshOffice>>) => office.cases.desk.db.selectFrom('looks').selectAll().orderBy('number').execute()
  const withFiles = async (...files: readonly FileCast[]) => {
    const given = await freshOffice(engine)
    await putFiles(given.office, files.length > 0 ? files : [{ file: 'site/1' }, { file: 'plan/2', site: '1' }])
    return given
  }

  test('lets whoever may read into a file, and has it in the log by then with the policy that decided', async () => {
    const given = await withFiles()
    for (const role of ['analyst', 'planner', 'authorising-officer'] as const) {
      const admitted = await given.office.gate.admit(signedInAs(role), 'site/1', 'assessment')
      expect(admitted).toEqual({ accepted: true, access: { stream: 'site/1', by: 'person-1', role, look: 'assessment' } })
      expect((await looks(given)).at(-1)).toMatchObject({ at: given.clock.now(), who: 'person-1', role, stream: 'site/1', look: 'assessment', allowed: 'yes', why_not: null, policy: 'the-unit-reads-its-own-sites' })
    }
  })

  test('tells whoever may not read that there is no such file, as of one that never was; the log knows the difference', async () => {
    const given = await withFiles()
    const [there, nowhere] = [await given.office.gate.admit(signedInAs('case-worker'), 'site/1', 'care'), await given.office.gate.admit(signedInAs('case-worker'), 'site/never', 'care')]
    expect(there).toEqual(nowhere)
    expect(there).toEqual({ accepted: false, code: 'access/no-such-file' })
    expect((await looks(given)).map(({ stream, why_not, policy }) => [stream, why_not, policy])).toEqual([['site/1', 'access/not-permitted', 'ngos-open-no-file-of-the-police'], ['site/never', 'access/no-such-file', null]])
  })

  test('tells whoever may read and not act that it is the act that is not theirs', async () => {
    const given = await withFiles()
    expect(await given.office.gate.admit(signedInAs('authorising-officer'), 'site/1', 'assessment', 'record')).toEqual({ accepted: false, code: 'access/not-permitted' })
    expect(await given.office.gate.admit(signedInAs('analyst'), 'plan/2', 'planning', 'write')).toEqual({ accepted: false, code: 'access/not-permitted' })
  })

  test('opens nothing for a purpose that is not of the role', async () => {
    const given = await withFiles()
    expect(await given.office.gate.admit(signedInAs('analyst'), 'site/1', 'care')).toEqual({ accepted: false, code: 'access/no-such-file' })
    expect((await looks(given)).at(-1)).toMatchObject({ policy: 'care-is-for-those-who-care' })
  })

  test('opens nothing to an account for which nobody has vouched', async () => {
    const given = await withFiles()
    expect(await given.office.gate.admit({ ...signedInAs('analyst'), vouched: 'no' }, 'site/1', 'assessment')).toEqual({ accepted: false, code: 'access/no-such-file' })
  })

  test('lets an administrator into no file, and logs that they tried', async () => {
    const given = await withFiles()
    for (const stream of ['site/1', 'plan/1', 'source/1', 'policy/unit'])
      expect(await given.office.gate.admit(signedInAs('administrator'), stream, 'planning')).toEqual({ accepted: false, code: 'access/administrator' })
    expect(await looks(given)).toHaveLength(4)
    expect(new Set((await looks(given)).map(({ allowed, why_not }) => `${allowed} ${why_not}`))).toEqual(new Set(['no access/administrator']))
  })

  test('knows the files there are; whatever else stands in an address is logged without its words', async () => {
    const given = await withFiles()
    for (const stream of ['site/Somebody Somewhere', 'person/1', 'policy/other', 'site/', '', `site/${'1'.repeat(300)}`, 'site/1\n', 'need/need/site/1', 'need/person/1'])
      expect(await given.office.gate.admit(signedInAs('analyst'), stream, 'assessment')).toEqual({ accepted: false, code: 'access/no-such-file' })
    expect(new Set((await looks(given)).map(({ stream }) => stream))).toEqual(new Set(['(no file)']))
  })

  test('lets into several files with a line for each', async () => {
    const given = await withFiles()
    const admitted = await given.office.gate.admitToEach(signedInAs('planner'), ['site/1', 'nowhere', 'plan/2', 'need/site/1'], 'planning')
    expect(admitted.map((each) => (each.accepted ? each.access.stream : each.code))).toEqual(['site/1', 'access/no-such-file', 'plan/2', 'need/site/1'])
    expect((await looks(given)).map(({ stream, allowed }) => `${stream} ${allowed}`)).toEqual(['site/1 yes', '(no file) no', 'plan/2 yes', 'need/site/1 yes'])
  })

  test('who a source is opens to its handler and its controller, and to nobody else of the unit', async () => {
    const given = await withFiles({ file: 'source/1', handler: 'person-1', controller: 'person-2' })
    const identifies = async (id: string, role: Role = 'analyst') => (await given.office.gate.admit(signedInAs(role, id), 'source/1', 'assessment', 'identify')).accepted
    expect([await identifies('person-1'), await identifies('person-2'), await identifies('person-3'), await identifies('person-3', 'authorising-officer')]).toEqual([true, true, false, false])
  })

  test('a broken glass opens a file until its hour, to whoever broke it', async () => {
    const given = await withFiles({ file: 'site/1', reach: 'named', named: ['person-9'], glasses: [{ person: 'person-1', until: Date.UTC(2031, 2, 3, 12) }] })
    const reads = async (id: string) => (await given.office.gate.admit(signedInAs('analyst', id), 'site/1', 'assessment')).accepted
    expect([await reads('person-1'), await reads('person-2'), await reads('person-9')]).toEqual([true, false, true])
    given.clock.pass(4 * 3_600_000)
    expect(await reads('person-1')).toBe(false)
  })

  test('keeps a line for each of many who look at once', async () => {
    const given = await withFiles()
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

const partsOf = async (log: AccessLog) => {
  const { office } = await freshOffice('sqlite')
  await putFiles(office, [{ file: 'site/1' }])
  return { log, rights: office.rights, now: () => instant(0), cases: office.cases }
}

test('where the log cannot be written, nobody looks', async () => {
  const gate = openGate(await partsOf(() => Promise.reject(new Error('the disk is full'))))
  await expect(gate.admit(signedInAs('analyst'), 'site/1', 'assessment')).rejects.toThrow('the disk is full')
})

test('nobody looks before the line is written', async () => {
  let written: () => void = () => undefined
  let isAdmitted = false
  const begun = Promise.withResolvers<void>()
  const gate = openGate(await partsOf(() => new Promise<void>((resolve) => {
    written = resolve
    begun.resolve()
  })))
  const admitted = gate.admit(signedInAs('analyst'), 'site/1', 'assessment').then(() => (isAdmitted = true))
  await begun.promise
  for (let tick = 0; tick < 20; tick++) await Promise.resolve()
  expect(isAdmitted).toBe(false)
  written()
  await admitted
  expect(isAdmitted).toBe(true)
})
