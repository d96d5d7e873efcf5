import type { Projection } from '../projection.ts'
import type { Stored } from '../ledger.ts'
import type { Statement } from '../store/statement.ts'
import { textIn } from './clear.ts'

const TABLES: Readonly<Record<string, string>> = { site: 'sites', plan: 'plans', source: 'sources' }

/**
 * How far each file reaches, written into its own row, so that a list is filtered by what stands in it.
 *
 * It comes last of all: the rows it writes to are there by then. A file's need is recorded after the file was opened and never before.
 */
export const reachOfFiles: Projection = {
  name: 'reach of files',
  schema: '',
  clear: async () => undefined,
  apply: (entries) => entries.flatMap(reachSet),
}

function reachSet(entry: Stored): readonly Statement[] {
  const [, kind = '', id = ''] = entry.stream.split('/', 3)
  const [table, reach] = [TABLES[kind], textIn(entry, 'reach')]
  return entry.fact.type === 'need/reach-set' && table !== undefined && reach !== null ? [{ table, text: `update ${table} set reach = ? where id = ?`, values: [reach, id] }] : []
}
