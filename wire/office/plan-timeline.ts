import type { z } from 'zod'
import { never } from '../../core/kernel/defect.ts'
import { notedOf, type OnFile } from '../../core/kernel/noted.ts'
import type { PlanFactRead } from '../../core/planning/plan-file.ts'
import type { NamesShape } from './asking.ts'
import { notedAnswer } from './site-answer.ts'
import type { Timeline } from './timeline.ts'

/** What was done with a plan, line by line, in the order in which its file took it in. */
export const planTimeline = (entries: readonly OnFile<PlanFactRead>[], names: z.infer<typeof NamesShape>): Timeline => ({
  entries: entries.toSorted((a, b) => a.version - b.version).map((entry) => ({
    ...notedAnswer(notedOf(entry)),
    type: entry.fact.type === 'words/withheld' ? entry.fact.of : entry.fact.type,
    ...lineOf(entry.fact),
  })),
  names,
})

/** Of what an entry speaks, by the name of a part or an id, and in which words. */
function lineOf(fact: PlanFactRead): { readonly about: string | null; readonly says: string | null } {
  switch (fact.type) {
    case 'plan/opened':
      return { about: fact.site, says: fact.number }
    case 'plan/part-written':
      return { about: fact.part, says: null }
    case 'plan/authorised':
      return { about: String(fact.plan), says: null }
    case 'plan/refused':
    case 'plan/stood-down':
      return { about: null, says: fact.because }
    case 'plan/confirmed':
      return { about: fact.report, says: null }
    case 'plan/urgent-declared':
      return { about: fact.declaration.basis, says: fact.declaration.reasons }
    case 'plan/task-taken':
      return { about: fact.task, says: fact.owner }
    case 'plan/entry-recorded':
      return { about: null, says: fact.says }
    case 'words/withheld':
      return { about: fact.part, says: null }
    default:
      return never(fact)
  }
}
