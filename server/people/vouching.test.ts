import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../core/kernel/access.ts'
import type { ActorId } from '../../core/kernel/id.ts'
import { OWN_UNIT } from '../../core/kernel/organisation.ts'
import { openStore } from '../../ledger/store/open.ts'
import { ENGINES, freshPlace, sayWhatIsSkipped, tidyUp } from '../../tests/ledger-stores.ts'
import { placed } from '../../tests/organisation-cast.ts'
import { standingClock } from '../../tests/office-cast.ts'
import type { DeskStore, DeskTables } from '../desk-tables.ts'
import { addPerson, changePlace, markAsLeft, resetPassword, THE_SERVER } from './people.ts'
import { takeAwayFactors } from './take-away.ts'
import { FIRST_OF_ORGANISATION, vouchFor, vouchedFor, waitingBeside } from './vouching.ts'

beforeAll(sayWhatIsSkipped)

const opened: { readonly close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  await tidyUp()
})

const boss = 'person-0' as ActorId
const { now } = standingClock()

describe.each(ENGINES)('vouching on %s', (engine) => {
  const office = async () => {
    const desk: DeskStore = await openStore<DeskTables>(freshPlace(engine), 'desk')
    opened.push(desk)
    let drawn = 0
    const add = async (role: Role = 'analyst', organisation: string = OWN_UNIT, by = boss): Promise<ActorId> => {
      drawn += 1
      const added = await addPerson(desk, now, by, { signInName: `invented.${drawn}`, name: 'Invented', role, organisation })
      if (!added.accepted) throw new Error(added.code)
      return added.person.id as ActorId
    }
    const own = (id: string): Promise<unknown> => desk.db.updateTable('people').set({ must_change: 'no', changed_by: id }).where('id', '=', id).execute()
    const of = (id: string) => desk.db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const settled = async (role?: Role, organisation?: string): Promise<ActorId> => {
      const id = await add(role, organisation)
      await own(id)
      return id
    }
    return { desk, add, own, of, settled }
  }

  test('is owed by a colleague to everybody who works on cases, but for the first of the unit, whom nobody could vouch for', async () => {
    const { desk, add, of } = await office()
    const { organisation } = await placed(desk, 'case-worker', 1)
    const [administrator, first, second, elsewhere] = [await add('administrator'), await add(), await add('planner'), await add('case-worker', organisation)]
    expect([await of(administrator), await of(first), await of(second), await of(elsewhere)].map((row) => [vouchedFor(row), row.vouched_by, row.vouched_at])).toEqual([
      ['yes', null, null], ['yes', FIRST_OF_ORGANISATION, now()], ['no', null, null], ['no', null, null],
    ])
  })

  test('is done for the first of another organisation by somebody of the unit, and for whoever comes after by their own', async () => {
    const { desk, settled } = await office()
    const { organisation } = await placed(desk, 'oversight', 1)
    const [first, second, analyst] = [await settled('oversight', organisation), await settled('oversight', organisation), await settled()]
    expect((await waitingBeside(desk, analyst))?.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted())
    expect(await vouchFor(desk, now, analyst, first)).toEqual({ accepted: true })
    expect(await waitingBeside(desk, analyst)).toEqual([])
    expect(await vouchFor(desk, now, analyst, second)).toEqual({ accepted: false, code: 'people/not-here' })
    expect(await vouchFor(desk, now, first, second)).toEqual({ accepted: true })
  })

  test('is done by a colleague who is vouched for, once whoever waits has a password of their own; and it stands in the history', async () => {
    const { desk, settled, add, own, of } = await office()
    const [first, second, third] = [await settled(), await add(), await add()]
    expect(await vouchFor(desk, now, first, second)).toEqual({ accepted: false, code: 'people/one-time-password' })
    await own(second)
    await own(third)
    expect((await waitingBeside(desk, first))?.map(({ id }) => id).toSorted()).toEqual([second, third].toSorted())
    expect(await waitingBeside(desk, second)).toBeNull()
    expect(await vouchFor(desk, now, second, third)).toEqual({ accepted: false, code: 'people/may-not-vouch' })
    expect(await vouchFor(desk, now, first, second)).toEqual({ accepted: true })
    expect(await of(second)).toMatchObject({ vouched_by: first, vouched_at: now(), changed_by: first })
    expect(await vouchFor(desk, now, first, second)).toEqual({ accepted: false, code: 'people/needs-no-vouching' })
    expect(await vouchFor(desk, now, second, third)).toEqual({ accepted: true })
    expect(await waitingBeside(desk, first)).toEqual([])
    const history = await desk.db.selectFrom('people_history').select(['vouched_by', 'changed_by']).where('person', '=', second).orderBy('number').execute()
    expect(history).toEqual([{ vouched_by: null, changed_by: boss }, { vouched_by: null, changed_by: second }, { vouched_by: first, changed_by: first }])
  })

  test('is never done for oneself, by whoever made the account, by an administrator, from another organisation, or by and for somebody who left', async () => {
    const { desk, settled, add, own } = await office()
    const { organisation } = await placed(desk, 'case-worker', 1)
    const [administrator, first, second, worker] = [await settled('administrator'), await settled(), await settled(), await settled('case-worker', organisation)]
    await desk.db.updateTable('people').set({ vouched_by: THE_SERVER, vouched_at: 1 }).where('id', '=', worker).execute()
    const made = await add('analyst', OWN_UNIT, first)
    await own(made)
    const vouch = async (by: ActorId, id: string) => {
      const outcome = await vouchFor(desk, now, by, id)
      return outcome.accepted ? 'vouched' : outcome.code
    }
    expect(await vouch(second, second)).toBe('people/may-not-vouch')
    expect(await vouch(first, first)).toBe('people/may-not-vouch')
    expect(await vouch(first, made)).toBe('people/may-not-vouch')
    expect(await vouch(administrator, second)).toBe('people/may-not-vouch')
    expect(await waitingBeside(desk, administrator)).toBeNull()
    expect([await vouch(worker, second), await vouch(worker, 'nobody'), await vouch('nobody' as ActorId, second)]).toEqual(['people/not-here', 'people/not-here', 'people/may-not-vouch'])
    expect(await vouch(first, administrator)).toBe('people/needs-no-vouching')
    expect((await waitingBeside(desk, first))?.map(({ id }) => id)).toEqual([second])
    await markAsLeft(desk, now, boss, second)
    expect(await vouch(first, second)).toBe('people/has-left')
    await markAsLeft(desk, now, boss, first)
    expect(await vouch(first, made)).toBe('people/may-not-vouch')
    for (const by of [made, first]) await expect(desk.db.updateTable('people').set({ vouched_by: by, vouched_at: 1 }).where('id', '=', made).execute()).rejects.toThrow('nobody vouches for themselves')
  })

  test('is taken away by a new password, by taking factors away, and by another role or organisation', async () => {
    const { desk, settled, of } = await office()
    const { organisation } = await placed(desk, 'case-worker', 1)
    const [first, second] = [await settled(), await settled()]
    await settled('case-worker', organisation)
    const takings = [
      () => resetPassword(desk, now, boss, second),
      async () => {
        await desk.db.insertInto('passkeys').values({ id: `key-${now()}`, person: second, name: 'A', public_key: 'A', counter: 0, transports: '[]', held: 'synced', made_at: 1, used_at: null }).execute()
        return takeAwayFactors(desk, now, boss, second)
      },
      () => changePlace(desk, now, boss, second, { role: 'planner', organisation: OWN_UNIT }),
      () => changePlace(desk, now, boss, second, { role: 'case-worker', organisation }),
    ]
    for (const take of takings) {
      await desk.db.updateTable('people').set({ must_change: 'no', vouched_by: THE_SERVER, vouched_at: 1 }).where('id', '=', second).execute()
      expect((await take()).accepted).toBe(true)
      expect(await of(second)).toMatchObject({ vouched_by: null, vouched_at: null, changed_by: boss })
    }
    expect(await of(first)).toMatchObject({ vouched_by: FIRST_OF_ORGANISATION })
  })

  test('stands as of the first of an organisation where nobody else of it could vouch, and the history says so', async () => {
    const { desk, settled, of } = await office()
    const [only] = [await settled(), await settled('administrator')]
    await resetPassword(desk, now, boss, only)
    expect(await of(only)).toMatchObject({ vouched_by: FIRST_OF_ORGANISATION, must_change: 'yes' })
    const history = await desk.db.selectFrom('people_history').select(['password', 'vouched_by', 'changed_by']).where('person', '=', only).orderBy('number').execute()
    expect(history.at(-1)).toEqual({ password: 'changed', vouched_by: FIRST_OF_ORGANISATION, changed_by: boss })
  })

  test('has one first of an organisation where two are added at once, and one who vouches where two do', async () => {
    const { desk, add, settled, own, of } = await office()
    const both = await Promise.all([add(), add()])
    const rows = await Promise.all(both.map(of))
    expect(rows.map(({ vouched_by }) => String(vouched_by)).toSorted()).toEqual([FIRST_OF_ORGANISATION, 'null'])
    const [first, second] = [rows.find((row) => row.vouched_by !== null)?.id as ActorId, rows.find((row) => row.vouched_by === null)?.id as ActorId]
    await own(second)
    await vouchFor(desk, now, first, second)
    const third = await settled()
    const outcomes = await Promise.all([first, second].map((by) => vouchFor(desk, now, by, third)))
    expect(outcomes.map((each) => (each.accepted ? 'vouched' : each.code)).toSorted()).toEqual(['people/needs-no-vouching', 'vouched'])
  })

  test('stands against a password that is reset in the same moment', async () => {
    const { desk, settled, of } = await office()
    const first = await settled()
    for (let time = 0; time < 5; time++) {
      const person = await settled()
      await Promise.all([vouchFor(desk, now, first, person), resetPassword(desk, now, boss, person)])
      expect(await of(person)).toMatchObject({ must_change: 'yes', vouched_by: null })
    }
  })
})
