import { relative } from 'node:path'
import { dataPlaceIn } from '../ledger/store/data-place.ts'
import { isLoopback } from './http/own-host.ts'
import type { DataPlace } from '../ledger/store/places.ts'
import { readReach, type Reach } from './reach.ts'
import { readWaysIn, type WaysIn } from './ways-in.ts'

/** Where the server listens, how others come there, and where it keeps what it keeps. */
export interface Config extends Reach, WaysIn {
  readonly host: string
  /** 0 asks the machine for any port that is free. */
  readonly port: number
  readonly data: DataPlace
  /** Whether the worked example is played where nothing is kept yet. */
  readonly demo: 'yes' | 'no'
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
  const host = HOST ? HOST.replace(/^\[(.*)\]$/, '$1') : LOOPBACK
  const demo = args.includes(DEMO) ? 'yes' : 'no'
  if (demo === 'yes' && (!isLoopback(host) || env['DAYLIGHT_PROXY'])) return { accepted: false, problem: `${DEMO} is served to this machine alone, since everybody knows its password. Leave HOST and DAYLIGHT_PROXY out.` }
  const read = readReach(env, host)
  if (!read.accepted) return read
  const beside = readWaysIn(env, read.reach.origin)
  if (!beside.accepted) return beside
  const data = dataPlaceIn(demo === 'yes' ? { ...env, DAYLIGHT_DATA: env.DAYLIGHT_DATA || DEMO_FOLDER } : env)
  if (!data.found) return { accepted: false, problem: data.problem }
  const anchors = env['DAYLIGHT_ANCHORS']
  if (anchors && liesIn(anchors, data.place.folder)) return { accepted: false, problem: 'DAYLIGHT_ANCHORS lies in the folder of the data it vouches for. Give a file on another disk, best one that can only be added to.' }
  return { accepted: true, config: { host, port: port ? Number(port) : PORT, data: data.place, demo, ...read.reach, ...beside.ways, ...(anchors && { anchors }) } }
}

const liesIn = (file: string, folder: string): boolean => !relative(folder, file).startsWith('..')

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= HIGHEST_PORT

const isHost = (text: string): boolean => /^(?:[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[?[0-9a-f:.]*:[0-9a-f:.]*\]?)$/i.test(text)

const shown = (text: string): string => JSON.stringify(text.slice(0, 60))
