import { faultOf } from '../../ledger/store/fault.ts'
import type { LedgerTables } from '../../ledger/row.ts'
import type { Store } from '../../ledger/store/store.ts'

/** Something was recorded: where, and of which kind. Nothing of what it says. */
export interface Change {
  readonly position: number
  readonly stream: string
  readonly version: number
  readonly family: string
}

/** Takes changes as they come. Whoever cannot keep up is left behind, and asks again from where they were. */
export type Listener = (changes: readonly Change[]) => void

/** What is recorded, as it is recorded, by this server or by another over the same ledger. */
export interface Changes {
  /** From a place in the ledger on, which whoever listens has read up to. */
  readonly listen: (listener: Listener, from: number) => () => void
  /** Something was recorded here just now, so that nobody need wait for the next look. */
  readonly nudge: () => void
  readonly since: (position: number, most: number) => Promise<readonly Change[]>
  readonly head: () => Promise<number>
  readonly rest: () => void
}

/** Another server may have written: how often that is looked for while anybody listens. */
const LOOK_MS = 1000

const MOST_AT_ONCE = 500

export function openChanges(store: Store<LedgerTables>): Changes {
  const listeners = new Set<Listener>()
  let reached = 0
  let looking: Promise<void> | null = null
  let again = false
  let timer: NodeJS.Timeout | null = null

  const since = (position: number, most: number): Promise<readonly Change[]> => changesSince(store, position, most)
  const head = async (): Promise<number> => (await located(store, store.db.selectFrom('head').select('position').executeTakeFirstOrThrow())).position

  const look = async (): Promise<void> => {
    do {
      again = false
      const changes = await since(reached, MOST_AT_ONCE)
      reached = changes.at(-1)?.position ?? reached
      if (changes.length > 0) for (const listener of listeners) listener(changes)
      again ||= changes.length === MOST_AT_ONCE
    } while (again && listeners.size > 0)
  }
  // A store that cannot be reached now is looked at again at the next turn; nobody waits for this.
  const nudge = (): void => {
    if (listeners.size === 0) return
    again = true
    looking ??= look().catch(() => undefined).finally(() => (looking = null))
  }
  const rest = (): void => {
    if (timer) clearInterval(timer)
    timer = null
    listeners.clear()
  }
  const listen = (listener: Listener, from: number): (() => void) => {
    if (listeners.size === 0) reached = from
    listeners.add(listener)
    timer ??= setInterval(nudge, LOOK_MS).unref()
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) rest()
    }
  }
  return { listen, nudge, since, head, rest }
}

async function changesSince(store: Store<LedgerTables>, position: number, most: number): Promise<readonly Change[]> {
  const rows = await located(store, store.db.selectFrom('entries').select(['position', 'stream', 'version', 'type']).where('position', '>', position).orderBy('position').limit(most).execute())
  return rows.map(({ type, ...change }) => ({ ...change, family: type.split('/')[0] ?? type }))
}

async function located<Answer>({ where }: Store<LedgerTables>, asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    throw faultOf(error, where)
  }
}
