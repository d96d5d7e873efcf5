import type { Server } from 'node:http'
import type { Config } from './config.ts'
import { isLoopback } from './http/own-host.ts'

/** Two lines for whoever started the server, and a third where others can reach it too. */
export function whereToGo(port: number, { host }: Config): readonly string[] {
  const address = `http://${isLoopback(host) ? 'localhost' : inAddress(host)}:${port}`
  const reached = isLoopback(host) ? [] : [`Others can reach it too: HOST is ${host}. Nothing asks them who they are.`]
  return [`Daylight is at ${address}`, `The API is at ${address}/api. Ctrl-C stops it.`, ...reached]
}

/** An address of all networks is none to go to; this machine's own name for itself is. */
const inAddress = (host: string): string => (/^(?:0\.0\.0\.0|::)$/.test(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host)

/** The port a server listens on, which the machine chose where 0 was asked for. */
export function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
