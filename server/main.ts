import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { placesOf } from '../ledger/store/places.ts'
import { anchoring } from './anchoring.ts'
import { application, notUnderstood } from './app.ts'
import { openCaseStore, SameDatabase, type CaseStore } from './case-store.ts'
import { openCaseDesk } from './case/case-desk.ts'
import { openCatalogue, type Catalogue } from './catalogue.ts'
import { wallClock } from './clock.ts'
import { readConfig, type Config } from './config.ts'
import { readSite } from './http/site.ts'
import { listen } from './listen.ts'
import { openOffice } from './office.ts'
import { firstSignIn } from './people/first-start.ts'
import { stopOnSignal } from './stop.ts'
import { AccountFault, openWays } from './ways-in.ts'
import { portOf, whereToGo } from './where-to-go.ts'
import type { Demonstration } from './worked/demo.ts'

/** As in sysexits.h: what was asked for cannot be done as asked. Anything else that fails is ours, and ends the process by itself. */
const EXIT_USAGE = 64

/**
 * Builds everything once, listens, says where to go, and stops cleanly on a signal.
 *
 * The environment is read here and nowhere else. Nothing that is sent is logged.
 */
export async function serve(env: Readonly<Record<string, string | undefined>>, args: readonly string[] = []): Promise<Server | null> {
  const read = readConfig(env, args)
  if (!read.accepted) return giveUp(read.problem)
  const { config } = read
  const site = readSite(fileURLToPath(new URL('../dist/web', import.meta.url)))
  const catalogue = openCatalogue()
  const ways = told(() => openWays(config))
  if (typeof ways === 'string') return giveUp(ways)
  const cases = await opened(config)
  if (typeof cases === 'string') return giveUp(cases)
  const demonstration = config.demo === 'yes' ? await demonstrated(cases, catalogue) : null
  if (demonstration?.accepted === false) {
    await cases.close()
    return giveUp(demonstration.problem)
  }
  const office = openCaseDesk(openOffice(cases, catalogue.speak, wallClock, config.origin ?? null, ways), catalogue)
  const { entries, signing } = cases
  const anchored = config.anchors === undefined ? null : anchoring({ entries, signing, path: config.anchors, now: wallClock, speak: catalogue.speak, say })
  const close = async (): Promise<void> => {
    await office.rest()
    await anchored?.rest()
    await cases.close()
  }
  const listening = await listen(application({ config, catalogue, office, site, log: say }), config, () => notUnderstood(catalogue, config), say)
  if (!listening.accepted) {
    await close()
    return giveUp(listening.problem)
  }
  const first = demonstration ? null : await firstSignIn(cases.desk, wallClock)
  for (const line of [...whereToGo(portOf(listening.server), config, first), ...(demonstration?.lines ?? [])]) say(line)
  stopOnSignal(listening.server, say, close)
  // What was recorded before the last stop and not reckoned yet; a store that is away is found by whoever asks next.
  office.reckoner.catchUp().catch(() => undefined)
  // So that whoever searches first does not wait for everybody to be marked who came in by an archive or a backup.
  cases.marks.catchUp().catch(() => undefined)
  return listening.server
}

/** The example is read and played only where it is asked for. */
async function demonstrated(cases: CaseStore, catalogue: Catalogue): Promise<Demonstration> {
  const { demonstrate } = await import('./worked/demo.ts')
  return demonstrate(cases, catalogue, wallClock, say)
}

/** What a place that cannot be used throws: each says in its own sentence where it is and what to do. */
const TOLD = ['StoreFault', 'MasterKeyFault', 'SigningKeyFault', 'ForgottenListFault', 'KeyFault', SameDatabase.name]

/** What somebody can mend is told in its own sentence; anything else is ours. */
function told<Value>(open: () => Value): Value | string {
  try {
    return open()
  } catch (error) {
    if (error instanceof AccountFault) return error.message
    throw error
  }
}

async function opened({ data }: Config): Promise<CaseStore | string> {
  try {
    return await openCaseStore(placesOf(data))
  } catch (error) {
    if (error instanceof Error && TOLD.includes(error.name)) return error.message
    if (error instanceof Error && 'syscall' in error && 'code' in error) return `${data.folder} cannot hold what is kept (${String(error.code)}). Give a folder that is yours to write: DAYLIGHT_DATA=./data`
    throw error
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function giveUp(problem: string): null {
  process.stderr.write(`daylight: ${problem}\n`)
  process.exitCode = EXIT_USAGE
  return null
}
