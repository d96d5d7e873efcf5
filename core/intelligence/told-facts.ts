import { byOccurrence } from '../kernel/entry.ts'
import { notedOf, type Noted, type OnFile } from '../kernel/noted.ts'
import type { SiteFactRead } from './site.ts'

type Kind = SiteFactRead['type']
type FactOf<Type extends Kind> = Extract<SiteFactRead, { readonly type: Type }>

/** Facts of one kind, with who recorded each and when. */
export type Told<Type extends Kind> = readonly { readonly fact: FactOf<Type>; readonly noted: Noted }[]

/** The facts of a site's file by their kind, each kind in the order in which things happened. */
export type ToldFacts = <Type extends Kind>(type: Type) => Told<Type>

export function toldFacts(entries: readonly OnFile<SiteFactRead>[]): ToldFacts {
  const kinds = Map.groupBy(entries.toSorted(byOccurrence), ({ fact }) => fact.type)
  return <Type extends Kind>(type: Type) => (kinds.get(type) ?? []).map((entry) => ({ fact: entry.fact as FactOf<Type>, noted: notedOf(entry) }))
}

/** The last of each id: a part of a place described again is described better. */
export function lastOfEach<Type extends Kind>(told: Told<Type>, idOf: (fact: FactOf<Type>) => string): Told<Type> {
  const last = new Map(told.map(({ fact }, i) => [idOf(fact), i]))
  return told.filter(({ fact }, i) => last.get(idOf(fact)) === i)
}

/** The first of each id to reach the file: what is held is not replaced by what comes later under its name. */
export function firstOfEach<Type extends Kind>(told: Told<Type>, idOf: (fact: FactOf<Type>) => string): Told<Type> {
  const first = new Map<string, number>()
  for (const { fact, noted } of told) first.set(idOf(fact), Math.min(noted.version, first.get(idOf(fact)) ?? Number.POSITIVE_INFINITY))
  return told.filter(({ fact, noted }) => first.get(idOf(fact)) === noted.version)
}
