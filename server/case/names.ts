import type { Office } from '../office.ts'
import { faultOf } from '../../ledger/store/fault.ts'

/** The names colleagues go by, for the ids that stand beside what they did. Whoever is not on the list of people keeps their id. */
export async function namesOf({ cases: { desk } }: Pick<Office, 'cases'>, ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const wanted = [...new Set(ids)]
  const names: Record<string, string> = {}
  try {
    for (let at = 0; at < wanted.length; at += LOT) {
      const rows = await desk.db.selectFrom('people').select(['id', 'name']).where('id', 'in', wanted.slice(at, at + LOT)).execute()
      for (const { id, name } of rows) names[id] = name
    }
    return names
  } catch (error) {
    throw faultOf(error, desk.where)
  }
}

const LOT = 500
