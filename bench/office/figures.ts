import { idleFigures, residentOf } from './idle.ts'
import { listFigures } from './lists.ts'
import { answerFigures, openingFigures } from './opening.ts'
import { atWork } from './people.ts'
import { startServer } from './server.ts'
import { sustainedFigures } from './sustained.ts'
import { weightFigures } from './weight.ts'
import { environmentOf, fill, freshPlace, FULL } from './world.ts'
import { newCluster, type Cluster } from '../postgres-cluster.ts'
import type { Figure } from '../table.ts'

const ANALYSTS = 4

/** The office as people meet it: lists, files, a hundred reports a second, memory and weight; on SQLite, and on PostgreSQL where the machine has it. */
export async function officeFigures(): Promise<readonly Figure[]> {
  const alone = [...weightFigures(), ...(await idleFigures()), ...(await officeOn('SQLite', null))]
  const cluster = await newCluster()
  if (cluster === null) return alone
  try {
    return [...alone, ...(await officeOn('PostgreSQL', cluster))]
  } finally {
    cluster.stop()
  }
}

/** One office of 5,000 sites, 1,000 plans and 200,000 entries, in which everything is measured one after another. */
async function officeOn(engine: string, cluster: Cluster | null): Promise<readonly Figure[]> {
  const place = await freshPlace(cluster)
  try {
    const entries = await fill(place, FULL)
    const figures: Figure[] = [...(await openingFigures(engine, place, FULL, entries))]
    const analysts = await atWork(place, 'analyst', ANALYSTS)
    const server = await startServer(environmentOf(place))
    figures.push(...(await listFigures(engine, place, server.address, analysts[0]!)))
    figures.push(...(await answerFigures(engine, server.address, analysts[0]!, FULL)))
    figures.push(...(await sustainedFigures(engine, place, server.address, analysts)))
    figures.push({ figure: `the same server after all this, resident, ${engine}`, value: residentOf(server), unit: 'MB', bar: null, baseline: null })
    await server.stop()
    return figures
  } finally {
    place.remove()
  }
}
