import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { marksSought, type KnownPerson } from '../core/intelligence/marks-of.ts'
import { keyRing, type KeyRing } from '../crypto/key-ring.ts'
import { masterKey } from '../crypto/master-key.ts'
import { holder, told } from '../tests/ledger-cast.ts'
import { ENGINES, freshKeys, freshPlace, freshStore, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import { openMarks, type Marks } from './marks.ts'
import type { PlainStore } from './plain-tables.ts'
import { rotateMasterKey } from './rotate-master-key.ts'
import type { LedgerTables } from './row.ts'
import { sealedLedger, type SealedLedger } from './sealed-ledger.ts'
import { keysOf, knownKey } from './sealed-under.ts'
import { sqlKeyStore, type KeyTables } from './sql-key-store.ts'
import { sqlLedger } from './sql-ledger.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'

const saysWho = { 'person/named': (said: unknown) => said as KnownPerson }
const person = (name: string, more: Partial<KnownPerson> = {}): KnownPerson => ({ names: [name], telephones: [], ...more })

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

describe.each(ENGINES)('finding people under seal on %s', (engine) => {
  let [folder, path] = ['', '']
  let entries: Store<LedgerTables>
  let keys: Store<KeyTables>
  let ring: KeyRing
  let sealed: SealedLedger
  let marks: Marks

  /** As after a restart. */
  const start = async (): Promise<void> => {
    const master = masterKey(path)
    ring = await keyRing({ store: sqlKeyStore(keys), master, known: knownKey(entries), lot: 8 })
    sealed = sealedLedger(await sqlLedger(entries, { projections: [], upcasts: {} }), ring, {})
    marks = openMarks({ entries, keys, ring, master, saysWho })
  }
  const tell = (who: string, said: KnownPerson) => sealed.append([told(`source/${who}`, said, { about: holder(who), type: 'person/named' })])
  const find = async (sought: KnownPerson): Promise<readonly string[]> => {
    await marks.catchUp()
    return [...(await marks.find(marksSought(sought))).keys()].toSorted()
  }
  const forget = async (who: string): Promise<void> => ring.forget(holder(who), await keysOf(entries, holder(who)))
  const rows = async () => ({ marks: await keys.db.selectFrom('marks').selectAll().execute(), marked: await keys.db.selectFrom('marked').selectAll().execute() })

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daylight-marks-'))
    path = join(folder, 'master.key')
    entries = await freshStore(engine)
    keys = await freshKeys(engine)
    await start()
    return () => rmSync(folder, { recursive: true })
  })

  test('whoever was told of is found by a name in any order, a telephone with or without its country, and says by what', async () => {
    await tell('1', person('Nadia Verkhovna', { telephones: ['+44 7700 900123'], born: '1999-08-02' }))
    await tell('2', person('Somebody Else'))
    expect(await find(person('VERKHOVNA, Nadia'))).toEqual(['person/1'])
    expect(await find({ names: [], telephones: ['07700 900123'] })).toEqual(['person/1'])
    expect(await find(person('Верховна Надя'))).toEqual(['person/1'])
    expect(await find(person('Nadia', { born: '1999' }))).toEqual(['person/1'])
    expect(await find(person('Nadia', { born: '1998' }))).toEqual([])
    expect(await find(person('Nadia'))).toEqual([])
    const agrees = await marks.find(marksSought(person('Nadia Verkhovna')))
    expect([...(agrees.get(holder('1')) ?? [])].toSorted()).toEqual(['two-parts', 'two-sounds', 'whole-name'])
  })

  test('those recorded before there were marks are marked at the first search, and nobody twice', async () => {
    for (let each = 0; each < 60; each += 1) await tell(`${each}`, person(`Person Number${each}`))
    expect([await marks.catchUp(), await marks.catchUp()]).toEqual([60, 0])
    await start()
    expect(await marks.catchUp()).toBe(0)
    const [{ length }] = [(await rows()).marked]
    expect(length).toBe(60)
  })

  test('two who search at once mark everybody once', async () => {
    for (const each of ['1', '2', '3']) await tell(each, person(`Person Number${each}`))
    await Promise.all([marks.catchUp(), marks.catchUp(), marks.catchUp()])
    const { marked, marks: all } = await rows()
    expect([marked.length, all.length]).toEqual([3, 48])
  })

  test('who was named otherwise since is found by the later name alone', async () => {
    await tell('1', person('Nadia Verkhovna'))
    expect(await find(person('Nadia Verkhovna'))).toEqual(['person/1'])
    await tell('1', person('Olena Marchenko'))
    expect([await find(person('Nadia Verkhovna')), await find(person('Olena Marchenko'))]).toEqual([[], ['person/1']])
  })

  test('the marks of somebody go with their key, in the same moment, and are not made again', async () => {
    await tell('1', person('Nadia Verkhovna', { telephones: ['+44 7700 900123'] }))
    await tell('2', person('Nadia Verkhovna'))
    expect(await find(person('Nadia Verkhovna'))).toEqual(['person/1', 'person/2'])
    const [own] = await keysOf(entries, holder('1'))
    await forget('1')
    const { marks: left, marked } = await rows()
    expect([left.filter(({ key }) => key === own), marked.length]).toEqual([[], 1])
    await keys.db.deleteFrom('marks_up_to').execute()
    await start()
    expect(await find(person('Nadia Verkhovna'))).toEqual(['person/2'])
  })

  test('marks and key are destroyed together or neither is', async () => {
    await tell('1', person('Nadia Verkhovna'))
    await marks.catchUp()
    const ids = await keysOf(entries, holder('1'))
    await keys.script(engine === 'sqlite'
      ? `create trigger stuck before delete on marks begin select raise(abort, 'stuck'); end`
      : `create function stuck() returns trigger language plpgsql as $$ begin raise exception 'stuck'; end $$; create trigger stuck before delete on marks for each row execute function stuck()`)
    await expect(ring.forget(holder('1'), ids)).rejects.toThrow('stuck')
    const row = await keys.db.selectFrom('keys').selectAll().where('id', 'in', ids).executeTakeFirstOrThrow()
    expect(row.wrapped).not.toBeNull()
  })

  test('a rotated master key finds everybody it found before, and whoever comes after', async () => {
    await tell('1', person('Nadia Verkhovna'))
    await marks.catchUp()
    const before = (await rows()).marks
    const desk = await openStore<unknown>(freshPlace(engine), 'desk')
    await rotateMasterKey(path, keys, desk as unknown as PlainStore)
    await desk.close()
    await start()
    await tell('2', person('Nadia Verkhovna'))
    expect((await rows()).marks).toEqual(before)
    expect(await find(person('Nadia Verkhovna'))).toEqual(['person/1', 'person/2'])
  })

  test('beside another ledger, as after a restore, everybody is marked anew', async () => {
    await tell('1', person('Nadia Verkhovna'))
    await marks.catchUp()
    await keys.db.updateTable('marks_up_to').set({ digest: 'of another ledger' }).execute()
    await start()
    expect(await marks.catchUp()).toBe(1)
    expect(await find(person('Nadia Verkhovna'))).toEqual(['person/1'])
  })

  test('people of one name bear no equal mark, as long as there are few of them', async () => {
    for (let each = 0; each < 10; each += 1) await tell(`${each}`, person('Nadia Verkhovna', { born: '1999' }))
    await marks.catchUp()
    const { marks: all } = await rows()
    expect(new Set(all.map(({ mark }) => mark)).size).toBe(all.length)
    expect(await find(person('Nadia Verkhovna'))).toHaveLength(10)
  })

  test('how many marks somebody has does not tell how many names', async () => {
    await tell('1', person('Nadia Verkhovna'))
    await tell('2', person('Ana Maria Lopez'))
    await marks.catchUp()
    const { marks: all, marked } = await rows()
    expect(marked.map(({ key }) => all.filter((mark) => mark.key === key).length)).toEqual([16, 16])
    expect(JSON.stringify([all, marked])).not.toMatch(/person|nadia|verkhovna/i)
  })
})
