import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { problemIn } from '../../tests/application.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { asAdministrator, asColleague, closeOffices, freshOffice, signedInAs } from '../../tests/office-cast.ts'
import { putFiles } from '../../tests/need-cast.ts'
import { LooksShape } from '../../wire/office/looks.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

describe.each(ENGINES)('who looked, on %s', (engine) => {
  test('is told page by page, the newest first, to an authorising officer with why, and to the administrator without', async () => {
    const given = await freshOffice(engine)
    const administrator = await asAdministrator(given)
    const [officer, analyst] = [await asColleague(given, 'authorising-officer'), await asColleague(given, 'analyst')]
    await putFiles(given.office, [1, 2, 3, 4, 5].map((site) => ({ file: `site/${site}` })))
    for (const site of [1, 2, 3, 4, 5]) await given.office.gate.admit(signedInAs('analyst', analyst.id), `site/${site}`, 'assessment')
    await given.office.gate.admit(signedInAs('administrator'), 'site/1', 'planning')

    const first = LooksShape.parse(await (await officer.get('/api/looks?limit=4')).json())
    expect(first.looks).toHaveLength(4)
    const second = LooksShape.parse(await (await officer.get(`/api/looks?limit=4&cursor=${first.next}`)).json())
    expect([...first.looks, ...second.looks].map(({ stream, allowed }) => `${stream} ${allowed}`)).toEqual(['site/1 no', 'site/5 yes', 'site/4 yes', 'site/3 yes', 'site/2 yes', 'site/1 yes'])
    expect(second.next).toBeNull()
    expect(first.looks[0]).toMatchObject({ who: { id: 'person-1', name: 'person-1', role: 'administrator' }, look: 'planning', whyNot: 'access/administrator' })
    expect(first.looks[1]).toMatchObject({ who: { id: analyst.id, name: 'Invented analyst', role: 'analyst' }, look: 'assessment', whyNot: null })
    expect(LooksShape.parse(await (await officer.get('/api/looks?stream=site/1')).json()).looks).toHaveLength(2)

    const told = LooksShape.parse(await (await administrator.get('/api/looks')).json())
    expect(told.looks.map(({ look, policy }) => [look, policy])).toEqual(Array.from({ length: 6 }, () => [null, null]))
    expect(await problemIn(await analyst.get('/api/looks'))).toMatchObject({ status: 403, code: 'access/not-permitted' })
  })

  test('is asked with a cursor, a number and a file, or is refused', async () => {
    const administrator = await asAdministrator(await freshOffice(engine))
    for (const wrong of ['cursor=0', 'cursor=x', 'cursor=1;drop', 'limit=0', 'limit=201', 'limit=x', 'surprise=1']) expect([wrong, (await administrator.get(`/api/looks?${wrong}`)).status]).toEqual([wrong, 422])
    expect(LooksShape.parse(await (await administrator.get('/api/looks')).json())).toEqual({ looks: [], next: null })
  })

  test('at one site is told to whoever may read that site; of any other, as of one that never was', async () => {
    const given = await freshOffice(engine)
    const [analyst, prosecutor] = [await asColleague(given, 'analyst'), await asColleague(given, 'prosecutor')]
    await putFiles(given.office, [{ file: 'site/1' }])
    expect((await analyst.get('/api/sites/1/looks')).status).toBe(200)
    const [there, never] = [await prosecutor.get('/api/sites/1/looks'), await prosecutor.get('/api/sites/2/looks')]
    expect([there.status, await there.text()]).toEqual([404, await never.text()])
  })
})
