import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CASE_ROLES, LOOKS } from '../../core/kernel/access.ts'
import { mayHold, ORGANISATION_KINDS, type OrganisationId } from '../../core/kernel/organisation.ts'
import type { ActorId } from '../../core/kernel/id.ts'
import { putFiles, type FileCast } from '../../tests/need-cast.ts'
import { closeOffices, freshOffice } from '../../tests/office-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { knownFiles } from './known-files.ts'
import type { Asker, KnownFile } from './rights.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const PEOPLE = ['ada', 'ben', 'cyd'] as const
const ORGANISATIONS = ['unit', 'second'] as const
const KINDS: readonly KnownFile['kind'][] = ['site', 'plan', 'source']
const MOMENT = Date.UTC(2031, 1, 3, 8)

const anyPeople = fc.subarray([...PEOPLE])
const anyFile = fc.record({
  kind: fc.constantFrom(...KINDS), organisation: fc.constantFrom(...ORGANISATIONS), by: fc.constantFrom(...PEOPLE), reach: fc.constantFrom('unit' as const, 'named' as const),
  named: anyPeople, handler: fc.constantFrom(...PEOPLE), controller: fc.constantFrom(...PEOPLE), tasks: anyPeople, ofSite: fc.nat(9),
  glasses: fc.array(fc.record({ person: fc.constantFrom(...PEOPLE), until: fc.constantFrom(MOMENT - 1, MOMENT, MOMENT + 1) }), { maxLength: 2 }),
})

const cast = (each: typeof anyFile extends fc.Arbitrary<infer File> ? File : never, at: number): FileCast => ({
  file: `${each.kind}/${at}`, organisation: each.organisation, by: each.by, reach: each.reach, named: each.named, glasses: each.glasses,
  ...(each.kind === 'source' && { handler: each.handler, controller: each.controller }), ...(each.kind === 'site' && { tasks: each.tasks }), ...(each.kind === 'plan' && { site: String(each.ofSite) }),
})

const EVERYBODY: readonly Asker[] = PEOPLE.flatMap((id) => ORGANISATIONS.flatMap((organisation) => ORGANISATION_KINDS.flatMap((kind) =>
  CASE_ROLES.filter((role) => mayHold(kind, role)).map((role) => ({ id: id as ActorId, role, organisation: { id: organisation as OrganisationId, kind }, vouched: 'yes' as const })))))

describe.each(ENGINES)('a list on %s', (engine) => {
  test('shows everybody just the files that the policies let them read, whatever way they stand to them', async () => {
    const { office } = await freshOffice(engine)
    const [files] = fc.sample(fc.array(anyFile, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 20_311 })
    const put = files?.map(cast) ?? []
    await putFiles(office, put)
    const { db } = office.cases.entries
    for (const who of EVERYBODY) {
      const known = await knownFiles(office.cases.entries, put.map(({ file }) => file), { person: who.id, now: office.now() })
      const reads = [...known.values()].filter((file) => LOOKS.some((look) => office.rights.onFile(who, 'read', file, look).allowed === 'yes')).map(({ kind, id }) => `${kind}/${id}`)
      const reach = office.reach(who)
      const listed: string[] = []
      for (const kind of KINDS) {
        const { rows } = await sql<{ id: string }>`select id from ${sql.table(`${kind}s`)} where ${reach(kind)}`.execute(db)
        listed.push(...rows.map(({ id }) => `${kind}/${id}`))
      }
      expect([who.id, who.role, who.organisation, listed.toSorted()]).toEqual([who.id, who.role, who.organisation, reads.toSorted()])
    }
  }, 120_000)

  test('of a plan reaches no further than the site it tells of', async () => {
    const { office } = await freshOffice(engine)
    await putFiles(office, [{ file: 'site/1', reach: 'named', named: ['ben'] }, { file: 'plan/1', site: '1' }])
    const planned = async (id: string) => (await knownFiles(office.cases.entries, ['plan/1'], { person: id, now: office.now() })).get('plan/1')
    expect([(await planned('ada'))?.reach, (await planned('ada'))?.relations, (await planned('ben'))?.relations]).toEqual(['named', [], ['named']])
  })

  test('shows nothing to somebody whom nobody vouched for', async () => {
    const { office } = await freshOffice(engine)
    await putFiles(office, [{ file: 'site/1' }, { file: 'source/1' }])
    const reach = office.reach({ id: 'ada' as ActorId, role: 'analyst', organisation: { id: 'unit' as OrganisationId, kind: 'police' }, vouched: 'no' })
    const { rows } = await sql`select id from sites where ${reach('site')}`.execute(office.cases.entries.db)
    expect(rows).toEqual([])
  })
})
