import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { caseOffice, json, openedSite, type CaseOffice } from '../../tests/case-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { SitesShape } from '../../wire/office/site-answers.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

/** Says of a site until when its answer holds, as if it had been reckoned so. */
const holdsUntil = ({ office }: CaseOffice, site: string, until: number): Promise<unknown> =>
  office.cases.desk.transact(async (db) => void (await sql`update reckonings set valid_until = ${until} where site = ${site}`.execute(db)))

async function listed({ analyst }: CaseOffice, search = ''): Promise<readonly string[]> {
  const numbers: string[] = []
  for (let cursor = ''; ; ) {
    const page = SitesShape.parse(await json(analyst.get(`/api/sites?sort=runs-out&limit=2&search=${search}${cursor}`)))
    numbers.push(...page.sites.map(({ number }) => number))
    if (page.next === null) return numbers
    cursor = `&cursor=${page.next}`
  }
}

describe.each(ENGINES)('sites by when their answer stops holding, on %s', (engine) => {
  test('are listed from what ran out first to what holds longest; those without such an hour follow by number', async () => {
    const given = await caseOffice(engine)
    const sites: string[] = []
    for (let i = 1; i <= 7; i++) sites.push(await openedSite(given.analyst))
    await given.office.reckoner.settled()
    const now = given.office.now()
    for (const [at, days] of [[4, -1], [1, 2], [5, 2], [2, 9]] as const) await holdsUntil(given, sites[at] ?? '', now + days * 86_400_000)
    const [tied, rest] = [[1, 5].toSorted((a, b) => ((sites[a] ?? '') < (sites[b] ?? '') ? -1 : 1)), [0, 3, 6]]
    expect(await listed(given)).toEqual([4, ...tied, 2, ...rest].map((at) => `S-${at + 1}`))
    expect(await listed(given, 'S-3')).toEqual(['S-3'])
  })
})
