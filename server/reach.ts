import { BlockList, isIP } from 'node:net'
import { isLoopback } from './http/own-host.ts'

/** How others come here: by which name, with which certificate, and through which proxies. */
export interface Reach {
  /** The one origin the office is reached by, such as `https://daylight.example`; left out, this machine's own name. */
  readonly origin?: string
  /** The files of the certificate where this server speaks TLS itself. */
  readonly tls?: TlsFiles
  /** The addresses that are believed when they say for whom they ask, each as `192.0.2.1` or `192.0.2.0/24`; left out, nobody is. */
  readonly proxies?: readonly string[]
}

export interface TlsFiles {
  readonly cert: string
  readonly key: string
}

export type ReachRead = { readonly accepted: true; readonly reach: Reach } | { readonly accepted: false; readonly problem: string }

type Environment = Readonly<Record<string, string | undefined>>

/** Whether people come by TLS, spoken here or at the proxy before us. No header of a request is asked. */
export const isReachedByTls = ({ origin, tls }: Reach): boolean => tls !== undefined || origin?.startsWith('https:') === true

const BOTH = 'Give DAYLIGHT_TLS_CERT and DAYLIGHT_TLS_KEY, or name the proxy that speaks TLS before this server: DAYLIGHT_PROXY=127.0.0.1 with DAYLIGHT_ORIGIN=https://daylight.example.'

/** Reads how the server is reached, and refuses every way by which a password or a cookie would cross a network in the open. */
export function readReach(env: Environment, host: string): ReachRead {
  const [{ DAYLIGHT_TLS_CERT: cert, DAYLIGHT_TLS_KEY: key }, origin, proxies] = [env, originIn(env['DAYLIGHT_ORIGIN']), proxiesIn(env['DAYLIGHT_PROXY'])]
  if (origin === null) return no(`DAYLIGHT_ORIGIN is ${quoted(env['DAYLIGHT_ORIGIN'])}. Expected the address people open, with a host name and without a path, such as DAYLIGHT_ORIGIN=https://daylight.example.`)
  if (proxies === null) return no(`DAYLIGHT_PROXY is ${quoted(env['DAYLIGHT_PROXY'])}. Expected addresses with commas between them, such as DAYLIGHT_PROXY=127.0.0.1,10.0.0.0/24.`)
  if (!cert !== !key) return no(`DAYLIGHT_TLS_${cert ? 'CERT' : 'KEY'} is given and DAYLIGHT_TLS_${cert ? 'KEY' : 'CERT'} is not. A certificate needs both.`)
  const reach = { ...(origin !== '' && { origin }), ...(cert && key && { tls: { cert, key } }), ...(proxies.length > 0 && { proxies }) }
  const problem = inTheOpen(reach, host)
  return problem === null ? { accepted: true, reach } : no(problem)
}

const no = (problem: string): ReachRead => ({ accepted: false, problem })

/** What would send a session over a network unprotected, or hold it to a name under which nobody comes; null where nothing does. */
function inTheOpen({ origin, tls, proxies }: Reach, host: string): string | null {
  const isNamedSafe = origin?.startsWith('https:') === true
  if (tls && origin !== undefined && !isNamedSafe) return `DAYLIGHT_ORIGIN is ${quoted(origin)}, and the server is given a certificate. Expected an origin that begins with https.`
  if (proxies && !isNamedSafe) return 'DAYLIGHT_PROXY is given and DAYLIGHT_ORIGIN does not say by which name people come there. Expected DAYLIGHT_ORIGIN=https://daylight.example.'
  if (isNamedSafe && !tls && !proxies) return `DAYLIGHT_ORIGIN begins with https, and nothing here speaks TLS. ${BOTH}`
  if (!isLoopback(host) && !tls && !proxies) return `HOST is ${host}, and passwords would travel in the open. ${BOTH}`
  return null
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

/** Null where one of them is no address. */
function proxiesIn(told: string | undefined): readonly string[] | null {
  const each = (told ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '')
  return each.every(isNetwork) && (each.length > 0 || !told) ? each : null
}

/** An address, or a network of eight bits or more: whoever believes half the world believes anybody. */
function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/')
  const family = isIP(address)
  const isLength = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= (family === 4 ? 32 : 128))
  return family !== 0 && isLength && text.split('/').length <= 2
}

/** Whether an address is one of those that are named. */
export function among(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = familyOf(address)
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address))
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

const quoted = (text: string | undefined): string => JSON.stringify((text ?? '').slice(0, 60))
