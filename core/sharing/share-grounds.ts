import { codeNamesIn } from '../intelligence/code-name.ts'
import type { ReportOnFile } from '../intelligence/site-facts.ts'
import type { ActorId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { ExposureGrounds, MeantFact } from './exposure.ts'
import { withAncestors } from './voices.ts'

/** What something is passed on from, as it stands at the moment of deciding: the file, who decides, and what must stand in no text that leaves. */
export interface ShareGrounds extends ExposureGrounds {
  readonly reports: readonly ReportOnFile[]
  readonly by: ActorId
  readonly now: Instant
  /** The id of every source of the register, whether this file rests on it or not: a refusal must tell nobody which it rests on. */
  readonly sourceIds: readonly string[]
  /** Ids and code names of the sources for whom whoever decides answers: of these alone it is told that they are named. */
  readonly answersFor: ReadonlySet<string>
}

/** The reports some facts rest on, with all those they were derived from: whatever is passed on carries the handling of each. */
export function reportsBehind(facts: readonly Pick<MeantFact, 'restsOn'>[], reports: readonly ReportOnFile[]): readonly ReportOnFile[] {
  const parents = new Map<string, readonly string[]>(reports.map(({ id, derivedFrom }) => [id, derivedFrom ?? []]))
  const behind = new Set(withAncestors(facts.flatMap(({ restsOn }) => restsOn), parents))
  return reports.filter(({ id }) => behind.has(id))
}

/** As many words in a row as nobody writes twice by chance. */
const WORDS_IN_A_ROW = 6

/** What a text gives away: a report, or a name of a source; and whose it is, by an id or a name of theirs, where that is known. */
export interface GivenAway {
  readonly name: string
  readonly of: string | null
}

/**
 * Reports that a text quotes or names, and names of sources that stand in it.
 *
 * How somebody says a thing tells who they are, so their words stay in the file and only what they mean leaves. Every name that a source could
 * have been drawn is one of theirs, borne or not, so that nobody learns which are borne by writing them.
 */
export function namedIn(text: string, { reports, sourceIds }: Pick<ShareGrounds, 'reports' | 'sourceIds'>): readonly GivenAway[] {
  const [written, inText] = [text.toLowerCase(), new Set(rowsOf(text))]
  const isNamed = (name: string): boolean => written.includes(name.toLowerCase())
  return [
    ...reports.filter(({ id, source, says }) => isNamed(id) || (source !== undefined && isNamed(source.id)) || rowsOf(says).some((row) => inText.has(row))).map(({ id, source }) => ({ name: id, of: source?.id ?? null })),
    ...[...codeNamesIn(text), ...sourceIds.filter(isNamed)].map((name) => ({ name, of: name })),
  ]
}

function rowsOf(text: string): readonly string[] {
  const words = text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)
  return words.slice(0, Math.max(0, words.length - WORDS_IN_A_ROW + 1)).map((_, at) => words.slice(at, at + WORDS_IN_A_ROW).join(' '))
}
