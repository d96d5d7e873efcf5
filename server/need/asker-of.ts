import type { ActorId } from '../../core/kernel/id.ts'
import { faultOf } from '../../ledger/store/fault.ts'
import type { Office } from '../office.ts'
import { vouchedFor } from '../people/vouching.ts'
import type { Asker } from '../rights/rights.ts'

/** Somebody who works on cases here now, as the policies see them; null where nobody does under this id. */
export async function askerOf({ cases: { desk } }: Pick<Office, 'cases'>, id: string): Promise<Asker | null> {
  try {
    const found = await desk.db.selectFrom('people').innerJoin('organisations', 'organisations.id', 'people.organisation')
      .select(['people.id', 'people.role', 'people.vouched_by', 'organisations.id as organisation', 'organisations.kind'])
      .where('people.id', '=', id).where('people.left_at', 'is', null).where('people.role', '!=', 'administrator').executeTakeFirst()
    return found ? { id: found.id as ActorId, role: found.role, organisation: { id: found.organisation, kind: found.kind }, vouched: vouchedFor(found) } : null
  } catch (error) {
    throw faultOf(error, desk.where)
  }
}
