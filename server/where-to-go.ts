import type { Server } from 'node:http'
import type { Config } from './config.ts'
import { isLoopback } from './http/own-host.ts'
import type { FirstSignIn } from './people/first-start.ts'

type Told = Pick<Config, 'host' | 'origin' | 'tls' | 'proxies'>

/** Two lines for whoever started the server, one more where others can reach it too, and one as long as nobody has signed in. */
export function whereToGo(port: number, config: Told, first: FirstSignIn | null = null): readonly string[] {
  const { host, origin, tls, proxies } = config
  const here = `${tls ? 'https' : 'http'}://${isLoopback(host) ? 'localhost' : inAddress(host)}:${port}`
  const address = origin ?? here
  const reached = [
    ...(address === here ? [] : [`It listens at ${here}${proxies ? `, behind ${proxies.join(', ')}` : ''}.`]),
    ...(isLoopback(host) ? [] : [`Others can reach it too, by TLS: HOST is ${host}.${origin === undefined ? ' Passkeys need DAYLIGHT_ORIGIN.' : ''}`]),
  ]
  const signIn = first === null ? [] : [`Sign in first as ${first.name} with ${first.oneTimePassword} at ${address}/office/. It is told this once, and must be changed there.`]
  return [`Daylight is at ${address}`, `The API is at ${address}/api. Ctrl-C stops it.`, ...reached, ...signIn]
}

/** An address of all networks is none to go to; this machine's own name for itself is. */
const inAddress = (host: string): string => (/^(?:0\.0\.0\.0|::)$/.test(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host)

/** The port a server listens on, which the machine chose where 0 was asked for. */
export function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
