import { after, type Instant } from '../kernel/instant.ts'
import { AS_FINDING, type Criterion, type Finding } from './criteria.ts'
import type { Raid, UrgentDeclaration, UrgentTaskKind } from './operation.ts'
import type { PlanningPolicy } from './policy.ts'
import type { CriterionId } from './requirements.ts'

/** What an urgent entry still owes the people it reaches: a task with an owner and a clock, never a condition. */
export interface UrgentTask {
  readonly task: UrgentTaskKind
  /** Whoever declared the danger answers for it, until somebody takes it on; the review belongs to another unit. */
  readonly owner: string
  readonly done: 'yes' | 'no' | 'unknown'
  /** What is known of it from the plan or from what is told. */
  readonly standing: Finding
  readonly due: Instant
}

interface ReadBeside {
  readonly criteria: readonly Criterion[]
  readonly policy: PlanningPolicy
}

/**
 * Segregation, a children's specialist, care and evidence become tasks; the review opens by itself, by another unit.
 *
 * Gates, criteria and markers are shown and block nothing: a plan must not stand between a child and the door.
 */
export function urgentTasks(raid: Raid, declared: UrgentDeclaration, { criteria, policy }: ReadBeside): readonly UrgentTask[] {
  const task = (kind: UrgentTaskKind, standing: Finding, due: Instant = declared.at): UrgentTask => {
    const taken = declared.tasks.find((record) => record.task === kind)
    const owner = taken?.owner ?? (kind === 'review' ? 'unknown' : declared.declaredBy)
    return { task: kind, owner, done: taken?.done ?? (raid.operation === 'plan' ? 'no' : 'unknown'), standing, due }
  }
  const finding = (id: CriterionId): Finding => criteria.find((criterion) => criterion.id === id)?.finding ?? 'unknown'
  const specialist = criteria.flatMap(({ requirements }) => requirements).find(({ id }) => id === 'interviews/children')?.met ?? 'unknown'
  return [
    task('segregation', finding('segregation')),
    task('childrens-specialist', AS_FINDING[specialist]),
    task('care', finding('care')),
    task('evidence', finding('evidence')),
    task('review', 'unknown', after(declared.at, policy.urgentReviewHours.value / 24)),
  ]
}
