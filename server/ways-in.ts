import { readSecret } from '../crypto/secret-file.ts'
import { openProvider } from '../crypto/open-id.ts'
import { isLoopback } from './http/own-host.ts'
import type { OtherWays } from './office.ts'
import { ACCOUNT_BACK } from './routes/account.ts'
import { USUAL_ACCOUNT } from './session/account-door.ts'
import type { DevicePolicy } from './session/device-policy.ts'

/** Another's service that people may show by who they are, as whoever runs the server named it. */
export interface AccountReach {
  readonly issuer: string
  readonly clientId: string
  readonly secretFile: string
}

/** How people sign in here beside the password and what each adds to it; nothing of it has to be. */
export interface WaysIn {
  readonly account?: AccountReach
  readonly devices?: DevicePolicy
}

export type WaysRead = { readonly accepted: true; readonly ways: WaysIn } | { readonly accepted: false; readonly problem: string }

type Environment = Readonly<Record<string, string | undefined>>

const NAMES = ['DAYLIGHT_OIDC_ISSUER', 'DAYLIGHT_OIDC_CLIENT_ID', 'DAYLIGHT_OIDC_CLIENT_SECRET_FILE'] as const

const no = (problem: string): Extract<WaysRead, { readonly accepted: false }> => ({ accepted: false, problem })

/** Reads which ways in there are beside the usual ones. */
export function readWaysIn(env: Environment, origin: string | undefined): WaysRead {
  const devices = env['DAYLIGHT_DEVICES']
  if (devices && devices !== 'any' && devices !== 'enrolled') return no(`DAYLIGHT_DEVICES is ${JSON.stringify(devices.slice(0, 60))}. Expected enrolled, where people sign in from enrolled devices alone, or any.`)
  const read = readAccount(env, origin)
  if (!read.accepted) return read
  return { accepted: true, ways: { ...read.ways, ...(devices && { devices: { enrolled: devices === 'enrolled' ? 'asked' : 'not-asked' } }) } }
}

/** By which service people may show who they are: all of it or nothing. Nobody needs one. */
function readAccount(env: Environment, origin: string | undefined): WaysRead {
  const [issuer, clientId, secretFile] = NAMES.map((name) => env[name])
  if (!issuer && !clientId && !secretFile) return { accepted: true, ways: {} }
  const missing = NAMES.filter((name) => !env[name])
  if (!issuer || !clientId || !secretFile) return no(`${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing. Signing in by OpenID Connect needs ${NAMES.join(', ')}; leave all three out to do without.`)
  if (origin === undefined) return no('DAYLIGHT_OIDC_ISSUER is given and DAYLIGHT_ORIGIN is not, so the issuer could not send people back. Expected DAYLIGHT_ORIGIN=https://daylight.example.')
  if (!isIssuer(issuer)) return no(`DAYLIGHT_OIDC_ISSUER is ${JSON.stringify(issuer.slice(0, 60))}. Expected the address of the issuer as it writes it itself, with https and without a question mark, such as https://login.example.`)
  return { accepted: true, ways: { account: { issuer, clientId, secretFile } } }
}

/** OpenID Connect Core, 1.2: https, with neither a query nor a fragment. Within this machine a network is not crossed. */
function isIssuer(told: string): boolean {
  if (!URL.canParse(told)) return false
  const { protocol, hostname, search, hash, username } = new URL(told)
  return (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) && search === '' && hash === '' && username === ''
}

/** A secret of the service that cannot be used, with what would mend it. */
export class AccountFault extends Error {
  override readonly name = 'AccountFault'
}

/** Opens them. The secret is read once, from a file that is its owner's alone; the service itself is asked for nothing before somebody goes that way. */
export function openWays({ account, devices, origin }: WaysIn & { readonly origin?: string }): OtherWays {
  if (!account || origin === undefined) return { ...(devices && { devices }) }
  const { issuer, clientId, secretFile } = account
  const provider = openProvider({ issuer, clientId, secret: secretIn(secretFile), back: `${origin}${ACCOUNT_BACK}` })
  return { account: { provider, policy: USUAL_ACCOUNT }, ...(devices && { devices }) }
}

function secretIn(path: string): string {
  const secret = read(path).trim()
  if (secret === '') throw new AccountFault(`${path} is empty. Expected the secret that the issuer gave this office, named in DAYLIGHT_OIDC_CLIENT_SECRET_FILE.`)
  return secret
}

function read(path: string): string {
  try {
    return readSecret({ path, what: 'The secret of the issuer', fault: AccountFault })
  } catch (error) {
    if (error instanceof AccountFault) throw error
    throw new AccountFault(`${path} cannot be read. DAYLIGHT_OIDC_CLIENT_SECRET_FILE names the file with the secret that the issuer gave this office.`)
  }
}
