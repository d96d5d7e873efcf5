import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ActorId } from '../../core/kernel/id.ts'
import { OWN_UNIT } from '../../core/kernel/organisation.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices, freshOffice } from '../../tests/office-cast.ts'
import { firstSignIn } from './first-start.ts'
import { addPerson, everybody, markAsLeft, resetPassword } from './people.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const boss = 'person-0' as ActorId
const ANALYST = { signInName: 'invented.analyst', name: 'Invented Analyst', role: 'analyst', organisation: OWN_UNIT } as const

describe.each(ENGINES)('the people of an office on %s', (engine) => {
  const desk = async () => {
    const { office, clock } = await freshOffice(engine)
    return { desk: office.cases.desk, ...clock }
  }

  test('begin with an administrator, whose one-time password is told anew until somebody takes it up', async () => {
    const { desk: store, now } = await desk()
    const [first, second] = [await firstSignIn(store, now), await firstSignIn(store, now)]
    expect([first?.name, second?.name, first?.oneTimePassword === second?.oneTimePassword]).toEqual(['administrator', 'administrator', false])
    expect(await everybody(store)).toMatchObject([{ role: 'administrator', must_change: 'yes', made_by: 'server' }])
    await store.db.updateTable('people').set({ must_change: 'no' }).execute()
    expect(await firstSignIn(store, now)).toBeNull()
  })

  test('are told to nobody once there are two', async () => {
    const { desk: store, now } = await desk()
    await firstSignIn(store, now)
    await addPerson(store, now, boss, ANALYST)
    expect(await firstSignIn(store, now)).toBeNull()
  })

  test('have a sign-in name each, which nobody else is given, also when two are added at once and when somebody has left', async () => {
    const { desk: store, now } = await desk()
    const added = await Promise.all([1, 2, 3].map(() => addPerson(store, now, boss, ANALYST)))
    expect(added.map((each) => (each.accepted ? 'added' : each.code)).toSorted()).toEqual(['added', 'people/name-taken', 'people/name-taken'])
    const [person] = await everybody(store)
    await markAsLeft(store, now, boss, person?.id ?? '')
    expect(await addPerson(store, now, boss, ANALYST)).toEqual({ accepted: false, code: 'people/name-taken' })
    await expect(store.db.insertInto('people').values({ ...person!, id: 'other', sign_in_name: 'INVENTED.Analyst' }).execute()).rejects.toThrow(/there already|people_by_sign_in_name/)
  })

  test('never lose their last administrator, also when two see each other out at once', async () => {
    const { desk: store, now } = await desk()
    const ids = await Promise.all(['one', 'two'].map(async (signInName) => {
      const added = await addPerson(store, now, boss, { signInName, name: signInName, role: 'administrator', organisation: OWN_UNIT })
      return added.accepted ? added.person.id : ''
    }))
    const left = await Promise.all(ids.map((id) => markAsLeft(store, now, boss, id)))
    expect(left.map((each) => (each.accepted ? 'left' : each.code)).toSorted()).toEqual(['left', 'people/last-administrator'])
  })

  test('who left, or never came, are given no password', async () => {
    const { desk: store, now } = await desk()
    await addPerson(store, now, boss, ANALYST)
    const [person] = await everybody(store)
    expect(await resetPassword(store, now, boss, 'nobody')).toEqual({ accepted: false, code: 'people/not-here' })
    await markAsLeft(store, now, boss, person?.id ?? '')
    expect(await resetPassword(store, now, boss, person?.id ?? '')).toEqual({ accepted: false, code: 'people/has-left' })
    expect(await markAsLeft(store, now, boss, person?.id ?? '')).toEqual({ accepted: false, code: 'people/has-left' })
  })

  test('have a history that the database keeps by itself, with who changed what and no hash of a password', async () => {
    const { desk: store, now, pass } = await desk()
    await addPerson(store, now, boss, ANALYST)
    const [person] = await everybody(store)
    pass(1000)
    await resetPassword(store, now, 'person-9' as ActorId, person?.id ?? '')
    pass(1000)
    await markAsLeft(store, now, boss, person?.id ?? '')
    const history = await store.db.selectFrom('people_history').selectAll().orderBy('number').execute()
    expect(history.map(({ password, changed_by, changed_at, left_at }) => [password, changed_by, changed_at, left_at])).toEqual([
      ['made', boss, now() - 2000, null], ['changed', 'person-9', now() - 1000, null], ['same', boss, now(), now()],
    ])
    expect(JSON.stringify(history)).not.toContain('argon2')
    const [{ number } = { number: 0 }] = history
    if (engine === 'sqlite') await store.script('pragma recursive_triggers = off')
    for (const statement of ["update people_history set changed_by = 'nobody'", 'delete from people_history', ...(engine === 'sqlite' ? [`insert or replace into people_history (number, person, sign_in_name, name, role, must_change, password, changed_by, changed_at) values (${number}, 'a', 'a', 'a', 'analyst', 'no', 'same', 'a', 0)`] : ['truncate people_history'])])
      await expect(store.script(statement)).rejects.toThrow('append-only')
    for (const statement of ['delete from people', ...(engine === 'postgres' ? ['truncate people cascade'] : [])]) await expect(store.script(statement)).rejects.toThrow(/never deleted|append-only/)
    await expect(store.script("update people set made_by = 'nobody'")).rejects.toThrow('who made them, stays')
    if (engine === 'sqlite') await expect(store.script(`insert or replace into people (id, sign_in_name, name, role, password_hash, must_change, made_by, made_at, changed_by, changed_at) select id, sign_in_name, 'Other', role, password_hash, must_change, made_by, made_at, changed_by, changed_at from people`)).rejects.toThrow('there already')
  })
})
