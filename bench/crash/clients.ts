import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { reporting, type Worker } from '../office/people.ts'

/** What clients of a round sent, and what they were told of it. */
export interface Sent {
  /** Everything that was acknowledged, by its id: who sent what, and under which version it was kept. */
  readonly acknowledged: Map<string, SentBy & { readonly version: number }>
  /** What was sent and never answered: it may be there or not. */
  readonly inDoubt: Map<string, SentBy>
  /** Answers that are neither a yes nor a plain "not now". */
  readonly oddities: string[]
  /** How often a client was told in words that the store is away. */
  readonly toldToWait: () => number
}

type Act = ReturnType<typeof reporting>

/** An act and whoever sent it: only they can be sending it again. */
export interface SentBy {
  readonly worker: Worker
  readonly act: Act
}

export interface Clients extends Sent {
  /** No new act is begun; those that were begun are sent until they are taken, or until there is nobody to take them. */
  readonly finish: () => Promise<void>
}

/** What is said while the database is away, as a problem with a title in words. */
interface Told {
  readonly code?: string
  readonly title?: string
  readonly version?: number
}

const RETRY_MS = 50

/** Clients that post reports without end, each act under an id of its own, and the same act again until it is taken. */
export function clients(address: string, workers: readonly Worker[], site: string, isThere: () => boolean): Clients {
  const sent = { acknowledged: new Map<string, SentBy & { version: number }>(), inDoubt: new Map<string, SentBy>(), oddities: [] as string[] }
  let [over, waits] = [false, 0]
  const answered = async (worker: Worker, act: Act): Promise<boolean> => {
    const response = await worker.post(address, `/api/sites/${site}/acts`, act)
    const told = (await response.json()) as Told
    if (response.ok) sent.acknowledged.set(act.id, { worker, act, version: told.version ?? 0 })
    else if (response.status === 503 && told.code?.startsWith('store/') && (told.title ?? '') !== '') waits += 1
    else sent.oddities.push(`${response.status} ${JSON.stringify(told).slice(0, 300)}`)
    return response.ok || response.status !== 503
  }
  const writer = async (worker: Worker): Promise<void> => {
    while (!over && isThere()) {
      const act = reporting(randomUUID(), randomUUID())
      sent.inDoubt.set(act.id, { worker, act })
      while (isThere() && !(await answered(worker, act).catch(() => false))) await pause(RETRY_MS)
      if (sent.acknowledged.has(act.id)) sent.inDoubt.delete(act.id)
    }
  }
  const running = Promise.all(workers.map(writer))
  return { ...sent, toldToWait: () => waits, finish: async () => void ((over = true), await running) }
}
