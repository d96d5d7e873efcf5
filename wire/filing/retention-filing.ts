import { z } from 'zod'
import { HOLDERS, type ActorId, type HolderId } from '../../core/kernel/id.ts'
import { instant, type Instant } from '../../core/kernel/instant.ts'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import { FORGETTING_GROUNDS, HOLD_GROUNDS, KEEP_GROUNDS, LIFT_GROUNDS, RELEASE_GROUNDS, REVIEW_GROUNDS } from '../../core/retention/grounds.ts'
import { FORGETTING_REACHES, type KeepingFact } from '../../core/retention/keeping-facts.ts'
import type { FiledFact, InClear } from './filed.ts'

const KEEPING = 'keeping/'

/** The stream in which it lies how long the words of a holder are kept. */
export const keepingStream = (holder: string): string => `${KEEPING}${holder}`

/** The file that a stream of words belongs to; null where a stream is none of a file's, a share's or a request's. */
export function fileOfWords(stream: string): string | null {
  const [, kind, id] = /^(?:need\/)?(site|plan|source|share|request)\/(.+)$/.exec(stream) ?? []
  return kind === undefined || id === undefined ? null : `${kind}/${id}`
}

/** What a holder's name tells of it. */
export function holderIn(name: string): { readonly kind: (typeof HOLDERS)[number]; readonly id: string } | null {
  const [kind = '', ...rest] = name.split('/')
  const id = rest.join('/')
  return id !== '' && (HOLDERS as readonly string[]).includes(kind) ? { kind: kind as (typeof HOLDERS)[number], id } : null
}

/** The codes of a list of grounds. */
export const codesOf = <Code extends string>(grounds: Readonly<Record<Code, unknown>>): readonly [Code, ...Code[]] => Object.keys(grounds) as unknown as [Code, ...Code[]]

const When = z.number().transform((at): Instant => instant(at))
const By = z.string().transform((id) => id as ActorId)
const OfOrganisation = z.string().transform((id) => id as OrganisationId)
const Holders = z.array(z.string().transform((id) => id as HolderId))
const asking = { asking: z.string(), ground: z.enum(codesOf(FORGETTING_GROUNDS)), reach: z.enum(FORGETTING_REACHES), by: By, at: When }

/** A fact of keeping as it stands in clear. Read back strictly: whatever else stands there was not written by us. */
const FactShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hold/placed'), hold: z.string(), ground: z.enum(codesOf(HOLD_GROUNDS)), reference: z.string(), reviewBy: When, organisation: OfOrganisation }),
  z.strictObject({ type: z.literal('hold/lifted'), hold: z.string(), ground: z.enum(codesOf(LIFT_GROUNDS)) }),
  z.strictObject({ type: z.literal('retention/set'), reviewBy: When, ground: z.enum(codesOf(REVIEW_GROUNDS)) }),
  z.discriminatedUnion('outcome', [
    z.strictObject({ type: z.literal('retention/reviewed'), outcome: z.literal('keep'), reviewBy: When, ground: z.enum(codesOf(KEEP_GROUNDS)) }),
    z.strictObject({ type: z.literal('retention/reviewed'), outcome: z.literal('may-be-forgotten'), ground: z.enum(codesOf(RELEASE_GROUNDS)) }),
  ]),
  z.strictObject({ type: z.literal('forgetting/asked'), ...asking }),
  z.strictObject({ type: z.literal('forgetting/seconded'), ...asking, askedBy: By, keys: z.array(z.string()), holders: Holders }),
])

/**
 * A fact of keeping as it is filed: in clear, since it outlives the words it is about. Codes, ids, dates and references alone.
 *
 * The file in which the words lie stands beside it, so that a list can be filtered by who may read that file.
 */
export const fileKeepingFact = ({ type, ...clear }: KeepingFact, file: string): FiledFact => ({ type, clear: { ...clear, file }, told: null })

/** A fact of keeping as it is read; no leave is needed for what is in clear. */
export const readKeepingFact = ({ type, clear: { file: _file, ...clear } }: { readonly type: string; readonly clear: InClear }): KeepingFact => FactShape.parse({ type, ...clear })
