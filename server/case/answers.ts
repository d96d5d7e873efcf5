import type { Context } from 'hono'
import { LOOKS } from '../../core/kernel/access.ts'
import { isoOf } from '../../core/kernel/instant.ts'
import type { OnFile } from '../../core/kernel/noted.ts'
import type { AppendRefusal, Appended } from '../../ledger/ledger.ts'
import type { Problem } from '../../wire/api.ts'
import { refuse } from '../http/problem.ts'
import type { Office } from '../office.ts'
import type { AccessRefusalCode } from '../gate.ts'
import { namesOf } from './names.ts'

/** The version of a file as an entity tag (RFC 9110, 8.8.3). */
export const tagOf = (version: number): string => `"${version}"`

export type Version = { readonly accepted: true; readonly version: number } | { readonly accepted: false; readonly response: Response }

/** The version somebody decided on, which every determination must name (RFC 6585, 3). */
export function versionDecidedOn(c: Context, { speak }: Office): Version {
  const header = c.req.header('if-match')
  const version = /^"(\d{1,15})"$/.exec(header?.trim() ?? '')?.[1]
  if (version !== undefined) return { accepted: true, version: Number(version) }
  const detail = header === undefined ? 'This is decided on what you have read, so it needs the version you have read.' : 'The version you have read is told as one figure in quotation marks.'
  return { accepted: false, response: refuse(speak, { code: header === undefined ? 'request/no-version' : 'request/no-such-version', detail, expected: 'If-Match: "12", with the ETag of what you have read' }) }
}

/** What became of an act: kept, under which version; or why not. */
export async function answerAct(c: Context, office: Office, answer: Appended, status: 200 | 201 = 200): Promise<Response> {
  if (!answer.accepted) return refuseAppend(office, answer.refusal)
  const last = answer.stored.at(-1)
  return c.json({ entry: last?.id ?? '', version: last?.version ?? 0 }, status, { etag: tagOf(last?.version ?? 0) })
}

/** Somebody was first, or an id stands for something else. */
export async function refuseAppend(office: Office, refusal: AppendRefusal): Promise<Response> {
  if (refusal.code === 'ledger/stale') return refuseStale(office, { ...refusal, meanwhile: refusal.meanwhile.map(recordedOf) })
  return refuse(office.speak, { code: refusal.code, detail: 'Something else is kept under this id already, and stays.', expected: 'an id of its own for each act' })
}

interface StaleOn {
  readonly expected: number
  readonly found: number
  readonly meanwhile: readonly Recorded[]
}

/** A decision on what is no longer the last. What was recorded meanwhile, by whom and when, comes with it; its words do not. */
export async function refuseStale(office: Office, { expected, found, meanwhile }: StaleOn): Promise<Response> {
  const names = await namesOf(office, meanwhile.map(({ by }) => by))
  const detail = `The file stands at version ${found} by now; you decided on version ${expected}. Read what was recorded since, and decide again.`
  return refuse(office.speak, { code: 'ledger/stale', detail, expected: `If-Match: "${found}", once you have read it`, meanwhile, names }, { etag: tagOf(found) })
}

/** An entry without its words. */
type Recorded = NonNullable<Problem['meanwhile']>[number]

/** Who recorded something of which kind, and when, for somebody who decided before it came. */
export function recordedOf({ id, version, by, stream, fact, occurredAt, recordedAt, receivedAt }: OnFile<{ readonly type: string; readonly of?: string }>): Recorded {
  const type = fact.type === 'words/withheld' ? (fact.of ?? fact.type) : fact.type
  return { entry: id, version, by, stream, type, occurredAt: isoOf(occurredAt), recordedAt: isoOf(recordedAt), receivedAt: isoOf(receivedAt ?? recordedAt) }
}

/** Somebody may not look, or there is nothing to look into. */
export const refuseLook = ({ speak }: Pick<Office, 'speak'>, code: AccessRefusalCode): Response => refuse(speak, { code, ...WHY[code] })

const WHY: Readonly<Record<AccessRefusalCode, { readonly detail: string; readonly expected?: string }>> = {
  'access/administrator': { detail: 'An administrator keeps the list of people and opens no case. That you asked is in the access log.' },
  'access/no-such-file': { detail: 'There is no file under this id, or none that you need to know.' },
  'access/not-permitted': { detail: 'You may read this file, and not do this with it. That you asked is in the access log.' },
  'access/no-purpose': { detail: 'Nothing is read without a purpose.', expected: `x-daylight-look: ${LOOKS.join(' | ')}` },
}
