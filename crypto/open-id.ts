import type { AuthorizationCodeGrantChecks, Configuration, IDToken } from 'openid-client'

/** Another's service that tells who somebody is, and what we are known by there. */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly secret: string
  /** The one address of ours it sends people back to. */
  readonly back: string
}

/** What an answer is held to: made anew each time, and known to nobody but us and the browser that asked. */
export interface AskedOfProvider {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who somebody is there. The name is the service’s own, and says nothing here by itself. */
export interface ShownByProvider {
  readonly issuer: string
  readonly subject: string
  /** How it says they showed it (RFC 8176), and at which level. */
  readonly methods: readonly string[]
  readonly level: string | null
}

export interface Provider {
  readonly issuer: string
  /** Where the browser goes; null while the service does not answer. */
  readonly ask: (asked: AskedOfProvider) => Promise<string | null>
  /** Who came back; null where what they bring does not hold, `away` where the service does not answer. */
  readonly shown: (asked: AskedOfProvider, query: string) => Promise<ShownByProvider | null | 'away'>
}

/** Loaded when somebody first goes that way. */
const library = () => import('openid-client')

const SECONDS_TO_WAIT = 5

/** A station has one browser and many people. Whoever comes back has shown there in these seconds who they are, and nobody walks in on the session of whoever sat there before. */
const SHOWN_WITHIN_SECONDS = 300

/** What an answer is held to, drawn afresh: 256 bits each. */
export async function newAsking(): Promise<AskedOfProvider> {
  const { randomNonce, randomPKCECodeVerifier, randomState } = await library()
  return { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
}

/**
 * OpenID Connect with a code and PKCE (RFC 6749, 4.1; RFC 7636; OpenID Connect Core, 3.1).
 *
 * The library checks issuer, audience, time, nonce and state. It looks at the signature too, which Core, 3.1.3.7, leaves out where a token comes over TLS.
 */
export function openProvider(settings: ProviderSettings): Provider {
  let known: Promise<Configuration> | null = null
  const configuration = (): Promise<Configuration | null> => {
    known ??= discovered(settings)
    return known.catch(() => {
      known = null
      return null
    })
  }
  return {
    issuer: settings.issuer,
    ask: async ({ state, nonce, verifier }) => {
      const there = await configuration()
      if (!there) return null
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await library()
      const challenge = await calculatePKCECodeChallenge(verifier)
      return buildAuthorizationUrl(there, { redirect_uri: settings.back, scope: 'openid', state, nonce, code_challenge: challenge, code_challenge_method: 'S256', prompt: 'login', max_age: String(SHOWN_WITHIN_SECONDS) }).href
    },
    shown: async ({ state, nonce, verifier }, query) => {
      const there = await configuration()
      return there ? shownBy(there, new URL(`${settings.back}?${query}`), { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true, maxAge: SHOWN_WITHIN_SECONDS }) : 'away'
    },
  }
}

/** Asks the service what it is. Plain HTTP is spoken within this machine alone, which `server/ways-in.ts` sees to. */
async function discovered({ issuer, clientId, secret }: ProviderSettings): Promise<Configuration> {
  const { allowInsecureRequests, ClientSecretBasic, ClientSecretPost, discovery, enableNonRepudiationChecks } = await library()
  const [inBody, inHeader] = [ClientSecretPost(secret), ClientSecretBasic(secret)]
  const server = new URL(issuer)
  return discovery(server, clientId, {}, (as, ...rest) => (as.token_endpoint_auth_methods_supported?.includes('client_secret_post') ? inBody : inHeader)(as, ...rest), {
    timeout: SECONDS_TO_WAIT,
    execute: [enableNonRepudiationChecks, ...(server.protocol === 'http:' ? [allowInsecureRequests] : [])],
  })
}

/** Whatever the library throws is a no, but for what tells that nobody answered. */
async function shownBy(there: Configuration, came: URL, checks: AuthorizationCodeGrantChecks): Promise<ShownByProvider | null | 'away'> {
  const { authorizationCodeGrant } = await library()
  try {
    const claims = (await authorizationCodeGrant(there, came, checks)).claims()
    return claims === undefined ? null : { issuer: claims.iss, subject: claims.sub, methods: methodsIn(claims), level: typeof claims['acr'] === 'string' ? claims['acr'] : null }
  } catch (error) {
    return isAway(error) ? 'away' : null
  }
}

const methodsIn = ({ amr }: IDToken): readonly string[] => (Array.isArray(amr) ? amr.filter((each): each is string => typeof each === 'string') : [])

/** `fetch` tells so of a connection that failed, and the library of one that took too long. */
const isAway = (error: unknown): boolean => error instanceof Error && (error.message === 'fetch failed' || ('code' in error && error.code === 'OAUTH_TIMEOUT'))
