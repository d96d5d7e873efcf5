import type { ReadTables } from '../projection.ts'
import { leadTable } from './lead-table.ts'
import { planTable } from './plan-table.ts'
import { reviewTable } from './review-table.ts'
import { siteTable } from './site-table.ts'
import { sourceTable } from './source-table.ts'
import { taskTable } from './task-table.ts'

/** The read tables of the case system, for whoever opens its ledger: the server, and the command that fills them again. */
export const caseTables: ReadTables = {
  projections: [siteTable, taskTable, leadTable, reviewTable, planTable, sourceTable],
  upcasts: {},
}
