import { sql } from 'kysely'
import type { Appended } from '../../ledger/ledger.ts'
import { filePlanFact, planStream } from '../../wire/filing/plan-filing.ts'
import { siteStream } from '../../wire/filing/site-filing.ts'
import type { PlanOpened } from '../../wire/office/plan-acts.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import type { CaseWorker } from '../case/caller.ts'
import { nextNumber } from '../case/numbers.ts'
import { fileOnce, openedBy } from '../case/record.ts'

/** Opens a plan for a site under the id of the act that opens it; null where there is no such site in their reach. */
export async function openNewPlan(desk: CaseDesk, who: CaseWorker, { id, site, at, number, occurredAt }: PlanOpened): Promise<Appended | null> {
  if (!(await desk.gate.admit(who, siteStream(site), who.look)).accepted) return null
  const stream = planStream(id)
  const given = number ?? (await numberOf(desk, id)) ?? (await nextNumber(desk, 'plan'))
  const answer = await fileOnce(
    desk,
    { who, id, stream, occurredAt },
    (_recordedAt, held) => openedBy(who, filePlanFact(id, { type: 'plan/opened', number: number ?? (held === null ? given : String(held.fact.clear['number'])), site, at })),
    [{ stream, version: 0 }],
  )
  if (answer.accepted) desk.changes.nudge()
  return answer
}

async function numberOf({ cases }: CaseDesk, id: string): Promise<string | null> {
  const { rows } = await sql<{ number: string | null }>`select number from plans where id = ${id}`.execute(cases.entries.db)
  return rows[0]?.number ?? null
}
