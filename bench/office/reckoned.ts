import { sql } from 'kysely'
import { certaintyOf } from '../../core/certainty/certainty.ts'
import { siteQuestion } from '../../core/certainty/site-question.ts'
import { foldSite } from '../../core/intelligence/site-fold.ts'
import { NO_RECORDS } from '../../core/intelligence/site-reports.ts'
import type { Access } from '../../core/kernel/access.ts'
import { readSiteFact } from '../../wire/filing/site-filing.ts'
import { certaintyPolicy } from '../../wire/policy.ts'
import type { CaseStore } from '../../server/case-store.ts'
import { asRead } from '../../server/case/open-file.ts'
import { wallClock } from '../../server/clock.ts'
import { keepReckoning } from '../../server/reckoning/reckonings.ts'

/**
 * Every site with a number beside it, as in an office that has run for a while: one is reckoned, and the others are given the same.
 *
 * Otherwise a server that starts over so many sites would be reckoning while something else is measured.
 */
export async function reckonedAlready(cases: CaseStore, first: string): Promise<void> {
  const { rows } = await sql<{ id: string; version: number }>`select id, version from sites`.execute(cases.entries.db)
  const version = rows.find(({ id }) => id === first)?.version ?? 0
  await keepReckoning(cases.desk, { site: first, version, at: wallClock(), certainty: await certaintyOfSite(cases, first), leadsOpen: 0 })
  await cases.desk.transact(async (db) => {
    for (const { id, version: reached } of rows)
      if (id !== first)
        await sql`insert into reckonings select ${id}, ${reached}, reckoned_at, entry_at, roots, probability, p10, p90, valid_until, gates, leads_open, policy from reckonings where site = ${first}`.execute(db)
  })
}

async function certaintyOfSite({ sealed }: CaseStore, id: string) {
  const access = { stream: `site/${id}` } as unknown as Access
  const now = wallClock()
  const site = foldSite(asRead(await sealed.read(access), access, readSiteFact).entries)
  if (site === null) throw new Error(`${id} was never opened`)
  return certaintyOf(siteQuestion(site, { at: now, knownAt: now, records: NO_RECORDS }), certaintyPolicy())
}
