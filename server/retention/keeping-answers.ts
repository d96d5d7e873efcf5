import { isoOf, type Instant, instant } from '../../core/kernel/instant.ts'
import { notedOf } from '../../core/kernel/noted.ts'
import type { HoldGround } from '../../core/retention/grounds.ts'
import { FORGETTING_REACHES, type ForgettingAsked, type ForgettingReach } from '../../core/retention/keeping-facts.ts'
import { askingLapses, latestReview, type StandingHold } from '../../core/retention/keeping.ts'
import type { KeepingAnswer } from '../../wire/office/retention-answers.ts'
import { keepingPolicy } from '../../wire/office/retention-policy.ts'
import { notedAnswer } from '../../wire/office/site-answer.ts'
import type { CaseWorker } from '../case/caller.ts'
import { namesOf } from '../case/names.ts'
import type { Office } from '../office.ts'
import { holdsSeen } from './holds-seen.ts'
import { termBegins, type KeepingFile } from './keeping-file.ts'
import { weighed, type Weighed } from './keeping-reach.ts'

/** How long something is kept, what holds it, and what could be forgotten: codes, ids, dates and counts, and no word of it. */
export async function keepingShown(desk: Office, who: CaseWorker, file: KeepingFile): Promise<KeepingAnswer> {
  const { holder, files, version, keeping, entries } = file
  const policy = keepingPolicy()
  const reaches: readonly ForgettingReach[] = file.of === 'file' ? FORGETTING_REACHES : ['own-words']
  const all = await Promise.all(reaches.map(async (reach) => ({ reach, ...(await weighed(desk, file, reach)) })))
  const elsewhere = elsewhereIn(await holdsSeen(desk, who, file, all.flatMap(({ standing }) => standing).filter((one) => one.holder !== holder)))
  const names = await namesOf(desk, [...entries.map(({ by }) => by), ...keeping.forgotten.map(({ askedBy }) => askedBy)])
  return {
    holder, files: [...files], version, names,
    ...reviewOf(file, await termBegins(desk, file)),
    policy: { reviewWithinYears: policy.reviewWithinYears.value, source: policy.reviewWithinYears.source, sureness: policy.reviewWithinYears.sureness, askingDays: policy.askingDays.value },
    holds: keeping.holds.map(holdShown),
    holdsElsewhere: elsewhere,
    asked: keeping.asked && { ...askingShown(keeping.asked), lapsesAt: isoOf(askingLapses(keeping.asked, policy)) },
    reach: all.map(({ reach, holders }) => ({ reach, holders: [...holders] })),
    forgotten: keeping.forgotten.map((done) => ({ ...askingShown(done), askedBy: done.askedBy, holders: [...new Set(done.holders)] })),
    history: entries.map((entry) => ({ ...notedAnswer(notedOf(entry)), type: entry.fact.type })),
  }
}

function reviewOf({ keeping }: KeepingFile, from: Instant): Pick<KeepingAnswer, 'reviewBy' | 'reviewSetBy' | 'lastReview'> {
  const { reviewBy, lastReview } = keeping
  const isReleased = lastReview?.outcome === 'may-be-forgotten'
  const by = reviewBy ?? (isReleased ? null : latestReview(from, keepingPolicy()))
  return { reviewBy: by === null ? null : isoOf(by), reviewSetBy: reviewBy === null && !isReleased ? 'policy' : 'somebody', lastReview: lastReview && { outcome: lastReview.outcome, ground: lastReview.ground } }
}

const holdShown = ({ hold, ground, reference, reviewBy }: StandingHold) => ({ hold, ground, reference, reviewBy: isoOf(reviewBy) })

const askingShown = ({ asking, ground, reach, by, at }: Omit<ForgettingAsked, 'type'>) => ({ asking, ground, reach, by, at: isoOf(at) })

const elsewhereIn = (standing: Weighed['standing']): KeepingAnswer['holdsElsewhere'] =>
  [...new Map(standing.map((one) => [`${one.holder} ${one.hold}`, one])).values()]
    .map(({ holder: on, hold, ground, reference, review_by: by }) => ({ holder: on, hold, ground: ground as HoldGround, reference: reference ?? '', reviewBy: isoOf(instant(by)) }))
