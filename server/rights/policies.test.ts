import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CASE_ROLES, LOOKS, ROLES, USUAL_LOOK, type Look, type Role } from '../../core/kernel/access.ts'
import { FILE_ACTIONS, OFFICE_ACTIONS, REQUEST_ACTIONS, SHARE_ACTIONS, type FileAction } from '../../core/kernel/action.ts'
import { ENFORCEMENT_ROLES, isPartner, mayHold, ORGANISATION_KINDS, type OrganisationId, type OrganisationKind } from '../../core/kernel/organisation.ts'
import type { ActorId } from '../../core/kernel/id.ts'
import { EVERY_ASKING, openRights } from './cedar.ts'
import { preparePolicies, readPolicyFiles } from './policy-files.ts'
import { RELATIONS, type Asker, type KnownFile, type Relation } from './rights.ts'
import { whoMayWhat } from './who-may-what.ts'

const files = readPolicyFiles()
const rights = openRights(files)
const [own, other] = ['own' as OrganisationId, 'other' as OrganisationId]
const KINDS = ['site', 'plan', 'source'] as const
const REACHES = ['unit', 'named'] as const

const asker = (role: Role, kind: OrganisationKind, vouched: 'yes' | 'no' = 'yes'): Asker => ({ id: 'person' as ActorId, role, organisation: { id: own, kind }, vouched })
const lookOf = (role: Role): Look => (role === 'administrator' ? 'assessment' : USUAL_LOOK[role])
const fileOf = (kind: KnownFile['kind'], organisation: OrganisationId, reach: KnownFile['reach'], relations: readonly Relation[]): KnownFile => ({ kind, id: 'file', organisation, reach, relations })
const allowed = (who: Asker, action: FileAction, file: KnownFile, look: Look = lookOf(who.role)): boolean => rights.onFile(who, action, file, look).allowed === 'yes'

/** Every pair of a role and a kind of organisation, also those that no organisation gives: a wrong row in a table opens nothing either. */
const EVERYBODY = ROLES.flatMap((role) => ORGANISATION_KINDS.map((kind) => asker(role, kind)))
const HERE = EVERYBODY.filter(({ role, organisation }) => mayHold(organisation.kind, role))
const ANY_RELATION: readonly (Relation | null)[] = [null, ...RELATIONS]
const EVERY_FILE = KINDS.flatMap((kind) => [own, other].flatMap((organisation) => REACHES.flatMap((reach) => ANY_RELATION.map((relation) => fileOf(kind, organisation, reach, relation === null ? [] : [relation])))))

/** Standing to a file in every way at once; by the law below, whoever may not so may not by fewer. */
const EVERY_FILE_BY_EVERY_RELATION = KINDS.flatMap((kind) => [own, other].flatMap((organisation) => REACHES.map((reach) => fileOf(kind, organisation, reach, RELATIONS))))

describe('the whole matrix: every role, organisation, action, kind of file, reach and relation', () => {
  test('is what docs/who-may-what.md says, line by line', () => {
    const path = join(import.meta.dirname, '../../docs/who-may-what.md')
    const written = whoMayWhat(rights)
    if (process.env['WRITE_WHO_MAY_WHAT'] === 'yes') writeFileSync(path, written)
    expect(readFileSync(path, 'utf8')).toBe(written)
  })

  test('lets nobody act on a file that they may not read, but for taking it into a number', () => {
    const breaches = HERE.flatMap((who) => EVERY_FILE.flatMap((file) => FILE_ACTIONS.filter((action) => action !== 'weigh' && allowed(who, action, file) && !allowed(who, 'read', file)).map((action) => [who.role, action, file])))
    expect(breaches).toEqual([])
  })

  test('lets no partner do an act of enforcement, in whatever role the table has them', () => {
    const ENFORCES: readonly FileAction[] = ['record', 'write', 'decide', 'identify', 'name', 'share', 'hold', 'forget']
    for (const who of EVERYBODY.filter(({ organisation }) => isPartner(organisation.kind)))
      for (const file of EVERY_FILE_BY_EVERY_RELATION) for (const action of ENFORCES) expect([who.role, who.organisation.kind, action, allowed(who, action, file)]).toEqual([who.role, who.organisation.kind, action, false])
  })

  test('lets an NGO into no file, whoever named its worker for it', () => {
    for (const who of EVERYBODY.filter(({ organisation }) => organisation.kind === 'ngo')) for (const file of EVERY_FILE_BY_EVERY_RELATION) expect([who.role, file, allowed(who, 'read', file)]).toEqual([who.role, file, false])
  })

  test('tells who a source is to its handler and its controller alone', () => {
    const identified = HERE.flatMap((who) => EVERY_FILE.filter((file) => file.kind === 'source' && allowed(who, 'identify', file)).map(({ relations }) => relations.join(' ')))
    expect(new Set(identified)).toEqual(new Set(['handles-it', 'oversees-it']))
  })

  test('lets nobody of another organisation read what nobody named them for', () => {
    for (const who of HERE.filter(({ organisation }) => organisation.kind !== 'oversight'))
      for (const file of EVERY_FILE.filter(({ organisation, relations }) => organisation === other && relations.length === 0)) expect([who.role, file, allowed(who, 'read', file)]).toEqual([who.role, file, false])
  })

  test('lets nobody read a file that reaches only those named for it without standing to it somehow', () => {
    for (const who of HERE.filter(({ organisation }) => organisation.kind !== 'oversight'))
      for (const file of EVERY_FILE.filter(({ reach, relations }) => reach === 'named' && relations.length === 0)) expect([who.role, file, allowed(who, 'read', file)]).toEqual([who.role, file, false])
  })
})

describe('what nobody may, whatever else is permitted', () => {
  const anyFile = fc.record({ kind: fc.constantFrom(...KINDS), organisation: fc.constantFrom(own, other), reach: fc.constantFrom(...REACHES), relations: fc.subarray([...RELATIONS]) }).map(({ kind, organisation, reach, relations }) => fileOf(kind, organisation, reach, relations))
  const anyAsked = fc.record({ role: fc.constantFrom(...ROLES), kind: fc.constantFrom(...ORGANISATION_KINDS), action: fc.constantFrom(...FILE_ACTIONS), file: anyFile, look: fc.constantFrom(...LOOKS) })

  test('an administrator opens no file, for no purpose and by no relation', () => {
    fc.assert(fc.property(anyAsked, ({ kind, action, file, look }) => {
      expect(allowed(asker('administrator', kind), action, file, look)).toBe(false)
    }), { numRuns: 400 })
  })

  test('an account that nobody vouched for does nothing at all', () => {
    fc.assert(fc.property(anyAsked, ({ role, kind, action, file, look }) => {
      expect(allowed(asker(role, kind, 'no'), action, file, look)).toBe(false)
    }), { numRuns: 400 })
    for (const role of ROLES) for (const action of OFFICE_ACTIONS) expect([role, action, rights.onOffice(asker(role, 'police', 'no'), action).allowed]).toEqual([role, action, 'no'])
  })

  test('standing to a file in one more way takes nothing away: every path by which leave is given holds beside every other', () => {
    fc.assert(fc.property(anyAsked, fc.constantFrom(...RELATIONS), ({ role, kind, action, file, look }, more) => {
      expect(!allowed(asker(role, kind), action, file, look) || allowed(asker(role, kind), action, { ...file, relations: [...new Set([...file.relations, more])] }, look)).toBe(true)
    }), { numRuns: 600 })
  })

  test('two ways of standing to a file open no more than each of them does: reading is what a list can be filtered by', () => {
    fc.assert(fc.property(anyAsked, ({ role, kind, file, look }) => {
      const by = (relations: readonly Relation[]) => allowed(asker(role, kind), 'read', { ...file, relations }, look)
      expect(by(file.relations)).toBe([[], ...file.relations.map((one) => [one])].some((relations) => by(relations)))
    }), { numRuns: 600 })
  })

  test('a refusal names its policy wherever one forbids, and a leave always does', () => {
    fc.assert(fc.property(anyAsked, ({ role, kind, action, file, look }) => {
      const decided = rights.onFile(asker(role, kind), action, file, look)
      expect(decided.policy === null ? decided.allowed === 'no' : decided.policy in files.policies).toBe(true)
    }), { numRuns: 100 })
  })
})

describe('what was passed on, and requests', () => {
  test('reach the two organisations they are between and nobody else but oversight', () => {
    const third = 'third' as OrganisationId
    for (const who of HERE.filter(({ organisation }) => organisation.kind !== 'oversight')) {
      for (const action of SHARE_ACTIONS) expect([who.role, action, rights.onPaper({ ...who, organisation: { ...who.organisation, id: third } }, action, { kind: 'share', id: 's', organisation: own, to: other }, lookOf(who.role)).allowed]).toEqual([who.role, action, 'no'])
      for (const action of REQUEST_ACTIONS) expect([who.role, action, rights.onPaper({ ...who, organisation: { ...who.organisation, id: third } }, action, { kind: 'request', id: 'r', organisation: own, to: null }, lookOf(who.role)).allowed]).toEqual([who.role, action, 'no'])
    }
  })

  test('are acknowledged by whom they were passed to, and recalled by whoever passed them on', () => {
    const worker: Asker = { ...asker('case-worker', 'ngo'), organisation: { id: other, kind: 'ngo' } }
    const paper = { kind: 'share', id: 's', organisation: own, to: other } as const
    expect(SHARE_ACTIONS.map((action) => rights.onPaper(worker, action, paper, 'care').allowed)).toEqual(['yes', 'yes', 'no'])
    expect(SHARE_ACTIONS.map((action) => rights.onPaper(asker('planner', 'police'), action, paper, 'planning').allowed)).toEqual(['yes', 'no', 'yes'])
  })
})

describe('the files of policies', () => {
  test('know the words of the core and no others', () => {
    const listed = (entity: string) => [...(new RegExp(`entity ${entity} enum \\[([^\\]]*)\\]`).exec(files.schema)?.[1]?.matchAll(/"([^"]+)"/g) ?? [])].map(([, word]) => word)
    expect(listed('Role')).toEqual([...ROLES])
    expect(listed('Kind')).toEqual([...ORGANISATION_KINDS])
    expect(listed('Look')).toEqual([...LOOKS])
    expect(listed('Relation')).toEqual([...RELATIONS])
    expect(new Set(CASE_ROLES)).toEqual(new Set(ROLES.filter((role) => role !== 'administrator')))
    expect(ENFORCEMENT_ROLES.every((role) => !ORGANISATION_KINDS.some((kind) => isPartner(kind) && mayHold(kind, role)))).toBe(true)
  })

  test.each([
    ['a role that there is not', 'Role::"anlyst"'],
    ['an action that there is not', 'Action::"reed"'],
    ['an organisation of no kind', 'Kind::"polcie"'],
  ])('are refused at the start for %s', (_, word) => {
    const [type = ''] = word.split('::')
    const policy = type === 'Action' ? `permit (principal, action == ${word}, resource);` : `permit (principal, action == Action::"read", resource) when { principal.${type.toLowerCase()} == ${word} };`
    expect(() => preparePolicies({ ...files, policies: { ...files.policies, slip: policy } }, EVERY_ASKING)).toThrow(/slip/)
  })

  test('name no single file, so that what was decided of one holds of every other like it', () => {
    for (const [name, policy] of Object.entries(files.policies)) expect([name, /(?:Site|Plan|Source|Share|Request)::"/.test(policy)]).toEqual([name, false])
  })

  test('say of each policy what it is called and why it is there', () => {
    for (const [name, policy] of Object.entries(files.policies)) expect([name, /@because\("[^"]{15,}"\)/.test(policy)]).toEqual([name, true])
  })
})
