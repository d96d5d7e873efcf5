import type { SourceFactRead } from '../../core/intelligence/source.ts'
import { isoOf } from '../../core/kernel/instant.ts'
import { notedOf, type OnFile } from '../../core/kernel/noted.ts'
import { notedAnswer } from '../../wire/office/site-answer.ts'
import type { SourceAnswer } from '../../wire/office/source-answers.ts'

type Kind = SourceFactRead['type']
type FactOf<Type extends Kind> = Extract<SourceFactRead, { readonly type: Type }>

/** Facts of one kind in a source's file, each with who recorded it and when; the newest first. */
export const toldOf = <Type extends Kind>(entries: readonly OnFile<SourceFactRead>[], type: Type) =>
  entries.filter(({ fact }) => fact.type === type).map((entry) => ({ fact: entry.fact as FactOf<Type>, noted: notedAnswer(notedOf(entry)) })).toReversed()

/** What passed between a source and those who answer for them. A contact that two recorded stands there twice, as each told it. */
export const handlingAnswer = (entries: readonly OnFile<SourceFactRead>[]): NonNullable<SourceAnswer['handling']> => ({
  recruited: toldOf(entries, 'source/recruited').map(({ fact: { at, by, says }, noted }) => ({ at: isoOf(at), by, says, noted })),
  authorities: toldOf(entries, 'source/authority-noted').map(({ fact: { authority, knownThereAs }, noted }) => ({ authority, knownThereAs, noted })),
  welfare: toldOf(entries, 'source/welfare-noted').map(({ fact: { says, done }, noted }) => ({ says, done, noted })),
  contacts: toldOf(entries, 'source/contact-made')
    .toSorted((a, b) => b.fact.at - a.fact.at)
    .map(({ fact: { at, with: whom, how, where, says, nextBy }, noted }) => ({ at: isoOf(at), with: whom, how: how ?? 'unknown', where: where ?? null, says, nextBy: nextBy === undefined ? null : isoOf(nextBy), noted })),
  information: toldOf(entries, 'source/information-noted').map(({ fact: { report, says, passedOn }, noted }) => ({ report, says, passedOn, noted })),
  benefits: toldOf(entries, 'source/benefit-given')
    .toSorted((a, b) => b.fact.at - a.fact.at)
    .map(({ fact: { at, what, money, decidedBy, because }, noted }) => ({ at: isoOf(at), what, money, decidedBy, because, noted })),
})
