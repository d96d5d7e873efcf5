import { vi } from 'vitest'

/** What a server of a test answers at an address. */
export interface Answering {
  readonly status?: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What was asked of it. */
export interface AskedOf {
  readonly path: string
  readonly method: string
  readonly headers: Headers
  readonly body: unknown
}

/** Stands in for the server at `fetch`. What no answer is given for fails as a network does. */
export function answering(answers: Readonly<Record<string, Answering | (() => Answering)>>): readonly AskedOf[] {
  const asked: AskedOf[] = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', headers, body }: RequestInit = {}) => {
    asked.push({ path, method, headers: new Headers(headers), body: typeof body === 'string' ? JSON.parse(body) : null })
    const found = answers[`${method} ${path}`]
    if (!found) throw new TypeError('fetch failed')
    const { status = 200, body: said, headers: sent = {} } = typeof found === 'function' ? found() : found
    return new Response(said === undefined ? null : JSON.stringify(said), { status, headers: { ...sent } })
  })
  return asked
}

/** A problem as the server writes it. */
export const problem = (status: number, code: string, problems: readonly { readonly path: string; readonly problem: string }[] = []): Answering => ({
  status,
  body: { type: '/api#x', title: `title of ${code}`, status, detail: `detail of ${code}`, code, path: '', line: null, column: null, expected: null, problems: problems.map((one) => ({ code: 'reading/wrong-value', line: null, column: null, expected: 'a word', ...one })) },
})
