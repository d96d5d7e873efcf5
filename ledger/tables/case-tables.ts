import { forgottenTable } from '../forgotten-table.ts'
import type { ReadTables } from '../projection.ts'
import { fileTable } from './file-table.ts'
import { keepingTable } from './keeping-table.ts'
import { leadTable } from './lead-table.ts'
import { planTable } from './plan-table.ts'
import { requestTable, restrictionTable } from './request-table.ts'
import { reachOfFiles } from './reach-of-files.ts'
import { reviewTable } from './review-table.ts'
import { shareTable } from './share-table.ts'
import { siteTable } from './site-table.ts'
import { sourceDatesTable } from './source-dates-table.ts'
import { sourceTable } from './source-table.ts'
import { taskTable } from './task-table.ts'

/** The read tables of the case system, for whoever opens its ledger: the server, and the command that fills them again. */
export const caseTables: ReadTables = {
  projections: [fileTable, siteTable, taskTable, leadTable, reviewTable, planTable, sourceTable, shareTable, sourceDatesTable, shareTable, keepingTable, forgottenTable, requestTable, restrictionTable, reachOfFiles],
  upcasts: {},
}
