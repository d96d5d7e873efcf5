import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A service of another's that tells who somebody is (OpenID Connect Core, 3.1), on this machine and for tests alone. It lies where it is told to. */

/** What it says otherwise than it should. */
export interface ProviderLies {
  readonly claims?: Readonly<Record<string, unknown>>
  /** Signs with a key it does not show. */
  readonly signature?: 'another-key' | 'none'
  /** Takes a code more than once, which it should not (RFC 6749, 4.1.2). */
  readonly codes?: 'again-and-again'
}

interface Waiting {
  readonly subject: string
  readonly nonce: string
  readonly challenge: string
  readonly back: string
}

export const CLIENT = { clientId: 'daylight-test', secret: 'a secret of the test' }

const partOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const seconds = (): number => Math.floor(Date.now() / 1000)

export async function identityProvider() {
  const [shown, hidden] = [generateKeyPairSync('ec', { namedCurve: 'P-256' }), generateKeyPairSync('ec', { namedCurve: 'P-256' })]
  const waiting = new Map<string, Waiting>()
  let lies: ProviderLies = {}
  let asked = 0

  const tokenFor = ({ subject, nonce }: Waiting): string => {
    const header = partOf(lies.signature === 'none' ? { alg: 'none' } : { alg: 'ES256', kid: 'one' })
    const body = partOf({ iss: issuer(), sub: subject, aud: CLIENT.clientId, iat: seconds(), exp: seconds() + 60, auth_time: seconds(), nonce, ...lies.claims })
    return `${header}.${body}.${lies.signature === 'none' ? '' : signed(lies.signature === 'another-key' ? hidden.privateKey : shown.privateKey, `${header}.${body}`)}`
  }

  const answers: Readonly<Record<string, (form: URLSearchParams) => { readonly status?: number; readonly body: object }>> = {
    '/.well-known/openid-configuration': () => ({ body: { issuer: issuer(), authorization_endpoint: `${issuer()}/authorize`, token_endpoint: `${issuer()}/token`, jwks_uri: `${issuer()}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['ES256'], token_endpoint_auth_methods_supported: ['client_secret_post'], code_challenge_methods_supported: ['S256'] } }),
    '/keys': () => ({ body: { keys: [{ ...shown.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }] } }),
    '/token': (form) => {
      asked += 1
      const found = waiting.get(form.get('code') ?? '')
      if (lies.codes === undefined) waiting.delete(form.get('code') ?? '')
      const isHeld = found && createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url') === found.challenge && form.get('redirect_uri') === found.back
      if (!found || !isHeld || form.get('client_id') !== CLIENT.clientId || form.get('client_secret') !== CLIENT.secret) return { status: 400, body: { error: 'invalid_grant' } }
      return { body: { access_token: 'opens nothing', token_type: 'Bearer', expires_in: 60, id_token: tokenFor(found) } }
    },
  }

  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => void (body += piece.toString('utf8')))
    request.on('end', () => {
      const answer = answers[request.url ?? '']?.(new URLSearchParams(body)) ?? { status: 404, body: {} }
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
    })
  })
  const issuer = (): string => `http://127.0.0.1:${port}`
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    issuer: issuer(),
    /** How often it was asked for a token. */
    asked: () => asked,
    lie: (next: ProviderLies) => void (lies = next),
    /** Somebody shows there who they are; answers with where their browser is led. */
    show: (address: string, subject: string): string => {
      const { searchParams: sent } = new URL(address)
      const code = randomBytes(16).toString('hex')
      waiting.set(code, { subject, nonce: sent.get('nonce') ?? '', challenge: sent.get('code_challenge') ?? '', back: sent.get('redirect_uri') ?? '' })
      return `${sent.get('redirect_uri')}?code=${code}&state=${sent.get('state')}`
    },
    close: () => new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}

export type IdentityProvider = Awaited<ReturnType<typeof identityProvider>>

const signed = (key: KeyObject, text: string): string => sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
