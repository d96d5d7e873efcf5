import { accept, refuse, type Decision } from '../kernel/decider.ts'
import type { Instant } from '../kernel/instant.ts'
import { speaksOfThemselves, type WeighingKind } from './report.ts'
import type { CollectionTask, SiteFact } from './site-facts.ts'

/** Whether somebody is under the control of those who exploit people: yes, no, or nobody has said. */
export const UNDER_CONTROL = ['yes', 'no', 'unknown'] as const
export type UnderControl = (typeof UNDER_CONTROL)[number]

/** A source that is asked to look, as far as setting a task must know it. */
export interface Taskable {
  readonly id: string
  readonly kind: WeighingKind
  readonly underControl: UnderControl
}

export type SetTaskRefusal =
  | { readonly code: 'task/nobody-to-send'; readonly kind: WeighingKind }
  | { readonly code: 'task/under-control'; readonly source: string | null }
  | { readonly code: 'task/due-in-the-past'; readonly due: Instant }

/** What stands around a task when it is set. */
export interface TaskSetting {
  readonly now: Instant
  /** Kinds whose "no" policy knows, since they can be sent to look. */
  readonly canBeSent: ReadonlySet<WeighingKind>
  /** The source that is asked, where it is one of the register. */
  readonly source: Taskable | null
}

/** Kinds of the register whose people are recruited; each is asked by name, since freedom is a person's and no kind's. */
const RECRUITED: ReadonlySet<WeighingKind> = new Set(['informant-tested', 'informant-untested'])

/**
 * Setting a task of collection: only for people with authority and protection.
 *
 * Nobody who was held is sent back to look, and nobody is tasked who is under a trafficker's control or of whom nobody
 * knows whether they are: such a person is a victim at risk and no informant (enforcement-side 1.7).
 */
export function setTask(task: CollectionTask, { now, canBeSent, source }: TaskSetting): Decision<SiteFact, SetTaskRefusal> {
  const { kind, due } = task
  if (speaksOfThemselves(kind) || (source && speaksOfThemselves(source.kind))) return refuse({ code: 'task/under-control', source: source?.id ?? null })
  if (source && source.underControl !== 'no') return refuse({ code: 'task/under-control', source: source.id })
  if (!canBeSent.has(kind) || (RECRUITED.has(kind) && source === null)) return refuse({ code: 'task/nobody-to-send', kind })
  if (due <= now) return refuse({ code: 'task/due-in-the-past', due })
  return accept({ type: 'task/set', task })
}
