import { useDeferredValue, useMemo, useSyncExternalStore } from 'react'
import { PLAN_PARTS, type PlanPart } from '../../../../core/planning/plan-facts.ts'
import { useDrafts } from '../../form/use-draft.ts'
import { assess, NO_HANDLES, type Assessed } from '../../../reading/assessed.ts'
import { readPlan } from '../read-plan.ts'
import { contentWritten, draftKey, type PartDraft } from '../parts/part-draft.ts'
import { isRecord } from '../declared/json.ts'
import type { ShownPlan } from '../plan-asked.ts'
import { useUnitPolicy } from '../../policy/unit-policy.ts'
import type { OperationFile } from '../../../entry/file-of.ts'

/** A plan read here, in the browser, with what somebody is writing already in it. */
export interface LivePlan {
  readonly assessed: Assessed | null
  /** Parts with something in them that is not recorded yet. */
  readonly unrecorded: readonly PlanPart[]
}

/** Parts of the operation itself; every other part is a section of the plan. */
const OF_THE_OPERATION: ReadonlySet<PlanPart> = new Set<PlanPart>(['goal', 'sources', 'offences', 'expected', 'harm'])

/** The operation file with one part put in its place. */
export function fileWith(file: OperationFile, part: PlanPart, content: unknown): OperationFile {
  if (part === 'hour' || part === 'rung') return isRecord(content) ? { ...file, ...nonBlank(content) } : file
  if (OF_THE_OPERATION.has(part)) return { ...file, [part]: content }
  return { ...file, plan: { ...(isRecord(file['plan']) ? file['plan'] : {}), [part]: content } }
}

const nonBlank = (content: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(content).filter(([, value]) => value !== ''))

/**
 * The plan as it would read if everything being written were recorded. Entries that something is wanting in do not count yet.
 *
 * Where the reports of the site are not for whoever writes, it stays as the server read it until the part is recorded.
 */
export function useLivePlan(plan: ShownPlan): LivePlan {
  const drafts = useDrafts()
  const { now } = useUnitPolicy()
  const kept = useSyncExternalStore(drafts.onChange, () => snapshot(plan.id, drafts.read))
  const settled = useDeferredValue(kept)
  const asRecorded = useMemo(() => readPlan({ operation: plan.operation, reckoned: plan.reckoned }, { inForce: now, handles: NO_HANDLES }), [plan.operation, plan.reckoned, now])
  const assessed = useMemo(() => {
    if (settled === NOTHING_WRITTEN || plan.reckoned !== null) return asRecorded
    const written = writtenIn(plan.id, drafts.read)
    const file = written.reduce((whole, [part, draft]) => fileWith(whole, part, contentWritten(part, draft.filled, 'complete')), plan.operation as OperationFile)
    return assess(file, { inForce: now, handles: NO_HANDLES }) ?? asRecorded
  }, [plan.id, plan.operation, plan.reckoned, asRecorded, drafts, settled, now])
  return { assessed, unrecorded: writtenIn(plan.id, drafts.read).map(([part]) => part) }
}

const writtenIn = (plan: string, read: (key: string) => unknown): readonly (readonly [PlanPart, PartDraft])[] =>
  PLAN_PARTS.flatMap((part) => {
    const draft = read(draftKey(plan, part)) as PartDraft | undefined
    return draft ? [[part, draft] as const] : []
  })

const NOTHING_WRITTEN = ''
const seen = new WeakMap<PartDraft, number>()
let count = 0

/** A text that differs whenever a draft of the plan does. */
function snapshot(plan: string, read: (key: string) => unknown): string {
  return writtenIn(plan, read).map(([part, draft]) => {
    if (!seen.has(draft)) seen.set(draft, count += 1)
    return `${part}:${seen.get(draft)}`
  }).join(' ')
}
