import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ROLES } from '../../core/kernel/access.ts'
import type { ActorId } from '../../core/kernel/id.ts'
import { ORGANISATION_KINDS, OWN_UNIT, ROLES_IN } from '../../core/kernel/organisation.ts'
import { openStore } from '../../ledger/store/open.ts'
import { openPostgres } from '../../ledger/store/postgres.ts'
import { openSqlite } from '../../ledger/store/sqlite.ts'
import type { Engine, Location, Store } from '../../ledger/store/store.ts'
import { ENGINES, freshPlace, sayWhatIsSkipped, tidyUp } from '../../tests/ledger-stores.ts'
import { organisationOf, placed } from '../../tests/organisation-cast.ts'
import { standingClock } from '../../tests/office-cast.ts'
import type { DeskTables } from '../desk-tables.ts'
import { addOrganisation, everyOrganisation, nameOrganisation } from './organisations.ts'
import { addPerson, changePlace, everybody } from './people.ts'

beforeAll(sayWhatIsSkipped)

const opened: { readonly close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  await tidyUp()
})

async function deskAt(place: Location): Promise<Store<DeskTables>> {
  const desk = await openStore<DeskTables>(place, 'desk')
  opened.push(desk)
  return desk
}

const FOLDER = new URL('../../ledger/store/migrations/', import.meta.url)

/** A desk as the version before this one left it: its migrations up to the third, run and noted as they were then. */
async function deskOfBefore(engine: Engine, place: Location): Promise<void> {
  const store = 'file' in place ? openSqlite<DeskTables>(place.file) : await openPostgres<DeskTables>(place.url, place.schema)
  await store.script('create table migrations (name text primary key)')
  for (const name of readdirSync(FOLDER).filter((each) => each.endsWith(`-desk.${engine}.sql`) && each < '0004').toSorted())
    await store.script(`insert into migrations (name) values ('${name}'); ${readFileSync(new URL(name, FOLDER), 'utf8')}`)
  const rows = [['ada', 'analyst', 'null'], ['bo', 'administrator', 'null'], ['cy', 'planner', '7']]
  for (const [id, role, left] of rows) await store.script(`insert into people values ('${id}', '${id}', 'Öfficer ${id}', '${role}', 'hash of ${id}', 'no', 'server', 1, 'server', 2, ${left})`)
  await store.script("insert into sessions (token_digest, id, person, made_at, seen_at, ends_at, address, proved_at, proved_by) values ('digest', 'session', 'ada', 1, 1, 1, 'here', 1, 'password')")
  await store.script("insert into looks (at, who, role, stream, look, allowed) values (3, 'ada', 'analyst', 'site/1', 'care', 'yes')")
  await store.close()
}

const boss = 'person-0' as ActorId
const { now } = standingClock()

describe.each(ENGINES)('organisations on %s', (engine) => {
  test('come into a desk that was in use: people, their history and the access log stay, in the unit, and those who work on cases are taken over as vouched for', async () => {
    const place = freshPlace(engine)
    await deskOfBefore(engine, place)
    const { db } = await deskAt(place)
    const people = await db.selectFrom('people').selectAll().orderBy('id').execute()
    expect(people).toMatchObject([
      { id: 'ada', name: 'Öfficer ada', role: 'analyst', organisation: OWN_UNIT, vouched_by: 'server', vouched_at: expect.any(Number), password_hash: 'hash of ada', made_at: 1, left_at: null },
      { id: 'bo', role: 'administrator', organisation: OWN_UNIT, vouched_by: null, vouched_at: null, changed_at: 2 },
      { id: 'cy', role: 'planner', vouched_by: null, left_at: 7 },
    ])
    const history = await db.selectFrom('people_history').selectAll().orderBy('number').execute()
    expect(history.map(({ person, password, vouched_by }) => [person, password, vouched_by])).toEqual([['ada', 'made', null], ['bo', 'made', null], ['cy', 'made', null], ['ada', 'same', 'server']])
    expect(await db.selectFrom('looks').selectAll().execute()).toMatchObject([{ who: 'ada', policy: null }])
    expect(await db.selectFrom('sessions').select('person').execute()).toEqual([{ person: 'ada' }])
  })

  test('give each role that their kind may give and no other: every kind with every role, in the database itself', async () => {
    const desk = await deskAt(freshPlace(engine))
    for (const kind of ORGANISATION_KINDS) {
      await placed(desk, 'administrator', 1, organisationOf(kind))
      for (const role of ROLES) {
        const id = `${kind}-${role}`
        const insert = desk.db.insertInto('people').values({ id, sign_in_name: id, name: id, role, organisation: organisationOf(kind).id, vouched_by: null, vouched_at: null, password_hash: 'none', must_change: 'no', made_by: 'server', made_at: 1, changed_by: 'server', changed_at: 1, left_at: null }).execute()
        const outcome = await insert.then(() => 'held', (error: Error) => (/gives nobody this role/.test(error.message) ? 'refused' : error.message))
        expect([kind, role, outcome]).toEqual([kind, role, ROLES_IN[kind].includes(role) ? 'held' : 'refused'])
      }
    }
    for (const statement of ["update people set role = 'planner' where id = 'ngo-case-worker'", "update people set organisation = 'invented-ngo' where id = 'police-planner'", "update people set organisation = 'nowhere' where id = 'police-planner'"])
      await expect(desk.script(statement)).rejects.toThrow(/gives nobody this role|foreign key/)
  })

  test('keep their kind and are never deleted, and which roles a kind gives is no setting', async () => {
    const desk = await deskAt(freshPlace(engine))
    await desk.script("update organisations set name = 'Another name'")
    for (const [statement, said] of [
      ["update organisations set kind = 'ngo'", 'stays'], ['delete from organisations', 'never deleted'], ["insert into roles_in (kind, role) values ('ngo', 'planner')", 'no setting'],
      ["update roles_in set kind = 'ngo'", 'no setting'], ['delete from roles_in', 'no setting'],
    ] as const) await expect(desk.script(statement)).rejects.toThrow(said)
    expect(await sql`select kind, role from roles_in`.execute(desk.db).then(({ rows }) => rows.length)).toBe(Object.values(ROLES_IN).flat().length)
  })

  test('are added and named by people, each under a name of its own', async () => {
    const desk = await deskAt(freshPlace(engine))
    const [first, second] = await Promise.all([1, 2].map(() => addOrganisation(desk, now, boss, { kind: 'ngo', name: 'River Shelter' })))
    expect([first, second].map((each) => String(each?.accepted ? 'added' : each?.code)).toSorted()).toEqual(['added', 'organisations/name-taken'])
    expect(await nameOrganisation(desk, now, boss, OWN_UNIT, 'river shelter')).toEqual({ accepted: false, code: 'organisations/name-taken' })
    expect(await nameOrganisation(desk, now, boss, 'nowhere', 'Any')).toEqual({ accepted: false, code: 'organisations/not-here' })
    expect(await nameOrganisation(desk, now, boss, OWN_UNIT, 'Invented unit')).toMatchObject({ accepted: true })
    expect(await everyOrganisation(desk)).toMatchObject([{ id: OWN_UNIT, name: 'Invented unit', changed_by: boss }, { kind: 'ngo', name: 'River Shelter', made_by: boss }])
  })

  test('are told before the database is asked: no partner is given a role of enforcement, neither at first nor later', async () => {
    const desk = await deskAt(freshPlace(engine))
    const { organisation } = await placed(desk, 'case-worker', 1)
    const person = { signInName: 'c.worker', name: 'C. Worker', role: 'case-worker', organisation } as const
    expect(await addPerson(desk, now, boss, { ...person, role: 'planner' })).toEqual({ accepted: false, code: 'people/role-not-in-organisation' })
    expect(await addPerson(desk, now, boss, { ...person, organisation: 'nowhere' })).toEqual({ accepted: false, code: 'people/no-such-organisation' })
    const added = await addPerson(desk, now, boss, person)
    const id = added.accepted ? added.person.id : ''
    expect(await changePlace(desk, now, boss, id, { role: 'analyst', organisation })).toEqual({ accepted: false, code: 'people/role-not-in-organisation' })
    expect(await changePlace(desk, now, boss, id, { role: 'analyst', organisation: 'nowhere' })).toEqual({ accepted: false, code: 'people/no-such-organisation' })
    expect(await changePlace(desk, now, boss, id, { role: 'analyst', organisation: OWN_UNIT })).toMatchObject({ accepted: true, person: { role: 'analyst', organisation: OWN_UNIT } })
    expect(await everybody(desk)).toMatchObject([{ id, role: 'analyst', organisation: OWN_UNIT, changed_by: boss }])
    const history = await desk.db.selectFrom('people_history').select(['role', 'organisation']).orderBy('number').execute()
    expect(history).toEqual([{ role: 'case-worker', organisation }, { role: 'analyst', organisation: OWN_UNIT }])
  })
})
