import { sql } from 'kysely'
import type { Appended } from '../../ledger/ledger.ts'
import { siteStream, fileSiteFact } from '../../wire/filing/site-filing.ts'
import { openingFact, type Acted } from '../../wire/office/site-commands.ts'
import type { SiteOpened } from '../../wire/office/site-acts.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import type { CaseWorker } from '../case/caller.ts'
import { nextNumber } from '../case/numbers.ts'
import { fileOnce, openedBy } from '../case/record.ts'

export type Opened = { readonly made: 'site'; readonly answer: Appended } | Exclude<Acted, { readonly made: 'fact' }>

/**
 * Opens a site under the id of the act that opens it.
 *
 * It is given the next number where none is told. Sent again, it is opened under the number it was given the first time.
 */
export async function openNewSite(desk: CaseDesk, who: CaseWorker, opened: SiteOpened): Promise<Opened> {
  const tried = openingFact(opened, 'S-0')
  if (tried.made !== 'fact') return tried
  const { id, occurredAt } = opened
  const given = opened.number ?? (await numberOf(desk, id)) ?? (await nextNumber(desk, 'site'))
  const filing = (held: string | null) => {
    const made = openingFact(opened, opened.number ?? held ?? given)
    return openedBy(who, fileSiteFact(id, made.made === 'fact' ? made.fact : tried.fact))
  }
  const stream = siteStream(id)
  const answer = await fileOnce(desk, { who, id, stream, occurredAt }, (_recordedAt, held) => filing(held === null ? null : String(held.fact.clear['number'])), [{ stream, version: 0 }])
  if (answer.accepted) desk.changes.nudge()
  return { made: 'site', answer }
}

async function numberOf({ cases }: CaseDesk, id: string): Promise<string | null> {
  const { rows } = await sql<{ number: string | null }>`select number from sites where id = ${id}`.execute(cases.entries.db)
  return rows[0]?.number ?? null
}

