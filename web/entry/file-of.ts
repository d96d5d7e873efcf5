import type { AttemptDraft, Draft, FactDraft, LeadDraft, OffenceDraft, ReportDraft, Told } from './draft.ts'
import { hasHour, lackingInAttempt, lackingInReport, lackingInShock, lackingInSite, timeProblem } from './incomplete.ts'
import { isTime, typedInstant } from './typed-instant.ts'

/** An operation file: what the command line reads, and what this page reads. */
export type OperationFile = Readonly<Record<string, unknown>>

/** Where what was entered by hand comes from, unless a source is named. It is shown as unverified. */
export const AS_ENTERED = 'as-entered'
const AS_ENTERED_SOURCE = { id: AS_ENTERED, title: 'Entered by hand on this page', publisher: 'whoever filled it in', date: 'unknown', reading: 'memory' }

/** Stands in a file where nothing was written of an entry; no screen shows it as though somebody had said it. */
export const NOT_SAID = 'not said'
/** Stands where no hour was given, after everything that may be told. The page says so and shows no certainty. */
export const NO_HOUR = '9999'

/** What has been entered so far as a file. Rows that lack what they need are left out, and say so where they stand. */
export function fileOf(draft: Draft): OperationFile {
  const known = new Set(draft.sources.map(({ id }) => id))
  const facts = draft.operation === 'past' ? draft.facts.filter(isTold).map((fact) => factOf(fact, known)) : []
  const usesAsEntered = facts.some(({ sources }) => sources.includes(AS_ENTERED)) && !known.has(AS_ENTERED)
  const always = {
    format: 'daylight-operation/1',
    operation: draft.operation,
    name: draft.name.trim() || 'Unnamed operation',
    jurisdiction: draft.jurisdiction.trim() || 'unknown',
    site: siteOf(draft),
    at: hasHour(draft) ? typedInstant(draft.at) : NO_HOUR,
    ...(isTime(draft.knownAt) && { knownAt: typedInstant(draft.knownAt) }),
    sources: [...draft.sources.map(sourceOf), ...(usesAsEntered ? [AS_ENTERED_SOURCE] : [])],
  }
  return withoutDeadEnds({ ...always, ...(draft.operation === 'none' ? { lead: leadOf(draft.lead) } : raidOf(draft, facts)), ...toldOf(draft), ...draft.kept })
}

const siteOf = (draft: Draft) => ({
  name: draft.siteName.trim() || 'not said',
  venue: lackingInSite(draft) || !hasHour(draft) ? 'unknown' : draft.venue,
  ...(Number(draft.halfLifeDays) > 0 && { halfLifeDays: Number(draft.halfLifeDays) }),
})

const raidOf = ({ goal, offences, rung }: Draft, facts: readonly unknown[]) => ({
  goal: goal.declared === 'unknown' && goal.tasking === 'unknown' ? 'unknown' : { ...goal, powerOfEntry: goal.powerOfEntry.trim() || 'unknown', says: goal.says.trim() || NOT_SAID },
  offences: listOf(offences, ({ offence }) => offence !== '', offenceOf),
  rung,
  facts,
})

const toldOf = ({ reports, attempts, shocks, alternative }: Draft) => ({
  reports: listOf(reports, (report) => !lackingInReport(report), reportOf),
  attempts: listOf(attempts, (attempt) => !lackingInAttempt(attempt), attemptOf),
  shocks: shocks.filter((shock) => !lackingInShock(shock)).map(({ at, kind }) => ({ at: typedInstant(at), kind })),
  ...(alternative.told !== 'unknown' && !(alternative.told === 'some' && alternative.text.trim() === '') && { alternative: alternative.told === 'none' ? '' : alternative.text.trim() }),
})

/** A list with nothing complete in it yet tells nothing. */
function listOf<Row>({ told, rows }: Told<Row>, complete: (row: Row) => boolean, write: (row: Row) => unknown): 'unknown' | readonly unknown[] {
  if (told === 'none') return []
  const written = told === 'some' ? rows.filter(complete).map(write) : []
  return written.length > 0 ? written : 'unknown'
}

function reportOf({ kept, kind, finding, observedAt, receivedAt, access, says, derivedFrom, origin, sensitivity, specificity, sources, id }: ReportDraft) {
  return {
    id, kind, finding,
    ...(access !== '' && { access }),
    observedAt: typedInstant(observedAt),
    ...(receivedAt.trim() !== '' && { receivedAt: typedInstant(receivedAt) }),
    ...(derivedFrom.length > 0 && { derivedFrom }),
    ...(origin && { origin }),
    ...(finding === 'absent' && sensitivity !== '' && { sensitivity: Number(sensitivity), specificity: Number(specificity) }),
    ...kept,
    says: says.trim() || NOT_SAID,
    sources,
  }
}

const attemptOf = ({ by, at, ifNobodyThere, result, sensitivity, ...attempt }: AttemptDraft) => ({
  ...attempt,
  by: by.trim() || 'unknown',
  at: timeProblem(at) || at.trim() === '' ? 'unknown' : typedInstant(at),
  ifNobodyThere: ifNobodyThere.trim() || 'unknown',
  result: result.trim() || 'unknown',
  sensitivity: sensitivity.trim() === '' ? 'unknown' : Number(sensitivity),
})

const offenceOf = ({ support, ...chosen }: OffenceDraft) => ({
  ...chosen,
  support: support.map(({ says, ...one }) => ({ ...one, says: says.trim() || NOT_SAID })),
})

const isTold = ({ answer, says }: FactDraft): boolean => answer !== 'unknown' || says.trim() !== ''

function factOf({ says, sources, ...fact }: FactDraft, known: ReadonlySet<string>) {
  const named = sources.filter((id) => known.has(id))
  return { ...fact, says: says.trim() || NOT_SAID, sources: named.length > 0 ? named : [AS_ENTERED] }
}

const sourceOf = ({ title, publisher, date, ...source }: Draft['sources'][number]) => ({
  ...source,
  title: title.trim() || NOT_SAID,
  publisher: publisher.trim() || NOT_SAID,
  date: /^\d{4}(-\d{2}){0,2}$/.test(date) ? date : 'unknown',
})

const leadOf = ({ standing, reviewed, reviewBy, owner, says, sources }: LeadDraft) => ({
  standing,
  reviewBy: reviewed === 'dated' ? (isTime(reviewBy) ? typedInstant(reviewBy) : 'unknown') : reviewed,
  owner: owner.trim() || 'unknown',
  says: says.trim() || NOT_SAID,
  sources,
})

/** Lets go of references to rows that are left out, so that what is told of the rest can be read. */
function withoutDeadEnds(file: OperationFile): OperationFile {
  const ids = new Set(idsIn(file))
  const reports = new Set(Array.isArray(file['reports']) ? file['reports'].map(({ id }: { readonly id: string }) => id) : [])
  const living = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(living)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
      if (key === 'restsOn' || key === 'sources' && isIds(inner)) return [key, (inner as readonly string[]).filter((id) => ids.has(id))]
      return key === 'derivedFrom' ? [key, (inner as readonly string[]).filter((id) => reports.has(id))] : [key, living(inner)]
    }))
  }
  return living(file) as OperationFile
}

const isIds = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string')

function* idsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  if ('id' in value && typeof value.id === 'string') yield value.id
  for (const inner of Object.values(value)) yield* idsIn(inner)
}
