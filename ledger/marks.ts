import { sql, type Kysely } from 'kysely'
import { MARK_RULES, marksOf, type KnownPerson, type MarkField, type PersonMark } from '../core/intelligence/marks-of.ts'
import type { EntryId, HolderId } from '../core/kernel/id.ts'
import type { Key } from '../crypto/box.ts'
import type { KeyRing } from '../crypto/key-ring.ts'
import type { KeyId } from '../crypto/key-store.ts'
import { anyOf, markOfNothing, openMarkKeys, type MarkKeys } from '../crypto/marks.ts'
import { unseal } from '../crypto/seals.ts'
import type { EntryRow, LedgerTables } from './row.ts'
import { keysOf } from './sealed-under.ts'
import { removeMarks, sqlKeyStore, type KeyTables } from './sql-key-store.ts'
import type { Store } from './store/store.ts'

/** Which facts say who somebody is, and what they say of it. */
export type SaysWho = Readonly<Record<string, (said: unknown) => KnownPerson>>

/** People under seal, found by what is known of them. */
export interface Marks {
  /** Marks everybody who was told of since this was last done; in an empty store, everybody. Answers how many. */
  readonly catchUp: () => Promise<number>
  /** Who shares a mark with whoever is sought, and by which fields. */
  readonly find: (sought: readonly PersonMark[]) => Promise<ReadonlyMap<HolderId, ReadonlySet<MarkField>>>
}

export interface MarksOptions {
  readonly entries: Store<LedgerTables>
  readonly keys: Store<KeyTables>
  readonly ring: KeyRing
  readonly master: Key
  readonly saysWho: SaysWho
}

type ToldOfRow = Pick<EntryRow, 'id' | 'type' | 'about' | 'sealed_key' | 'box'>

interface Marked {
  readonly about: HolderId
  readonly key: KeyId
  readonly marks: readonly PersonMark[]
}

const LOT = 50
const ASKED_AT_ONCE = 500

/**
 * Marks follow the ledger: whoever searches first marks what was recorded since the last search. So nobody who records has to think of it, and
 * what a crash or a restored backup left out is made good by itself.
 */
export function openMarks(options: MarksOptions): Marks {
  const { entries, keys, master } = options
  let opened: Promise<MarkKeys> | null = null
  const markKeys = (): Promise<MarkKeys> => {
    opened ??= openMarkKeys(sqlKeyStore(keys), master)
    opened.catch(() => (opened = null))
    return opened
  }

  const catchUp = async (): Promise<number> => {
    const head = await entries.db.selectFrom('head').select(['position', 'digest']).executeTakeFirst()
    const from = await readUpTo(options)
    if (head === undefined || head.position === from) return 0
    const told = await toldSince(options, from, head.position)
    for (let at = 0; at < told.length; at += LOT) await mark(options, await markKeys(), told.slice(at, at + LOT))
    await keys.transact((db) => sql`
      insert into marks_up_to (one, position, digest, rules) values (1, ${head.position}, ${head.digest}, ${MARK_RULES})
      on conflict (one) do update set position = excluded.position, digest = excluded.digest, rules = excluded.rules`.execute(db))
    return told.length
  }

  return { catchUp, find: async (sought) => found(keys, await markKeys(), sought) }
}

/** How far this very ledger was read by the rules of today. */
async function readUpTo({ keys, entries }: MarksOptions): Promise<number> {
  const row = await keys.db.selectFrom('marks_up_to').selectAll().executeTakeFirst()
  if (row === undefined || row.rules !== MARK_RULES) return 0
  const there = await entries.db.selectFrom('entries').select('digest').where('position', '=', row.position).executeTakeFirst()
  return there?.digest === row.digest ? row.position : 0
}

/** The last that was told of each person; what was said before it was wrong. Words whose key is gone are told of nobody. */
async function toldSince({ entries, ring, saysWho }: MarksOptions, from: number, to: number): Promise<readonly Marked[]> {
  const rows: readonly ToldOfRow[] = await entries.db
    .selectFrom('entries').select(['id', 'type', 'about', 'sealed_key', 'box'])
    .where('position', '>', from).where('position', '<=', to).where('type', 'in', Object.keys(saysWho)).where('box', 'is not', null).orderBy('position').execute()
  const last = [...new Map(rows.map((row) => [row.about, row])).values()]
  const opened = await ring.find(last.map((row) => row.sealed_key as KeyId))
  return last.flatMap((row) => {
    const [about, id, key] = [row.about as HolderId, row.sealed_key as KeyId, opened.get(row.sealed_key as KeyId)]
    if (key === undefined || typeof key === 'string') return []
    const words = unseal({ about, key: id, box: row.box ?? '' }, key, row.id as EntryId)
    return [{ about, key: id, marks: words.sealedWith((said) => marksOf(saysWho[row.type]?.(said) ?? { names: [], telephones: [] })) }]
  })
}

/** Marks some people in one transaction. Whose key was destroyed meanwhile is left alone: the key is held until the marks are down. */
async function mark({ keys, entries }: MarksOptions, made: MarkKeys, people: readonly Marked[]): Promise<void> {
  const before = await Promise.all(people.map(({ about }) => keysOf(entries, about)))
  await keys.transact(async (db) => {
    const standing = await held(db, keys.engine, people.map(({ key }) => key))
    await removeMarks(db, before.flat())
    for (const { about, key, marks } of people.filter((person) => standing.has(person.key))) {
      await db.insertInto('marked').values({ key, holder: made.sealHolder(key, about) }).execute()
      const digests = padded(await chosen(db, marks.map(made.digestsOf)))
      if (digests.length > 0) await db.insertInto('marks').values(digests.map((each) => ({ mark: each, key }))).execute()
    }
  })
}

async function held(db: Kysely<KeyTables>, engine: Store<KeyTables>['engine'], ids: readonly KeyId[]): Promise<ReadonlySet<string>> {
  const asked = db.selectFrom('keys').select('id').where('id', 'in', ids).where('wrapped', 'is not', null).orderBy('id')
  return new Set((await (engine === 'postgres' ? asked.forUpdate() : asked).execute()).map(({ id }) => id))
}

/** Of the ways in which each thing can be marked, one that nobody has yet; where all are taken, any. */
async function chosen(db: Kysely<KeyTables>, each: readonly (readonly string[])[]): Promise<readonly string[]> {
  const taken = new Set((await standing(db, each.flat())).map(({ mark: one }) => one))
  return each.map((ways) => {
    const free = ways.filter((way) => !taken.has(way))
    return anyOf(free.length > 0 ? free : ways)
  })
}

/** How many marks somebody has tells how many names; so it is rounded up by marks of nothing. */
const ROUND = 16
const padded = (marks: readonly string[]): readonly string[] => [...marks, ...Array.from({ length: (ROUND - (marks.length % ROUND)) % ROUND }, markOfNothing)]

async function standing(db: Kysely<KeyTables>, digests: readonly string[]): Promise<readonly KeyTables['marks'][]> {
  const rows: KeyTables['marks'][] = []
  for (let at = 0; at < digests.length; at += ASKED_AT_ONCE) rows.push(...(await db.selectFrom('marks').selectAll().where('mark', 'in', digests.slice(at, at + ASKED_AT_ONCE)).execute()))
  return rows
}

async function found({ db }: Store<KeyTables>, made: MarkKeys, sought: readonly PersonMark[]): Promise<ReadonlyMap<HolderId, ReadonlySet<MarkField>>> {
  const fields = new Map(sought.flatMap((one) => made.digestsOf(one).map((digest) => [digest, one.field] as const)))
  const rows = await standing(db, [...fields.keys()])
  const served = rows.length === 0 ? [] : await db.selectFrom('marked').selectAll().where('key', 'in', [...new Set(rows.map(({ key }) => key))]).execute()
  const holders = new Map(served.map(({ key, holder }) => [key, made.holderIn(key as KeyId, holder)]))
  const answer = new Map<HolderId, Set<MarkField>>()
  for (const { mark: digest, key } of rows) {
    const [holder, field] = [holders.get(key), fields.get(digest)]
    if (holder !== undefined && field !== undefined) answer.set(holder, (answer.get(holder) ?? new Set()).add(field))
  }
  return answer
}
