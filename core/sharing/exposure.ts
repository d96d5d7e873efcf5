import type { TakenIn } from '../intelligence/intake.ts'
import type { Instant } from '../kernel/instant.ts'
import { KIND_GRAINS, kindAt, TIME_GRAINS, timeAt, type Grain } from './coarsen.ts'
import { voicesOf, type VoicedReport, type Voices } from './voices.ts'

/** A fact that somebody means to pass on, and the reports that carry it. */
export interface MeantFact {
  readonly id: string
  readonly restsOn: readonly string[]
}

/**
 * Why a fact may give somebody away: one source knew it, or one origin; or all who knew it knew it in one way, so that it comes from among them;
 * or nobody can tell who knew it.
 */
export const EXPOSURES = ['one-source', 'one-origin', 'one-access', 'not-traced'] as const
export type Exposure = (typeof EXPOSURES)[number]

/** A fact that may give somebody away, with what might be done about it. It decides nothing. */
export interface ExposureFinding {
  readonly fact: string
  readonly exposure: Exposure
  /** The reports in which those who could have known it speak. */
  readonly knownBy: readonly string[]
  /** Reports of others, in which the same may be found: somebody has to read them. */
  readonly perhapsIn: readonly string[]
  /** From when somebody else could have known it too; null where nobody else was there since, or will be. */
  readonly delayUntil: Instant | null
  /** How coarsely to tell of it, so that whoever told it is one of several. */
  readonly coarser: Grain
}

/** What the check is made on: the reports of a site, and when others were there or will be. */
export interface ExposureGrounds {
  readonly reports: readonly TakenIn[]
  readonly visits: readonly Instant[]
}

/**
 * Finds each fact that only one source, or people with one way of knowing, could have known.
 *
 * Those a report speaks of ask themselves who could have said it. A fact is let by where two who are independent of each other knew it in
 * different ways, or where it stands in an open source. Source: enforcement-side 1.7, source-exposure check.
 */
export function exposures(facts: readonly MeantFact[], { reports, visits }: ExposureGrounds): readonly ExposureFinding[] {
  const voices = voicesOf(reports)
  return facts.flatMap((fact) => {
    const behind = voices.behind(fact.restsOn)
    const exposure = exposureOf(behind)
    return exposure === null ? [] : [{ fact: fact.id, exposure, knownBy: behind.map(({ report }) => report.id).toSorted(), ...proposed(behind, voices, visits) }]
  })
}

/** Null where the fact points at nobody. */
function exposureOf(behind: readonly VoicedReport[]): Exposure | null {
  if (behind.some(({ report }) => report.kind === 'open-source')) return null
  if (behind.length === 0) return 'not-traced'
  const byThemselves = behind.filter(({ byItself }) => byItself === 'yes')
  if (new Set(byThemselves.map(({ voice }) => voice)).size < 2) return new Set(behind.map(sourceOf)).size === 1 ? 'one-source' : 'one-origin'
  return differInWay(byThemselves) ? null : 'one-access'
}

const sourceOf = ({ report }: VoicedReport): string => report.source?.id ?? report.id

const differInWay = (voices: readonly VoicedReport[]): boolean => voices.some((one) => voices.some((other) => one.voice !== other.voice && one.way !== other.way))

function proposed(behind: readonly VoicedReport[], voices: Voices, visits: readonly Instant[]): Pick<ExposureFinding, 'perhapsIn' | 'delayUntil' | 'coarser'> {
  const [own, ways] = [new Set(behind.map(({ voice }) => voice)), new Set(behind.map(({ way }) => way))]
  const others = voices.all.filter(({ voice }) => !own.has(voice))
  const known = Math.min(...behind.map(({ report }) => report.observedAt))
  const thereSince = [...others.flatMap(({ report }) => (report.access === 'saw' ? [report.observedAt] : [])), ...visits].filter((at) => at >= known)
  return {
    perhapsIn: others.filter(({ way }) => !ways.has(way)).map(({ report }) => report.id).toSorted(),
    delayUntil: thereSince.length === 0 ? null : (Math.min(...thereSince) as Instant),
    coarser: coarseEnough(behind, others),
  }
}

/** The least coarse under which somebody else would be told of in the same words; never as exactly as it stands. */
function coarseEnough(behind: readonly VoicedReport[], others: readonly VoicedReport[]): Grain {
  const alike = <Told>(told: (voice: VoicedReport) => Told | null): boolean => behind.length > 0 && behind.every((one) => others.some((other) => JSON.stringify(told(one)) === JSON.stringify(told(other))))
  return {
    kind: KIND_GRAINS.slice(1).find((grain) => alike(({ report }) => kindAt(report.kind, grain))) ?? 'not-told',
    time: TIME_GRAINS.slice(1).find((grain) => alike(({ report }) => timeAt(report.observedAt, grain))) ?? 'not-told',
  }
}
