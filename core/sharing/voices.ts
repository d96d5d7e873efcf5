import { takeIn, type TakenIn } from '../intelligence/intake.ts'
import { isRoot } from '../intelligence/lineage.ts'
import type { Report, SourceKind } from '../intelligence/report.ts'

/** A report at which a chain of telling begins, with whose voice it is. */
export interface VoicedReport {
  readonly report: Report
  /** Reports of one source or of one origin have one voice. */
  readonly voice: string
  /** How whoever speaks came to know: where they stood, and whether they saw it. */
  readonly way: string
  /** Whether this is known to be nobody else's account told again. */
  readonly byItself: 'yes' | 'no'
}

/** Who stands behind the reports of a site. */
export interface Voices {
  readonly all: readonly VoicedReport[]
  /** The beginnings of these reports, however often they were told on. */
  readonly behind: (reports: readonly string[]) => readonly VoicedReport[]
}

type Position = 'held' | 'recruited' | 'official' | 'near' | 'outside'

const POSITION: Readonly<Record<SourceKind, Position>> = {
  'escaped-victim': 'held', 'rescued-victim': 'held', 'victim-on-site': 'held', 'informant-tested': 'recruited', 'informant-untested': 'recruited',
  'undercover-contact': 'official', 'undercover-observation': 'official', inspector: 'official', 'ngo-disclosure': 'near', 'family-or-coworker': 'near', client: 'near',
  'tip-detailed': 'outside', 'tip-bare': 'outside', 'open-source': 'outside', assumption: 'outside',
}

/** Kinds behind which anybody may stand, whoever told us first among them. */
const ANYBODY: ReadonlySet<SourceKind> = new Set(['tip-detailed', 'tip-bare', 'client', 'open-source'])

/**
 * Whose voices the reports of a site are.
 *
 * What somebody was told may be the first source told again, and so may a tip, so it is a voice by itself only where somebody recorded why. Reports that rest on
 * each other alone, and those whose beginning we do not hold, have no voice.
 */
export function voicesOf(reports: readonly TakenIn[]): Voices {
  const because = new Map(reports.map(({ id, independentBecause }) => [id, independentBecause]))
  const roots = takeIn(reports).filter(isRoot)
  const voiceOf = oneVoice(roots)
  const voiced = new Map(roots.map((report) => [report.id, {
    report, voice: voiceOf(report), way: `${POSITION[report.kind]}/${report.access ?? 'unknown'}`,
    byItself: because.get(report.id)?.trim() || (report.access === 'saw' && !ANYBODY.has(report.kind)) ? 'yes' : 'no',
  } satisfies VoicedReport]))
  const parents = new Map(reports.map(({ id, derivedFrom }) => [id, derivedFrom ?? []]))
  return { all: [...voiced.values()], behind: (ids) => withAncestors(ids, parents).flatMap((id) => voiced.get(id) ?? []) }
}

/** Some reports with everything they were derived from, each once. */
export function withAncestors(ids: readonly string[], parents: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const reached = new Set(ids)
  for (const id of reached) for (const parent of parents.get(id) ?? []) reached.add(parent)
  return [...reached]
}

/** Joins reports that share a source or an origin, also by way of a third. */
function oneVoice(roots: readonly Report[]): (report: Report) => string {
  const under = new Map<string, string>()
  const top = (name: string): string => {
    let at = name
    for (let next = under.get(at); next !== undefined; next = under.get(at)) at = next
    return at
  }
  for (const report of roots)
    for (const shared of sharedBy(report)) {
      const [one, other] = [top(`report ${report.id}`), top(shared)]
      if (one !== other) under.set(one, other)
    }
  return ({ id }) => top(`report ${id}`)
}

const sharedBy = ({ source, origin }: Report): readonly string[] => [...(source ? [`source ${source.id}`] : []), ...(origin ? [`origin ${origin.id}`] : [])]
