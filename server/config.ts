import { relative } from 'node:path'
import { dataPlaceIn } from '../ledger/store/data-place.ts'
import { isLoopback } from './http/own-host.ts'
import type { DataPlace } from '../ledger/store/places.ts'

/** Where the server listens, and where it keeps what it keeps. */
export interface Config {
  readonly host: string
  /** 0 asks the machine for any port that is free. */
  readonly port: number
  readonly data: DataPlace
  /** Whether the worked example is played where nothing is kept yet. */
  readonly demo: 'yes' | 'no'
  /** The one origin the office is reached by, such as `https://daylight.example`; left out, this machine's own name. */
  readonly origin?: string
  /** The file on another disk where the ends of the chain are written, signed; left out, none is. */
  readonly anchors?: string
}

export type Configured = { readonly accepted: true; readonly config: Config } | { readonly accepted: false; readonly problem: string }

type Environment = Readonly<Record<string, string | undefined>>

/** This machine alone: nobody else on the network reaches it unless somebody says so. */
const LOOPBACK = '127.0.0.1'
const PORT = 8787
const HIGHEST_PORT = 65_535

const DEMO = '--demo'
const DEMO_FOLDER = './data-demo'

/** Reads the environment once. What is wrong with it is told at the start and never found out in use. */
export function readConfig(env: Environment, args: readonly string[] = []): Configured {
  const unknown = args.find((arg) => arg !== DEMO)
  if (unknown !== undefined) return { accepted: false, problem: `${shown(unknown)} is not known here. Expected nothing, or ${DEMO} for the worked example.` }
  const { HOST, PORT: port } = env
  if (port && !isPort(port)) return { accepted: false, problem: `PORT is ${shown(port)}. Expected a whole number from 0 to ${HIGHEST_PORT}, such as PORT=8788.` }
  if (HOST && !isHost(HOST)) return { accepted: false, problem: `HOST is ${shown(HOST)}. Expected a host name or an address, such as HOST=127.0.0.1.` }
  const demo = args.includes(DEMO) ? 'yes' : 'no'
  if (demo === 'yes' && HOST && !isLoopback(HOST)) return { accepted: false, problem: `${DEMO} is served to this machine alone, since everybody knows its password. Leave HOST out.` }
  const origin = originIn(env['DAYLIGHT_ORIGIN'])
  if (origin === null) return { accepted: false, problem: `DAYLIGHT_ORIGIN is ${shown(env['DAYLIGHT_ORIGIN'] ?? '')}. Expected the address people open, with a host name and without a path, such as DAYLIGHT_ORIGIN=https://daylight.example.` }
  const data = dataPlaceIn(demo === 'yes' ? { ...env, DAYLIGHT_DATA: env.DAYLIGHT_DATA || DEMO_FOLDER } : env)
  if (!data.found) return { accepted: false, problem: data.problem }
  const anchors = env['DAYLIGHT_ANCHORS']
  if (anchors && liesIn(anchors, data.place.folder)) return { accepted: false, problem: 'DAYLIGHT_ANCHORS lies in the folder of the data it vouches for. Give a file on another disk, best one that can only be added to.' }
  return { accepted: true, config: { host: HOST ? HOST.replace(/^\[(.*)\]$/, '$1') : LOOPBACK, port: port ? Number(port) : PORT, data: data.place, demo, ...(origin !== '' && { origin }), ...(anchors && { anchors }) } }
}

/**
 * Empty where none is given, null where it is none.
 *
 * A passkey is held to a host name and never to an address; and but for this machine's own name a browser gives one over TLS alone (WebAuthn 3, 4, “RP ID”).
 */
function originIn(told: string | undefined): string | null {
  if (!told) return ''
  const { origin, protocol, hostname } = URL.canParse(told) ? new URL(told) : { origin: '', protocol: '', hostname: '' }
  const isSafe = protocol === 'https:' || (protocol === 'http:' && /^(?:.+\.)?localhost$/.test(hostname))
  return isSafe && told.replace(/\/$/, '') === origin && /[a-z]/.test(hostname) && !hostname.startsWith('[') ? origin : null
}

const liesIn = (file: string, folder: string): boolean => !relative(folder, file).startsWith('..')

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= HIGHEST_PORT

const isHost = (text: string): boolean => /^(?:[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[?[0-9a-f:.]*:[0-9a-f:.]*\]?)$/i.test(text)

const shown = (text: string): string => JSON.stringify(text.slice(0, 60))
