import type { z } from 'zod'
import type { SiteFactRead } from '../../core/intelligence/site.ts'
import { never } from '../../core/kernel/defect.ts'
import { byOccurrence } from '../../core/kernel/entry.ts'
import { notedOf, type OnFile } from '../../core/kernel/noted.ts'
import { notedAnswer } from './site-answer.ts'
import type { NamesShape } from './asking.ts'
import type { TimelineShape } from './site-answers.ts'

export type Timeline = z.infer<typeof TimelineShape>

interface Line {
  readonly about: string | null
  readonly says: string | null
}

/** What of a site is not for whoever reads: tasks of protected sources, and reports by their label. */
export interface Hidden {
  readonly hiddenTasks: ReadonlySet<string>
  readonly hiddenReports: ReadonlySet<string>
}

/** What happened at a site, line by line, in the order in which it happened. */
export const siteTimeline = (entries: readonly OnFile<SiteFactRead>[], names: z.infer<typeof NamesShape>, hidden: Hidden = { hiddenTasks: new Set(), hiddenReports: new Set() }): Timeline => ({
  entries: entries.toSorted(byOccurrence).map((entry) => ({
    ...notedAnswer(notedOf(entry)),
    type: entry.fact.type === 'words/withheld' ? entry.fact.of : entry.fact.type,
    ...shownOf(lineOf(entry.fact), entry.fact, hidden),
  })),
  names,
})

/** Of a task of a protected source only that there is one; of a report that is not for whoever reads nothing that anybody said of it, in whatever kind of entry. */
function shownOf(line: Line, fact: SiteFactRead, { hiddenTasks, hiddenReports }: Hidden): Line {
  const about = line.about ?? ''
  const ofTask = fact.type.startsWith('task/') && hiddenTasks.has(about)
  const ofReport = !fact.type.startsWith('task/') && hiddenReports.has(about)
  const answeredByReport = fact.type === 'task/answered' && hiddenReports.has(fact.report ?? '')
  return ofTask || ofReport || answeredByReport ? { ...line, says: null } : line
}

/** Of what an entry speaks, by id, and in which words. Words that are gone leave the line and what it was about. */
function lineOf(fact: SiteFactRead): Line {
  switch (fact.type) {
    case 'site/opened':
      return { about: null, says: fact.name }
    case 'site/described':
      return { about: null, says: [fact.name, fact.whereabouts, fact.map?.says].filter((said) => said !== undefined).join('\n') || null }
    case 'site/room-noted':
      return { about: fact.room.id, says: `${fact.room.name}: ${fact.room.says}` }
    case 'report/received':
      return { about: fact.report.id, says: fact.report.says }
    case 'report/graded':
    case 'report/independence-recorded':
    case 'report/review-set':
      return { about: fact.report, says: fact.because }
    case 'attempt/made':
      return { about: fact.attempt.id, says: fact.attempt.result }
    case 'shock/noted':
      return { about: fact.id, says: fact.says }
    case 'alternative/written':
      return { about: null, says: fact.says === '' ? null : fact.says }
    case 'dissent/recorded':
      return { about: fact.about, says: fact.says }
    case 'task/set':
      return { about: fact.task.id, says: fact.task.question }
    case 'task/answered':
      return { about: fact.task, says: fact.says }
    case 'lead/assigned':
      return { about: fact.report, says: null }
    case 'lead/closed':
      return { about: fact.report, says: fact.because }
    case 'words/withheld':
      return { about: fact.known.report ?? null, says: null }
    default:
      return never(fact)
  }
}
