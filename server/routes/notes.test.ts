import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newMember } from '../../crypto/partner-member.ts'
import { openedNote } from '../../crypto/partner-note.ts'
import { newOrganisationKey } from '../../crypto/partner-organisation.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { asSent, codeOf, json, keeperAt, keyBy, letIn, memberOf, NGO, noteBox, openedBy, OTHER_NGO, partnerAt, told } from '../../tests/notes-cast.ts'
import { asAdministrator, asColleague, closeOffices, freshOffice } from '../../tests/office-cast.ts'
import { NotesKeysShape, notesKeyId, NotesShape, NoteVersionsShape, type NotesKeysSent, type NotesSent, type NoteVersionsSent } from '../../wire/office/notes.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const NOTE = 'note-0001'
const SAYS = 'She asked for a doctor.'

describe.each(ENGINES)('a partner’s notes on %s', (engine) => {
  test('are kept in their box, read back by a colleague who was let in, and opened only there', async () => {
    const given = await freshOffice(engine)
    const { partner, member, made } = await keeperAt(given, 'ada')
    const sealed = await noteBox(partner, made, { note: NOTE, says: SAYS })
    expect((await partner.post('/api/notes', { id: NOTE, ...sealed })).status).toBe(201)
    const bo = await partnerAt(given, 'bo')
    const second = await memberOf(bo, 'another sentence to remember')
    expect(await openedBy(bo, second)).toBeNull()
    expect((await letIn(partner, member, made, second)).status).toBe(200)
    const opener = await openedBy(bo, second)
    const { notes: [note] } = NotesShape.parse(await json(await bo.get('/api/notes')))
    expect(note).toMatchObject({ id: NOTE, version: 1, by: partner.id, box: sealed.box })
    expect(await openedNote(opener!, note?.box ?? '', { organisation: NGO.id, note: NOTE, version: 1, by: partner.id, key: made.key.id })).toEqual({ about: 'a call', says: SAYS })
  })

  test('are refused before the organisation has a key, to a key that is not the newest, and from somebody not let in', async () => {
    const given = await freshOffice(engine)
    const partner = await partnerAt(given, 'ada')
    const member = await memberOf(partner)
    const early = await newOrganisationKey(member, notesKeyId(NGO.id, 1), { of: 3, need: 2 })
    const sealed = await noteBox(partner, early, { note: NOTE, says: SAYS })
    expect(await codeOf(await partner.post('/api/notes', { id: NOTE, ...sealed }))).toBe('notes/no-key-yet')
    const { typedBack: _untyped, ...untyped } = asSent(early, 1)
    expect(await codeOf(await partner.post('/api/notes/keys', untyped))).toBe('reading/missing-field')
    const made = await keyBy(partner, member)
    expect(await codeOf(await partner.post('/api/notes', { id: NOTE, ...sealed, key: notesKeyId(NGO.id, 2) }))).toBe('notes/other-key')
    const bo = await partnerAt(given, 'bo')
    expect(await codeOf(await bo.post('/api/notes/keys', asSent(made, 2)))).toBe('notes/no-own-key')
    await memberOf(bo)
    expect(await codeOf(await bo.post('/api/notes', { id: NOTE, ...sealed }))).toBe('notes/not-let-in')
    expect(await codeOf(await bo.post('/api/notes/keys', asSent(made, 2)))).toBe('notes/key-made-already')
  })

  test('are another organisation’s to nobody: every answer is as for an id that is nobody’s', async () => {
    const given = await freshOffice(engine)
    const { partner, made } = await keeperAt(given, 'ada')
    await partner.post('/api/notes', { id: NOTE, ...(await noteBox(partner, made, { note: NOTE, says: SAYS })) })
    const { partner: other, made: otherKey, member } = await keeperAt(given, 'coast', OTHER_NGO)
    const unknown = 'note-9999'
    const boxes = await noteBox(other, otherKey, { note: NOTE, version: 2, says: 'x' })
    for (const [method, rest, body] of [['GET', '', undefined], ['PUT', '', boxes], ['PUT', '/under', { key: boxes.key, boxes: [{ version: 1, box: boxes.box }] }], ['DELETE', '', undefined]] as const) {
      const [there, nowhere] = await Promise.all([NOTE, unknown].map(async (id) => told(await other.ask(method, `/api/notes/${id}${rest}`, body, { 'if-match': '"1"' }))))
      expect(there?.[0], method).toBe(404)
      expect(there).toEqual(nowhere)
    }
    const holding = { person: other.id, publicKey: member.kept.publicKey, box: otherKey.holding }
    const [theirs, nobodys] = await Promise.all([made.key.id, 'nobody.1'].map(async (key) => told(await other.post(`/api/notes/keys/${key}/holdings`, holding))))
    expect(theirs).toEqual(nobodys)
    const [them, none] = await Promise.all([partner.id, 'nobody'].map(async (id) => told(await other.ask('DELETE', `/api/notes/colleagues/${id}`))))
    expect(them).toEqual(none)
    expect(await json<NotesSent>(await other.get('/api/notes'))).toMatchObject({ notes: [], next: null })
    expect(JSON.stringify(await json(await other.get('/api/notes/keys')))).not.toContain(partner.id)
    // The same id is free to them, so that trying it tells nothing.
    expect((await other.post('/api/notes', { id: NOTE, ...(await noteBox(other, otherKey, { note: NOTE, says: 'x' })) })).status).toBe(201)
  })

  test('are nothing to the police, the prosecution or an administrator, whatever the address, and the attempt is logged', async () => {
    const given = await freshOffice(engine)
    const { partner, made } = await keeperAt(given, 'ada')
    await partner.post('/api/notes', { id: NOTE, ...(await noteBox(partner, made, { note: NOTE, says: SAYS })) })
    const strangers = [await asColleague(given, 'authorising-officer'), await asColleague(given, 'analyst'), await asColleague(given, 'prosecutor'), await asAdministrator(given)]
    for (const stranger of strangers)
      for (const [method, path] of [['GET', '/api/notes'], ['GET', '/api/notes/keys'], ['GET', `/api/notes/${NOTE}`], ['GET', '/api/notes/note-9999'], ['PUT', `/api/notes/${NOTE}`], ['DELETE', `/api/notes/${NOTE}`], ['POST', '/api/notes'], ['POST', '/api/notes/keys'], ['POST', '/api/notes/own-key'], ['DELETE', `/api/notes/colleagues/${partner.id}`]] as const)
        expect([method, path, await codeOf(await stranger.ask(method, path, method === 'GET' || method === 'DELETE' ? undefined : {}))]).toEqual([method, path, 'access/not-permitted'])
    const looks = await given.office.cases.desk.db.selectFrom('looks').selectAll().where('stream', '=', 'office/keep-notes').execute()
    expect(looks.filter(({ allowed }) => allowed === 'no')).toHaveLength(40)
    expect((await given.browser().get('/api/notes')).status).toBe(401)
  })

  test('are looked at in the access log by organisation, and by no id of a note', async () => {
    const given = await freshOffice(engine)
    const { partner } = await keeperAt(given, 'ada')
    await partner.get('/api/notes')
    await partner.get(`/api/notes/${NOTE}`)
    const looks = await given.office.cases.desk.db.selectFrom('looks').select(['stream', 'who', 'policy']).execute()
    expect(looks).toEqual(Array.from({ length: 2 }, () => ({ stream: `notes/${NGO.id}`, who: partner.id, policy: 'partners-keep-notes-of-their-own' })))
  })

  test('keep their earlier versions, and two who write at once do not overwrite each other', async () => {
    const given = await freshOffice(engine)
    const { partner, made } = await keeperAt(given, 'ada')
    const first = { id: NOTE, ...(await noteBox(partner, made, { note: NOTE, says: SAYS })) }
    const twice = await Promise.all([partner.post('/api/notes', first), partner.post('/api/notes', first)])
    expect(twice.map(({ status }) => status)).toEqual([201, 201])
    expect(await codeOf(await partner.post('/api/notes', { id: NOTE, ...(await noteBox(partner, made, { note: NOTE, says: 'other' })) }))).toBe('notes/kept-already')
    const changes = await Promise.all(['one', 'two'].map((says) => noteBox(partner, made, { note: NOTE, version: 2, says })))
    const answers = await Promise.all(changes.map((change) => partner.ask('PUT', `/api/notes/${NOTE}`, change, { 'if-match': '"1"' })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412])
    const { versions } = NoteVersionsShape.parse(await json(await partner.get(`/api/notes/${NOTE}`)))
    expect(versions.map(({ version }) => version)).toEqual([2, 1])
    expect(versions[1]?.box).toBe(first.box)
    expect(await codeOf(await partner.ask('PUT', `/api/notes/${NOTE}`, changes[0]))).toBe('request/no-version')
  })

  test('are really deleted: no box stays, and a line says who deleted one and when', async () => {
    const given = await freshOffice(engine)
    const { partner, made } = await keeperAt(given, 'ada')
    await partner.post('/api/notes', { id: NOTE, ...(await noteBox(partner, made, { note: NOTE, says: SAYS })) })
    await partner.ask('PUT', `/api/notes/${NOTE}`, await noteBox(partner, made, { note: NOTE, version: 2, says: 'more' }), { 'if-match': '"1"' })
    expect(await codeOf(await partner.ask('DELETE', `/api/notes/${NOTE}`, undefined, { 'if-match': '"1"' }))).toBe('notes/changed-meanwhile')
    expect((await partner.ask('DELETE', `/api/notes/${NOTE}`, undefined, { 'if-match': '"2"' })).status).toBe(200)
    const { versions } = await json<NoteVersionsSent>(await partner.get(`/api/notes/${NOTE}`))
    expect(versions.map(({ box, deletedBy }) => [box, deletedBy])).toEqual([[null, partner.id], [null, partner.id]])
    expect(await codeOf(await partner.ask('DELETE', `/api/notes/${NOTE}`, undefined, { 'if-match': '"2"' }))).toBe('notes/deleted')
    const rows = await given.office.cases.desk.db.selectFrom('partner_notes').select(['box', 'key']).execute()
    expect(rows).toEqual([{ box: null, key: null }, { box: null, key: null }])
  })

  test('come a page at a time, each once', async () => {
    const given = await freshOffice(engine)
    const { partner, made } = await keeperAt(given, 'ada')
    for (let at = 1; at <= 5; at++) await partner.post('/api/notes', { id: `note-000${at}`, ...(await noteBox(partner, made, { note: `note-000${at}`, says: SAYS })) })
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: NotesSent = await json(await partner.get(`/api/notes?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`))
      seen.push(...page.notes.map(({ id }) => id))
      cursor = page.next
    }
    expect(seen.toSorted()).toEqual([1, 2, 3, 4, 5].map((at) => `note-000${at}`))
    expect((await partner.get('/api/notes?cursor=AAAA')).status).toBe(422)
  })

  test('are too large where no note of ours would be', async () => {
    const given = await freshOffice(engine)
    const { partner, made } = await keeperAt(given, 'ada')
    const answered = await partner.post('/api/notes', { id: NOTE, key: made.key.id, box: 'A'.repeat(50_000) })
    expect(await codeOf(answered)).toBe('reading/wrong-value')
  })
})

describe.each(ENGINES)('keys for notes on %s', (engine) => {
  test('are made once where two make the first at once', async () => {
    const given = await freshOffice(engine)
    const [ada, bo] = [await partnerAt(given, 'ada'), await partnerAt(given, 'bo')]
    const members = [await memberOf(ada), await memberOf(bo)] as const
    const made = await Promise.all(members.map((member) => newOrganisationKey(member, notesKeyId(NGO.id, 1), { of: 3, need: 2 })))
    const answers = await Promise.all([ada.post('/api/notes/keys', asSent(made[0]!, 1)), bo.post('/api/notes/keys', asSent(made[1]!, 1))])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(NotesKeysShape.parse(await json(await ada.get('/api/notes/keys'))).keys).toHaveLength(1)
  })

  test('are renewed when somebody leaves: every version goes under the new key, and what was left of the old one goes', async () => {
    const given = await freshOffice(engine)
    const { partner, member, made } = await keeperAt(given, 'ada')
    const bo = await partnerAt(given, 'bo')
    const second = await memberOf(bo)
    await letIn(partner, member, made, second)
    await partner.post('/api/notes', { id: NOTE, ...(await noteBox(partner, made, { note: NOTE, says: SAYS })) })
    await partner.ask('PUT', `/api/notes/${NOTE}`, await noteBox(partner, made, { note: NOTE, version: 2, says: 'more' }), { 'if-match': '"1"' })
    expect((await partner.ask('DELETE', `/api/notes/colleagues/${bo.id}`)).status).toBe(200)
    expect(await json<NotesKeysSent>(await bo.get('/api/notes/keys'))).toMatchObject({ own: null, keys: [{ holding: null }] })
    const renewed = await keyBy(partner, member, 2)
    const half = { key: renewed.key.id, boxes: [{ version: 2, box: (await noteBox(partner, renewed, { note: NOTE, version: 2, says: 'more' })).box }] }
    expect(await codeOf(await partner.ask('PUT', `/api/notes/${NOTE}/under`, half, { 'if-match': '"2"' }))).toBe('notes/changed-meanwhile')
    const whole = { ...half, boxes: [...half.boxes, { version: 1, box: (await noteBox(partner, renewed, { note: NOTE, version: 1, says: SAYS })).box }] }
    expect((await partner.ask('PUT', `/api/notes/${NOTE}/under`, whole, { 'if-match': '"2"' })).status).toBe(200)
    const { keys } = await json<NotesKeysSent>(await partner.get('/api/notes/keys'))
    expect(keys.map(({ version, retiredAt, recoveryBox, holding }) => [version, retiredAt !== null, recoveryBox !== null, holding !== null])).toEqual([[2, false, true, true], [1, true, false, false]])
    const { versions } = await json<NoteVersionsSent>(await partner.get(`/api/notes/${NOTE}`))
    expect(versions.map(({ by, key }) => [by, key])).toEqual([[partner.id, renewed.key.id], [partner.id, renewed.key.id]])
    expect(await given.office.cases.desk.db.selectFrom('partner_holdings').select('key').execute()).toEqual([{ key: renewed.key.id }])
  })

  test('are no more let in to with another own key, and the one in use is named by whoever changes it', async () => {
    const given = await freshOffice(engine)
    const { partner, member, made } = await keeperAt(given, 'ada')
    const bo = await partnerAt(given, 'bo')
    const second = await memberOf(bo)
    const again = await newMember({ organisation: NGO.id, person: bo.id }, 'a third sentence to remember')
    expect(await codeOf(await bo.post('/api/notes/own-key', { ...again.kept, replaces: null }))).toBe('notes/own-key-changed')
    await letIn(partner, member, made, second)
    expect((await bo.post('/api/notes/own-key', { ...again.kept, replaces: second.kept.publicKey })).status).toBe(200)
    expect(await openedBy(bo, again)).toBeNull()
    expect(await codeOf(await letIn(partner, member, made, second))).toBe('notes/their-key-changed')
    expect(await codeOf(await bo.ask('DELETE', `/api/notes/colleagues/${partner.id}`))).toBe('notes/not-let-in')
  })

  test('can be begun anew once nobody holds the last one, and by nobody before', async () => {
    const given = await freshOffice(engine)
    const { partner, member } = await keeperAt(given, 'ada')
    const bo = await partnerAt(given, 'bo')
    const second = await memberOf(bo)
    const made = await newOrganisationKey(second, notesKeyId(NGO.id, 2), { of: 3, need: 2 })
    expect(await codeOf(await bo.post('/api/notes/keys', asSent(made, 2)))).toBe('notes/key-made-already')
    const lost = await newMember({ organisation: NGO.id, person: partner.id }, 'the old sentence was forgotten')
    await partner.post('/api/notes/own-key', { ...lost.kept, replaces: member.kept.publicKey })
    expect((await bo.post('/api/notes/keys', asSent(made, 2))).status).toBe(200)
  })
})
