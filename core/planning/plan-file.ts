import type { ReportId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Noted } from '../kernel/noted.ts'
import type { TaskTaken, UrgentDeclaration } from './operation.ts'
import { PLAN_PARTS, type Condition, type NotActing, type PartWritten, type PlanContents, type PlanFact, type PlanPart } from './plan-facts.ts'

/** A fact of a plan whose words cannot be read: their key was destroyed, or it should be there and is not. That there was one stays. */
export interface WithheldPlanFact {
  readonly type: 'words/withheld'
  readonly of: PlanFact['type']
  readonly part: PlanPart | null
}

/** What can be read of an entry of a plan's file. */
export type PlanFactRead = PlanFact | WithheldPlanFact

/** One part of a plan as somebody wrote it. The hour of entry is written first by whoever opens the plan. */
export interface Writing {
  readonly noted: Noted
  readonly written: PartWritten
}

/** Leave to go ahead with one version of a plan, with what it was decided on. */
export interface Authority {
  readonly noted: Noted
  readonly plan: number
  readonly site: number
  readonly knownAt: Instant
  readonly condition: Condition | null
  readonly policy: readonly string[]
}

export interface PlanNotActedOn extends NotActing {
  readonly noted: Noted
  readonly act: 'plan/refused' | 'plan/stood-down'
}

export interface UrgentOnFile extends Omit<UrgentDeclaration, 'tasks'> {
  readonly noted: Noted
}

export interface Confirmation {
  readonly noted: Noted
  readonly report: ReportId
}

export interface EntryRecorded {
  readonly noted: Noted
  readonly at: Instant
  readonly says: string
}

/** Everything that was done with a plan, line by line; a part where one was written. */
export interface PlanVersion {
  readonly noted: Noted
  readonly act: PlanFact['type']
  readonly part: PlanPart | null
}

/** A plan as its file tells it. What it amounts to (readiness, standing) is computed from this each time, and never stored. */
export interface PlanFile {
  readonly number: string
  readonly site: string
  readonly opened: Noted
  readonly version: number
  readonly writings: readonly Writing[]
  readonly versions: readonly PlanVersion[]
  /** The latest; who authorised before is among the versions. */
  readonly authority: Authority | null
  readonly confirmations: readonly Confirmation[]
  readonly urgent: UrgentOnFile | null
  readonly tasks: readonly TaskTaken[]
  readonly notActing: PlanNotActedOn | null
  readonly entry: EntryRecorded | null
  /** Entries whose words are gone. */
  readonly withheld: readonly Noted[]
}

export type PlanSoFar = Partial<PlanContents> & Pick<PlanContents, 'hour'>

/** Who wrote a part last. Undefined where nobody has written it. */
export const writingOf = ({ writings }: PlanFile, part: PlanPart): Writing | undefined => writings.findLast(({ written }) => written.part === part)

/** What each part says. A part that nobody has written is not there; the hour always is, since opening a plan sets it. */
export function contentsOf(file: PlanFile): PlanSoFar {
  const parts = PLAN_PARTS.map((part) => [part, writingOf(file, part)?.written.content] as const)
  return Object.fromEntries(parts.filter(([, content]) => content !== undefined)) as unknown as PlanSoFar
}

/** The version under which the plan last came to say something else. Later acts leave what it says alone. */
export const writtenAt = ({ writings }: PlanFile): number => Math.max(...writings.map(({ noted }) => noted.version))

/** The same file with the parts as they were at a version. What was done with the plan since then stays in it. */
export const withPartsOf = (file: PlanFile, version: number): PlanFile => ({ ...file, writings: file.writings.filter(({ noted }) => noted.version <= version) })
