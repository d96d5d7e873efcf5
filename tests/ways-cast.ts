import { openProvider } from '../crypto/open-id.ts'
import { application } from '../server/app.ts'
import { openCatalogue } from '../server/catalogue.ts'
import type { Reach } from '../server/reach.ts'
import { ACCOUNT_BACK } from '../server/routes/account.ts'
import { USUAL_ACCOUNT, type AccountPolicy } from '../server/session/account-door.ts'
import type { DevicePolicy } from '../server/session/device-policy.ts'
import { AccountAskedShape } from '../wire/office/account.ts'
import { siteOf } from './application.ts'
import { CLIENT, type IdentityProvider } from './identity-provider.ts'
import type { freshOffice } from './office-cast.ts'

/** An office with ways of signing in that another test does without, and browsers that keep every cookie they are given. */

const ORIGIN = 'http://localhost'
const catalogue = openCatalogue()

interface Ways {
  readonly provider?: IdentityProvider
  readonly policy?: AccountPolicy
  readonly devices?: DevicePolicy['enrolled']
  readonly reach?: Reach
}

export function withWays({ office, logged }: Awaited<ReturnType<typeof freshOffice>>, { provider, policy = USUAL_ACCOUNT, devices = 'not-asked', reach = {} }: Ways) {
  const account = provider ? { provider: openProvider({ issuer: provider.issuer, ...CLIENT, back: `${ORIGIN}${ACCOUNT_BACK}` }), policy } : null
  const door = { ...office.door, account, devices: { enrolled: devices } }
  const app = application({ config: { host: '127.0.0.1', port: 8787, data: { folder: '', databases: null }, demo: 'no', ...reach }, catalogue, office: { ...office, door }, site: siteOf({}), log: (line) => logged.push(line) })
  return (address = '192.0.2.1', cookies: Readonly<Record<string, string>> = {}) => keepingBrowser(app, address, cookies)
}

/** A browser with a jar: it keeps what it is given, throws away what it is told to, and sends all of it. */
export function keepingBrowser(app: ReturnType<typeof application>, address: string, held: Readonly<Record<string, string>>) {
  const jar = new Map(Object.entries(held))
  const ask = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> => {
    const response = await app.request(path, {
      method,
      headers: { host: 'localhost', 'x-daylight': '1', 'x-daylight-look': 'assessment', cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }, { incoming: { socket: { remoteAddress: address } } })
    for (const given of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? []
      if (/Max-Age=0/.test(given)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  const get = (path: string) => ask('GET', path)
  const post = (path: string, body?: unknown) => ask('POST', path, body)
  /** Goes to the service, shows there who they are, and is led back. */
  const goThere = async (provider: IdentityProvider, subject: string, asked = '/api/session/account/asked'): Promise<string> => {
    const { address: there } = AccountAskedShape.parse(await (await post(asked)).json())
    const back = provider.show(there, subject)
    await get(back.slice(ORIGIN.length))
    return back
  }
  return {
    ask, get, post, jar, goThere,
    cookie: () => `daylight=${jar.get('daylight') ?? ''}`,
    signIn: (name: string, password: string) => post('/api/session', { name, password }),
    /** Back from the service, the page has what was brought looked at. */
    signInThere: async (provider: IdentityProvider, subject: string, code?: string): Promise<Response> => {
      await goThere(provider, subject)
      return post('/api/session/account', code === undefined ? {} : { code })
    },
    link: async (provider: IdentityProvider, subject: string): Promise<Response> => {
      await goThere(provider, subject, '/api/session/account/link/asked')
      return post('/api/session/account/link')
    },
  }
}
