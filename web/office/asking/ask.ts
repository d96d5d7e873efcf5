import { isUnattended } from './attendance.ts'
import { purposeNow } from '../purpose/purpose.ts'
import { NO_CONNECTION, notAsAgreed, refusalIn, type Refusal } from './refusal.ts'

/** Reads what came back; the shapes of `wire/` are such. */
export interface Shape<Value> {
  readonly safeParse: (given: unknown) => { readonly success: true; readonly data: Value } | { readonly success: false }
}

/** What the server said: an answer with the version it is of, or a refusal. */
export type Answered<Value> = { readonly accepted: true; readonly value: Value; readonly version: string | null } | { readonly accepted: false; readonly refusal: Refusal }

/** Something to be done, beside something to be read. */
export interface Request {
  readonly path: string
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  /** A text that is sent as it is, such as a CSV; `body` is sent as JSON. */
  readonly text?: { readonly type: string; readonly words: string }
  /** The version that was read; the server refuses where it is no more the last (`If-Match`). */
  readonly version?: string | null
  readonly signal?: AbortSignal
}

/** Shows the server that a page of its own asks: no form of a stranger can send this header. */
const OURS = { 'x-daylight': '1', accept: 'application/json' }

/** In which header it is told what somebody looks for: no file is opened without. */
const LOOK_HEADER = 'x-daylight-look'

/** Asks the server. Whatever goes wrong comes back as a refusal; only being called off is thrown, as the platform does. */
export async function ask<Value>(request: string | Request, shape: Shape<Value>): Promise<Answered<Value>> {
  const { path, signal, ...rest } = typeof request === 'string' ? { path: request } : request
  const response = await fetch(path, { ...sendable(rest), credentials: 'same-origin', cache: 'no-store', ...(signal && { signal }) }).catch((fault: unknown) => {
    if (signal?.aborted) throw fault
    return null
  })
  if (!response) return { accepted: false, refusal: NO_CONNECTION }
  return response.ok ? read(response, shape) : { accepted: false, refusal: await refusalIn(response) }
}

async function read<Value>(response: Response, shape: Shape<Value>): Promise<Answered<Value>> {
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => undefined)
  const parsed = shape.safeParse(body)
  if (!parsed.success) return { accepted: false, refusal: notAsAgreed(response.status) }
  return { accepted: true, value: parsed.data, version: versionIn(response) }
}

function sendable({ method, body, text, version }: Omit<Request, 'path' | 'signal'>): RequestInit {
  const type = text ? text.type : body === undefined ? null : 'application/json'
  const purpose = purposeNow()
  const payload = text ? text.words : body === undefined ? null : JSON.stringify(body)
  return {
    method: method ?? (payload === null ? 'GET' : 'POST'),
    headers: { ...OURS, ...(purpose && { [LOOK_HEADER]: purpose }), ...(payload === null && !method && isUnattended() && { 'x-daylight-unattended': '1' }), ...(type && { 'content-type': type }), ...(version && { 'if-match': `"${version}"` }) },
    body: payload,
  }
}

/** The entity tag without its marks (RFC 9110, 8.8.3). */
const versionIn = (response: Response): string | null => /^(?:W\/)?"(.*)"$/.exec(response.headers.get('etag') ?? '')?.[1] ?? null
