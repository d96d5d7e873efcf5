import { never } from '../kernel/defect.ts'
import { notedOf, type Noted, type OnFile } from '../kernel/noted.ts'
import type { PlanFact } from './plan-facts.ts'
import type { PlanFactRead, PlanFile } from './plan-file.ts'

/**
 * A plan from everything recorded of it, in whatever order and however often it is handed over; null where it was not opened.
 *
 * Parts and authority count in the order in which the file took them in, since each was decided on what the file then held.
 */
export const planFile = (entries: readonly OnFile<PlanFactRead>[]): PlanFile | null => inFileOrder(entries).reduce<PlanFile | null>(taken, null)

/** The plan as it stood at a version: what was written and done up to there. */
export const planAt = (entries: readonly OnFile<PlanFactRead>[], version: number): PlanFile | null => planFile(entries.filter((entry) => entry.version <= version))

const inFileOrder = (entries: readonly OnFile<PlanFactRead>[]): readonly OnFile<PlanFactRead>[] =>
  [...new Map(entries.map((entry) => [entry.id, entry])).values()].toSorted((a, b) => a.version - b.version)

function taken(file: PlanFile | null, entry: OnFile<PlanFactRead>): PlanFile | null {
  const { fact } = entry
  const noted = notedOf(entry)
  if (file === null) return fact.type === 'plan/opened' ? opened(fact, noted) : null
  const act = fact.type === 'words/withheld' ? fact.of : fact.type
  const part = 'part' in fact ? fact.part : null
  return { ...evolve(file, fact, noted), version: noted.version, versions: [...file.versions, { noted, act, part }] }
}

const opened = ({ type: act, number, site, at }: Extract<PlanFact, { type: 'plan/opened' }>, noted: Noted): PlanFile => ({
  number,
  site,
  opened: noted,
  version: noted.version,
  writings: [{ noted, written: { type: 'plan/part-written', part: 'hour', content: { at } } }],
  versions: [{ noted, act, part: 'hour' }],
  authority: null,
  confirmations: [],
  urgent: null,
  tasks: [],
  notActing: null,
  entry: null,
  withheld: [],
})

function evolve(file: PlanFile, fact: PlanFactRead, noted: Noted): PlanFile {
  switch (fact.type) {
    case 'plan/opened':
      return file
    case 'plan/part-written':
      return { ...file, writings: [...file.writings, { noted, written: fact }] }
    case 'plan/authorised': {
      const { type: _type, ...authority } = fact
      return { ...file, authority: { noted, ...authority } }
    }
    case 'plan/refused':
    case 'plan/stood-down': {
      const { type: act, ...notActing } = fact
      return { ...file, notActing: { noted, act, ...notActing } }
    }
    case 'plan/confirmed':
      return { ...file, confirmations: [...file.confirmations, { noted, report: fact.report }] }
    case 'plan/urgent-declared':
      return { ...file, urgent: { noted, ...fact.declaration } }
    case 'plan/task-taken': {
      const { type: _type, ...task } = fact
      return { ...file, tasks: [...file.tasks.filter((other) => other.task !== task.task), { id: noted.entry, ...task }] }
    }
    case 'plan/entry-recorded':
      return file.entry ? file : { ...file, entry: { noted, at: fact.at, says: fact.says } }
    case 'words/withheld':
      return { ...file, withheld: [...file.withheld, noted] }
    default:
      return never(fact)
  }
}
