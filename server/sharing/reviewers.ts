import type { Look } from '../../core/kernel/access.ts'
import type { ActorId } from '../../core/kernel/id.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { vouchedFor } from '../people/vouching.ts'
import { knownFiles } from '../rights/known-files.ts'
import type { Asker } from '../rights/rights.ts'
import type { SignedIn } from '../session/sessions.ts'

/** For whom, and of what, it is asked who could look at it afterwards. */
interface AskedReviewers {
  readonly who: SignedIn
  readonly look: Look
  readonly file: string
  readonly told: readonly string[]
}

/** Of those who are told that something left at once: colleagues who are here, vouched for, and could look at it, since they may pass things on from the file it came from. */
export async function whoMayReview({ cases, rights, now }: CaseDesk, { who: { organisation }, look, file, told }: AskedReviewers): Promise<ReadonlySet<ActorId>> {
  const people = await cases.desk.db.selectFrom('people').select(['id', 'role', 'vouched_by']).where('id', 'in', [...told]).where('organisation', '=', organisation.id).where('left_at', 'is', null).execute()
  const may = await Promise.all(people.map(async ({ id, role, vouched_by }) => {
    const colleague: Asker = { id: id as ActorId, role, organisation, vouched: vouchedFor({ role, vouched_by }) }
    const known = (await knownFiles(cases.entries, [file], { person: id, now: now() })).get(file)
    return known && (['read', 'share'] as const).every((action) => rights.onFile(colleague, action, known, look).allowed === 'yes') ? [colleague.id] : []
  }))
  return new Set(may.flat())
}
