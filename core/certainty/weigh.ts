import type { AbsentReport, PresentReport, Report, WeighingKind } from '../intelligence/report.ts'
import { Defect } from '../kernel/defect.ts'
import type { CertaintyPolicy } from './policy.ts'

/** A root with what it may multiply the odds by: the ratio to the power of the weight. */
export interface WeighedRoot {
  readonly report: Report
  /** LR before the weight, after the cap. */
  readonly ratio: number
  /** 1, or less where roots share an origin. */
  readonly weight: number
}

export type Present = PresentReport & { readonly kind: WeighingKind }

export const isPresent = (report: Report): report is Present =>
  report.finding === 'present' && report.kind !== 'assumption'

/**
 * ρ of one report, moved by the source's own record where its kind has one.
 *
 * A victim's account never moves with a record: nobody who was held is scored.
 */
export function reliabilityOf({ kind, source }: Present, { kinds, recordPrior }: CertaintyPolicy): number {
  const { reliability, ownRecord } = kinds[kind]
  if (!source || ownRecord === 'never') return reliability
  const { hits = 0, misses = 0 } = source
  return (recordPrior * reliability + hits) / (recordPrior + hits + misses)
}

/** Bovens and Hartmann 2003: how much likelier "victims here" is from this source when it is so. */
export const presentRatio = (reliability: number, saysSoAnyway: number): number =>
  1 + reliability / (1 - reliability) / saysSoAnyway

/** How much likelier it is to find nobody when somebody is there than when nobody is. */
export function absentRatio({ id, sensitivity, specificity }: AbsentReport): number {
  if (sensitivity === undefined || specificity === undefined) throw new Defect(`report ${id} found nothing, and says not how well it looked`)
  return (1 - sensitivity) / specificity
}

function ratioOf(report: Report, policy: CertaintyPolicy): number {
  if (report.finding === 'absent') return absentRatio(report)
  if (!isPresent(report)) return 1
  const { cap, saysSoAnyway } = policy.kinds[report.kind]
  return Math.min(cap, presentRatio(reliabilityOf(report, policy), saysSoAnyway))
}

/** Each root with its ratio, and a weight that n roots of one origin share. Independence is asserted, never assumed. */
export function weigh(roots: readonly Report[], policy: CertaintyPolicy): readonly WeighedRoot[] {
  const members = Map.groupBy(roots, ({ origin }) => origin?.id)
  const weightOf = ({ origin }: Report): number =>
    origin ? 1 / (1 + (members.get(origin.id)!.length - 1) * (origin.correlation ?? policy.defaultCorrelation)) : 1
  return roots.map((report) => ({ report, ratio: ratioOf(report, policy), weight: weightOf(report) }))
}
