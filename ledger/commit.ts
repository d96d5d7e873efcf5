import type { Kysely } from 'kysely'
import { settle, type Call, type Verdict } from './batch.ts'
import { holdingFor } from './holding.ts'
import { insertOfRows } from './insert-rows.ts'
import type { Appended } from './ledger.ts'
import { rowsOf } from './pages.ts'
import { writesFor, type ReadTables } from './projection.ts'
import { storedOf, type EntryRow, type LedgerTables } from './row.ts'
import type { Standing } from './standing.ts'
import { StoreFault } from './store/fault.ts'
import { runEach, type Statement } from './store/statement.ts'
import type { Store } from './store/store.ts'

/**
 * One durable write for all calls that wait.
 *
 * As long as nobody else writes, what they would find is known without asking. The database checks it in any case: an entry
 * that does not go after the last one, or is held already, is refused, and then the calls are decided by what the database holds.
 * Where nothing new is to be written nothing would be checked, so then it is asked.
 */
export async function commit(store: Store<LedgerTables>, tables: ReadTables, known: Standing, calls: readonly Call[]): Promise<readonly Appended[]> {
  const holding = known.before(calls)
  const foreseen = holding === null ? null : settle(calls, holding)
  if (holding === null || foreseen === null || foreseen.fresh.length === 0) return commitAsking(store, tables, known, calls)
  const answers = answersAtOnce(foreseen.verdicts)
  if (answers === null) return commitAsking(store, tables, known, calls)
  try {
    await store.write(writesOf(tables, foreseen.fresh))
    known.learn(holding, foreseen.fresh)
    return answers
  } catch (fault) {
    if (fault instanceof StoreFault) throw fault
    return commitAsking(store, tables, known, calls)
  }
}

/** The head is held from the first question on, so that positions have no gaps and the chain no fork. */
async function commitAsking(store: Store<LedgerTables>, tables: ReadTables, known: Standing, calls: readonly Call[]): Promise<readonly Appended[]> {
  const { answers, holding, fresh } = await store.transact(async (db) => {
    const found = await holdingFor(db, calls)
    const { verdicts, fresh: added } = settle(calls, found)
    await runEach(db, writesOf(tables, added))
    return { answers: await answersTo(db, verdicts), holding: found, fresh: added }
  }, 'head', 'ahead')
  known.learn(holding, fresh)
  return answers
}

/** The entries come first: by them the database finds whether somebody else was there meanwhile. */
const writesOf = (tables: ReadTables, fresh: readonly EntryRow[]): readonly Statement[] =>
  [...insertOfRows(fresh), ...(tables.projections.length === 0 ? [] : writesFor(tables, fresh.map(storedOf)))]

/** The answers as far as nobody needs to be asked; null where one is to be told what came meanwhile. */
function answersAtOnce(verdicts: readonly Verdict[]): readonly Appended[] | null {
  const answers = verdicts.map((verdict) => (verdict.kind === 'stale' ? null : decided(verdict)))
  return answers.every((answer) => answer !== null) ? answers : null
}

async function answersTo(db: Kysely<LedgerTables>, verdicts: readonly Verdict[]): Promise<readonly Appended[]> {
  const answers: Appended[] = []
  for (const verdict of verdicts) answers.push(await answerTo(db, verdict))
  return answers
}

async function answerTo(db: Kysely<LedgerTables>, verdict: Verdict): Promise<Appended> {
  if (verdict.kind !== 'stale') return decided(verdict)
  const { stream, version } = verdict.expected
  // What others bring in the same write, after this was decided, is not what stood in its way.
  const meanwhile = (await rowsOf(db, stream, version)).filter((row) => row.version <= verdict.found).map(storedOf)
  return { accepted: false, refusal: { code: 'ledger/stale', stream, expected: version, found: verdict.found, meanwhile } }
}

const decided = (verdict: Exclude<Verdict, { readonly kind: 'stale' }>): Appended =>
  verdict.kind === 'kept'
    ? { accepted: true, stored: verdict.rows.map(storedOf) }
    : { accepted: false, refusal: { code: 'ledger/entry-differs', entry: verdict.entry, held: storedOf(verdict.held) } }
