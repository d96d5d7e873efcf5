import { MARK_FIELDS, marksSought, type MarkField } from '../../core/intelligence/marks-of.ts'
import type { HolderId } from '../../core/kernel/id.ts'
import { soughtIn, type FindAsked, type FoundPeople } from '../../wire/office/finding.ts'
import { namesOf } from '../case/names.ts'
import type { Office } from '../office.ts'
import type { SignedIn } from '../session/sessions.ts'
import type { FindingPolicy } from './finding-policy.ts'
import { keepSought } from './sought.ts'
import { knownTo, sourcesMet, type SourceMet } from './source-people.ts'

/** Enough for a common name; whoever meets more says more of whom they look for. */
const MOST_MET = 20

interface Met {
  readonly source: SourceMet
  readonly agrees: readonly MarkField[]
  readonly policy: string | null
}

/**
 * Looks for somebody among those whose words are sealed, and answers with no more than whoever asks may know.
 *
 * Whoever may open a file is told of it. To anybody else the answer, what is written for it, and when it is given are the same whether somebody
 * is known or not; and those who answer for the file are left a line that somebody was looked for.
 */
export async function findPeople(office: Office, who: SignedIn, asked: FindAsked, policy: FindingPolicy): Promise<Omit<FoundPeople, 'left'>> {
  const { cases, rights } = office
  await cases.marks.catchUp()
  const agreeing = strongest(await cases.marks.find(marksSought(soughtIn(asked))))
  const met = (await sourcesMet(cases, [...agreeing.keys()])).map((source): Met => {
    const decided = rights.onFile(who, 'identify', knownTo(who.id, source), asked.look)
    return { source, agrees: agreeing.get(source.about) ?? [], policy: decided.allowed === 'yes' ? decided.policy : null }
  })
  const open = met.filter((each) => each.policy !== null)
  await office.log(open.map(({ source, policy: by }) => ({ at: office.now(), who: who.id, role: who.role, stream: source.file, look: asked.look, whyNot: null, policy: by })))
  await keepSought(office, who, asked.look, met.map(({ source }) => source.file))
  return { found: open.map(({ source: { file, codeName }, agrees }) => ({ file, name: codeName, agrees: [...agrees] })).toSorted(byStrength), ask: await whomToAsk(office, met, policy) }
}

const rank = (fields: readonly MarkField[]): number => Math.min(...fields.map((field) => MARK_FIELDS.indexOf(field)))
const byStrength = (a: { readonly agrees: readonly MarkField[] }, b: { readonly agrees: readonly MarkField[] }): number => rank(a.agrees) - rank(b.agrees)

/** Those who agree most, each with the fields by which they do, the strongest first. */
function strongest(found: ReadonlyMap<HolderId, ReadonlySet<MarkField>>): ReadonlyMap<HolderId, readonly MarkField[]> {
  const people = [...found].map(([about, fields]) => ({ about, agrees: MARK_FIELDS.filter((field) => fields.has(field)) }))
  return new Map(people.toSorted(byStrength).slice(0, MOST_MET).map(({ about, agrees }) => [about, agrees]))
}

/** Each colleague once, so that the answer does not tell how many are known, nor as what. */
async function whomToAsk(office: Office, met: readonly Met[], { tells }: FindingPolicy): Promise<FoundPeople['ask']> {
  const handlers = met.filter(({ policy, source }) => policy === null && tells[source.known.kind] === 'whom-to-ask').map(({ source }) => source.handler)
  const names = await namesOf(office, handlers)
  return [...new Set(handlers)].map((id) => ({ id, name: names[id] ?? id })).toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}
