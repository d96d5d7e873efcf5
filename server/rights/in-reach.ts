import { sql, type RawBuilder } from 'kysely'
import { LOOKS, type Look } from '../../core/kernel/access.ts'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { isNarrowed, isOf, relationOf } from './file-sql.ts'
import { RELATIONS, type Asker, type KnownFile, type Relation, type Rights } from './rights.ts'

type FileKind = KnownFile['kind']

/** One way of standing to a file: whose it is, how far it reaches, and one relation to it, or none. */
interface Standing {
  readonly whose: 'own' | 'other'
  readonly reach: KnownFile['reach']
  readonly relation: Relation | null
}

const ANOTHER = 'another-organisation' as OrganisationId

/** Every way of standing to a file, each asked of the policies by itself. */
const STANDINGS: readonly Standing[] = (['own', 'other'] as const).flatMap((whose) =>
  (['unit', 'named'] as const).flatMap((reach) => [null, ...RELATIONS].map((relation) => ({ whose, reach, relation }))))

/** From which standings somebody may read files of a kind, for any purpose that is theirs. */
export function standingsThatRead(rights: Rights, who: Asker, kind: FileKind): readonly Standing[] {
  const reads = ({ whose, reach, relation }: Standing, look: Look): boolean =>
    rights.onFile(who, 'read', { kind, id: 'any', organisation: whose === 'own' ? who.organisation.id : ANOTHER, reach, relations: relation === null ? [] : [relation] }, look).allowed === 'yes'
  return STANDINGS.filter((standing) => LOOKS.some((look) => reads(standing, look)))
}

/** What a list of files of a kind is filtered by: a condition on its table, for whoever asks at this moment. */
export type InReach = (kind: FileKind) => RawBuilder<unknown>

/**
 * The files somebody may read, as a condition of the query that lists them; so that a list, its count and its pages know of no others.
 *
 * The policies are asked about each way of standing to a file, and the ways they permit become the condition. That this comes to the same as
 * asking about each file by itself is tested against the policies, for every role, organisation and relation.
 */
export function openReach(rights: Rights): (who: Asker, now: Instant) => InReach {
  const known = new Map<string, readonly Standing[]>()
  const standingsOf = (who: Asker, kind: FileKind): readonly Standing[] => {
    const key = JSON.stringify([who.id, who.role, who.organisation, who.vouched, kind])
    const standings = known.get(key) ?? standingsThatRead(rights, who, kind)
    if (known.size > MOST_KNOWN) known.clear()
    known.set(key, standings)
    return standings
  }
  return (who, now) => (kind) => {
    const ways = waysOf(standingsOf(who, kind))
    if (ways.length === 0) return sql`1 = 0`
    const asked = { person: who.id, now }
    const conditions = ways.map(({ relation, where }) => and(...(relation === null ? [] : [relationOf(kind, relation, asked)]), ...whereSql(kind, where, who.organisation.id)))
    return sql`(${sql.join(conditions, sql` or `)})`
  }
}

const MOST_KNOWN = 5000

type Where = Pick<Standing, 'whose' | 'reach'>

/**
 * Standings by their relation, each with where it counts.
 *
 * Where somebody reads by no relation, any relation counts too; laid together with those places, most relations count everywhere, and a condition
 * that says less is answered sooner.
 */
function waysOf(standings: readonly Standing[]): readonly { readonly relation: Relation | null; readonly where: readonly Where[] }[] {
  const byRelation = Map.groupBy(standings, ({ relation }) => relation)
  const anyway = byRelation.get(null) ?? []
  const ways = [...byRelation].map(([relation, where]) => {
    const together = relation === null ? where : [...where, ...anyway.filter((one) => !where.some((other) => isSamePlace(one, other)))]
    return { relation, where: together }
  })
  return ways.filter(({ relation, where }) => relation === null || where.length > anyway.length)
}

const isSamePlace = (a: Where, b: Where): boolean => a.whose === b.whose && a.reach === b.reach

const EVERYWHERE = sql`1 = 1`

const and = (...conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => (conditions.length === 0 ? EVERYWHERE : sql`(${sql.join(conditions, sql` and `)})`)

/** Where somebody's leave counts, by whose a file is and how far it reaches. What does not matter is not asked. */
function whereSql(kind: FileKind, where: readonly Where[], organisation: OrganisationId): readonly RawBuilder<unknown>[] {
  if (where.length === 4) return []
  const [own, other] = (['own', 'other'] as const).map((whose) => where.filter((one) => one.whose === whose))
  const side = (condition: RawBuilder<unknown>, reaches: readonly Where[] = []): readonly RawBuilder<unknown>[] => {
    if (reaches.length === 0) return []
    if (reaches.length === 2) return [condition]
    return [and(condition, reaches[0]?.reach === 'named' ? isNarrowed(kind) : sql`not ${isNarrowed(kind)}`)]
  }
  const sides = [...side(isOf(kind, organisation), own), ...side(sql`not ${isOf(kind, organisation)}`, other)]
  return [sides.length === 1 && sides[0] ? sides[0] : sql`(${sql.join(sides, sql` or `)})`]
}
