import type { ApiSchema } from '../../wire/api-schemas.ts'
import type { ProblemCode } from '../http/status.ts'
import type { Example } from './examples.ts'

/** A piece of an address, between its strokes or after the question mark. */
export interface AddressPart {
  readonly name: string
  readonly says: string
  readonly example: string
}

/** What one operation of the API is, for its document and for its page. The routes do what stands here, which a test holds them to. */
export interface ApiOperation {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Its changing pieces stand in braces, as OpenAPI writes them. */
  readonly path: `/api/${string}`
  readonly summary: string
  readonly says: string
  /** Whom it answers: everybody where this is left out, pages of this server, or whoever is signed in there. */
  readonly needs?: 'own-page' | 'a-session'
  /** The pieces of the address in braces. */
  readonly within?: readonly AddressPart[]
  /** Fields of the address, after the question mark; none has to be there. */
  readonly asks?: readonly AddressPart[]
  readonly takes?: { readonly schema: ApiSchema; readonly many: 'one-or-a-list' | 'one'; readonly example: Example }
  /** A table as text, in place of JSON. */
  readonly takesTable?: { readonly example: string }
  /** What is decided names the version it was decided on: always, or for some of what can be sent. */
  readonly decides?: 'always' | 'sometimes'
  /** Something is made that was not there. */
  readonly makes?: 'something-new'
  readonly gives: { readonly schema: ApiSchema; readonly many: 'one-or-a-list' | 'one' } | 'a-document' | 'a-stream'
  readonly refuses: readonly ProblemCode[]
}

export const BODY_REFUSALS = [
  'reading/too-large', 'reading/not-utf-8', 'reading/not-json', 'reading/too-deep', 'reading/duplicate-field',
  'reading/unknown-field', 'reading/missing-field', 'reading/wrong-value', 'request/other-format', 'request/broken-off',
] as const satisfies readonly ProblemCode[]

/** What an address of the office may answer to whoever comes without a session, or with the wrong one. */
export const SESSION_REFUSALS = ['session/not-signed-in', 'session/must-change-password', 'session/not-vouched', 'session/role', 'session/other-origin'] as const satisfies readonly ProblemCode[]

/** What an address about a case may answer beside that. */
export const CASE_REFUSALS = [...SESSION_REFUSALS, 'access/administrator', 'access/not-permitted', 'access/no-purpose', 'store/busy', 'store/unreachable'] as const satisfies readonly ProblemCode[]

/** What may keep an act from being kept. */
export const ACT_REFUSALS = [...BODY_REFUSALS, ...CASE_REFUSALS, 'ledger/entry-differs', 'store/disk-full', 'store/read-only'] as const satisfies readonly ProblemCode[]

/** What stands in the way of deciding blindly. */
export const DECISION_REFUSALS = ['request/no-version', 'request/no-such-version', 'ledger/stale', 'session/step-up'] as const satisfies readonly ProblemCode[]

/** What any address may answer. */
export const EVERYWHERE = ['request/not-understood', 'request/other-host', 'request/nothing-here', 'request/other-method', 'request/our-fault'] as const satisfies readonly ProblemCode[]
