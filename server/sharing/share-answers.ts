import { isoOf } from '../../core/kernel/instant.ts'
import type { ExposureFinding } from '../../core/sharing/exposure.ts'
import { openFindings } from '../../core/sharing/answer-exposure.ts'
import { standingInTheWay } from '../../core/sharing/release-share.ts'
import type { LeftFact, PassedFact } from '../../core/sharing/share-facts.ts'
import type { ShareGrounds } from '../../core/sharing/share-grounds.ts'
import { isAcknowledged, type Edition, type ShareOnFile } from '../../core/sharing/share.ts'
import { notedAnswer } from '../../wire/office/site-answer.ts'
import type { ExposureAnswered, ReceivedAnswer, ShareAnswer, SharesAnswer } from '../../wire/office/shares.ts'

/** Something passed on, as those who pass it on see it; with what keeps whoever asks from letting it go, where the file is open to them. */
export function shareAnswer(share: ShareOnFile, line: SharesAnswer['shares'][number], { grounds, names }: { readonly grounds: ShareGrounds | null; readonly names: ShareAnswer['names'] }): ShareAnswer {
  const { draft, recalled, recallAnswered, reviewed } = share
  return {
    ...line,
    audience: share.to.audience, marking: share.marking, purpose: share.purpose, conditions: share.conditions, inWriting: share.inWriting,
    draft: draft && { says: draft.passed.says, facts: draft.passed.facts.map(factAnswer), by: draft.by, answers: draft.answers.map(({ fact, exposure, how, by }) => ({ fact, exposure, how, by })) },
    findings: grounds && openFindings(share, grounds).map(findingAnswer),
    inTheWay: grounds && standingInTheWay(share, grounds).map(({ code }) => code),
    toCorrect: draft || recalled ? null : correctable(share.editions.at(-1)?.passed ?? null),
    editions: share.editions.map(editionAnswer),
    reviewed: reviewed && { says: reviewed.says, noted: notedAnswer(reviewed.noted) },
    recalled: recalled && { ground: recalled.ground, says: recalled.says, noted: notedAnswer(recalled.noted) },
    recallAnswered: recallAnswered && { outcome: recallAnswered.outcome, because: recallAnswered.because, noted: notedAnswer(recallAnswered.noted) },
    version: share.version, names,
  }
}

const factAnswer = ({ restsOn, controller, ...fact }: PassedFact) => ({ ...fact, restsOn: [...restsOn], controller: controller.id })

const correctable = (passed: Edition['passed']): ShareAnswer['toCorrect'] => passed && { says: passed.says, facts: passed.facts.map(factAnswer) }

export const findingAnswer = ({ knownBy, perhapsIn, delayUntil, ...finding }: ExposureFinding): ExposureAnswered['findings'][number] =>
  ({ ...finding, knownBy: [...knownBy], perhapsIn: [...perhapsIn], delayUntil: delayUntil === null ? null : isoOf(delayUntil) })

const leftAnswer = ({ says, about, from, seen }: LeftFact) => ({ says, about, from, seen: seen && { from: isoOf(seen.from), until: isoOf(seen.until) } })

const editionAnswer = ({ left, noted, atOnce }: Edition) => ({
  says: left.says, facts: left.facts.map(leftAnswer), noted: notedAnswer(noted), atOnce: atOnce && { because: atOnce.because, told: [...atOnce.told], passedOver: [...atOnce.passedOver] },
})

/** Everybody who stands in the file of something passed on. */
export const peopleInShare = ({ prepared, draft, editions, reviewed, recalled, recallAnswered }: ShareOnFile): readonly string[] =>
  [prepared, ...editions.map(({ noted }) => noted), reviewed?.noted, recalled?.noted, recallAnswered?.noted].flatMap((noted) => noted?.by ?? []).concat(draft ? [draft.by, ...draft.answers.map(({ by }) => by)] : [])

/**
 * Something passed on, as those who received it read it: the last version that left, and once it is called back none of its words.
 *
 * It is made of what left alone, so that nothing of the file can stand in it; which other organisation answers for data is not told.
 */
export function receivedAnswer(id: string, share: ShareOnFile, from: string): ReceivedAnswer | null {
  const edition = share.editions.at(-1)
  if (!edition) return null
  const { recalled, to, content, asks, marking, purpose, conditions } = share
  const whose = (controller: string) => (controller === share.from.id ? 'sender' : controller === to.organisation.id ? 'yourselves' : 'another')
  return {
    id, from, content, asks, marking, releasedAt: isoOf(edition.noted.receivedAt ?? edition.noted.recordedAt), edition: share.editions.length, acknowledged: isAcknowledged(share) ? 'yes' : 'no',
    recalledAt: recalled && isoOf(recalled.noted.receivedAt ?? recalled.noted.recordedAt), recallGround: recalled?.ground ?? null, recallAnswered: share.recallAnswered?.outcome ?? null,
    returnBy: share.returnBy === undefined ? null : isoOf(share.returnBy),
    words: recalled ? null : { says: edition.left.says, purpose, conditions, facts: edition.left.facts.map((fact) => ({ ...leftAnswer(fact), basis: fact.basis, controller: whose(fact.controller) })) },
  }
}
