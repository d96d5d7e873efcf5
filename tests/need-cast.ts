import type { ActorId, DeviceId, EntryId } from '../core/kernel/id.ts'
import { instant } from '../core/kernel/instant.ts'
import type { Clear } from '../ledger/ledger.ts'
import type { Office } from '../server/office.ts'

/** Files with whoever stands to them how, put straight into a ledger: only what stands in clear, since that is all a decision knows. */

export interface FileCast {
  /** The stream, such as site/1; a plan's site is told by `site`. */
  readonly file: string
  readonly organisation?: string
  readonly by?: string
  readonly reach?: 'unit' | 'named'
  readonly named?: readonly string[]
  readonly handler?: string
  readonly controller?: string
  readonly tasks?: readonly string[]
  readonly site?: string
  readonly glasses?: readonly { readonly person: string; readonly until: number }[]
}

let drawn = 0
const NEVER = 4_000_000_000_000

const OPENS = { site: 'site/opened', plan: 'plan/opened', source: 'source/registered' } as const

const entry = (stream: string, type: string, clear: Clear, by = 'somebody') => ({
  id: `cast-${(drawn += 1)}` as EntryId, stream, by: by as ActorId, device: 'cast' as DeviceId, occurredAt: instant(0), recordedAt: instant(0), receivedAt: instant(0), fact: { type, form: 1, clear, sealed: null },
})

function entriesOf({ file, organisation, by, reach, named = [], handler, controller, tasks = [], site, glasses = [] }: FileCast) {
  const kind = file.split('/', 1)[0] as keyof typeof OPENS
  const told = { number: `N-${(drawn += 1)}`, ...(organisation && { organisation }), ...(handler && { codeName: `oak-${drawn}`, handler }), ...(controller && { controller }), ...(site && { site }), ...(kind === 'source' && !handler && { codeName: `elm-${drawn}` }) }
  return [
    entry(file, OPENS[kind], told, by),
    ...(reach ? [entry(`need/${file}`, 'need/reach-set', { reach })] : []),
    ...named.map((person) => entry(`need/${file}`, 'need/given', { person })),
    ...tasks.map((owner) => entry(file, 'task/set', { task: `task-${(drawn += 1)}`, owner, due: NEVER })),
    ...glasses.map(({ person, until }) => entry(`need/${file}`, 'need/glass-broken', { person, until, told: [] })),
  ]
}

/** Puts files into the ledger of an office. */
export async function putFiles({ cases }: Pick<Office, 'cases'>, files: readonly FileCast[]): Promise<void> {
  const answer = await cases.ledger.append(files.flatMap(entriesOf))
  if (!answer.accepted) throw new Error(`the cast was not kept: ${answer.refusal.code}`)
}
