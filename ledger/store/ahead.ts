import type pg from 'pg'

export type Query = (text: string, values: readonly unknown[]) => Promise<unknown>

/** More than this is not sent without an answer, so that a whole archive never waits in memory. */
const MOST_UNANSWERED = 32

const WRITES = /^\s*(?:insert|update|delete)\b/i
const ANSWERS = /\breturning\b/i
const NOTHING = { command: 'AHEAD', rowCount: 0, rows: [] }

/**
 * Inside a transaction, writes are sent without waiting for their answers, and the commit right behind them: one way to the server.
 *
 * The commit waits for all. Where a write fails, the server refuses whatever follows and turns the commit into a rollback; what
 * is told then is the first failure. Whoever writes this way is not told how many rows a write met.
 */
export function sendingAhead(query: Query): Query {
  let open = false
  let sent: Promise<unknown>[] = []

  /** The first failure is the cause; those after it only say that the transaction was over. */
  const behindAll = async (last: Promise<unknown>): Promise<unknown> => {
    const before = sent
    sent = []
    const answers = await Promise.allSettled([...before, last])
    for (const answer of answers) if (answer.status === 'rejected') throw answer.reason
    return last
  }

  return async (text, values) => {
    const answer = query(text, values)
    if (text.startsWith('begin')) open = true
    if (text === 'commit' || text === 'rollback') open = false
    else if (open && (text.startsWith('begin') || (WRITES.test(text) && !ANSWERS.test(text)))) {
      answer.catch(() => undefined)
      sent.push(answer)
      if (sent.length >= MOST_UNANSWERED) await behindAll(answer)
      return NOTHING
    }
    return behindAll(answer)
  }
}

const held = new WeakSet<pg.PoolClient>()

/** Statements given in the same moment leave in one packet: each packet costs a call to the system here, and a waking there. */
export function together(client: pg.PoolClient): void {
  const { connection } = client as unknown as { readonly connection?: { readonly stream?: { readonly cork: () => void; readonly uncork: () => void } } }
  const stream = connection?.stream
  if (stream === undefined || held.has(client)) return
  held.add(client)
  stream.cork()
  setImmediate(() => {
    held.delete(client)
    stream.uncork()
  })
}
