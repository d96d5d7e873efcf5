import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { application, notUnderstood } from './app.ts'
import { readConfig } from './config.ts'
import { openDesk } from './desk.ts'
import { readSite } from './http/site.ts'
import { listen } from './listen.ts'
import { stopOnSignal } from './stop.ts'
import { portOf, whereToGo } from './where-to-go.ts'

/** As in sysexits.h: what was asked for cannot be done as asked. Anything else that fails is ours, and ends the process by itself. */
const EXIT_USAGE = 64

/**
 * Builds everything once, listens, says where to go, and stops cleanly on a signal.
 *
 * The environment is read here and nowhere else. Nothing is stored, and nothing that is sent is logged.
 */
export async function serve(env: Readonly<Record<string, string | undefined>>): Promise<Server | null> {
  const read = readConfig(env)
  if (!read.accepted) return giveUp(read.problem)
  const { config } = read
  const site = readSite(fileURLToPath(new URL('../dist/web', import.meta.url)))
  const desk = openDesk()
  const listening = await listen(application({ config, desk, site, log: say }), config, () => notUnderstood(desk))
  if (!listening.accepted) return giveUp(listening.problem)
  for (const line of whereToGo(portOf(listening.server), config)) say(line)
  stopOnSignal(listening.server, say)
  return listening.server
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function giveUp(problem: string): null {
  process.stderr.write(`daylight: ${problem}\n`)
  process.exitCode = EXIT_USAGE
  return null
}
