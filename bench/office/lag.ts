import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { openStore } from '../../ledger/store/open.ts'
import { placesOf, type DataPlace } from '../../ledger/store/places.ts'

/** How far the numbers on the boards are behind what was recorded. */
export interface Lag {
  readonly acknowledged: (site: string, version: number) => void
  /** Waits until every number has caught up, and tells for each report how long its number took; for those that never came, no number. */
  readonly settled: (longest: number) => Promise<readonly number[]>
}

interface Waiting {
  readonly site: string
  readonly version: number
  readonly since: number
}

const LOOK_MS = 50

/** Looks into the table of reckonings beside the server, as another server over the same desk would. */
export async function watchReckonings(place: DataPlace): Promise<Lag> {
  const store = await openStore(placesOf(place).desk, 'desk')
  let waiting: Waiting[] = []
  const lags: number[] = []
  let over = false
  const look = async (): Promise<void> => {
    const { rows } = await sql<{ site: string; site_version: number }>`select site, site_version from reckonings where reckoned_at > ${Date.now() - 60_000}`.execute(store.db)
    const reached = new Map(rows.map((row) => [row.site, Number(row.site_version)]))
    const now = performance.now()
    const isCaughtUp = ({ site, version }: Waiting): boolean => (reached.get(site) ?? 0) >= version
    lags.push(...waiting.filter(isCaughtUp).map(({ since }) => now - since))
    waiting = waiting.filter((one) => !isCaughtUp(one))
  }
  const looking = (async () => {
    for (; !over; await pause(LOOK_MS)) await look()
  })()
  return {
    acknowledged: (site, version) => void waiting.push({ site, version, since: performance.now() }),
    settled: async (longest) => {
      for (const since = performance.now(); waiting.length > 0 && performance.now() - since < longest; ) await pause(LOOK_MS)
      over = true
      await looking
      await store.close()
      return [...lags, ...waiting.map(() => Number.NaN)]
    },
  }
}
