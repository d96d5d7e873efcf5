import { isAuthorized } from '@cedar-policy/cedar-wasm/nodejs'
import { sql } from 'kysely'
import type { ActorId, DeviceId, EntryId } from '../../core/kernel/id.ts'
import { instant } from '../../core/kernel/instant.ts'
import { OWN_UNIT } from '../../core/kernel/organisation.ts'
import { placesOf } from '../../ledger/store/places.ts'
import { openCatalogue } from '../../server/catalogue.ts'
import { openCaseStore, type CaseStore } from '../../server/case-store.ts'
import { wallClock } from '../../server/clock.ts'
import { openOffice, type Office } from '../../server/office.ts'
import { readPolicyFiles } from '../../server/rights/policy-files.ts'
import { openRights } from '../../server/rights/cedar.ts'
import type { Asker } from '../../server/rights/rights.ts'
import type { SignedIn } from '../../server/session/sessions.ts'
import { fileSourceFact, readSourceFact, sourceStream } from '../../wire/filing/source-filing.ts'
import { median } from '../median.ts'
import { freshPlace } from '../office/world.ts'
import { newCluster, type Cluster } from '../postgres-cluster.ts'
import type { Figure } from '../table.ts'

const ANALYST: Asker = { id: 'analyst' as ActorId, role: 'analyst', organisation: { id: OWN_UNIT, kind: 'police' }, vouched: 'yes' }
const SITE = { kind: 'site', id: 'site-1', organisation: OWN_UNIT, reach: 'unit', relations: ['named'] } as const

/** What need-to-know costs: one decision, a filtered list, and a page of sealed people. */
export async function rightsFigures(): Promise<readonly Figure[]> {
  const alone = [decisionFigure(), ...(await officeOn('SQLite', null))]
  const cluster = await newCluster()
  if (cluster === null) return alone
  try {
    return [...alone, ...(await officeOn('PostgreSQL', cluster))]
  } finally {
    cluster.stop()
  }
}

const DECISIONS = 2000
const REPARSED = 50

/** One decision by prepared policies; beside it the same, the policies read anew each time. */
function decisionFigure(): Figure {
  const rights = openRights()
  const { schema, policies } = readPolicyFiles()
  const [uid, ref] = [(type: string, id: string) => ({ type, id }), (type: string, id: string) => ({ __entity: { type, id } })]
  const asked = {
    principal: uid('Person', ANALYST.id), action: uid('Action', 'read'), resource: uid('Site', SITE.id), context: { look: ref('Look', 'assessment'), relations: [ref('Relation', 'named')] },
    entities: [
      { uid: uid('Person', ANALYST.id), parents: [], attrs: { role: ref('Role', 'analyst'), kind: ref('Kind', 'police'), organisation: ref('Organisation', OWN_UNIT), vouched: ref('Vouched', 'yes') } },
      { uid: uid('Site', SITE.id), parents: [], attrs: { organisation: ref('Organisation', OWN_UNIT), reach: ref('Reach', 'unit') } },
    ],
  }
  // Somebody else each time, since what was decided of somebody is remembered.
  let asker = 0
  const ours = each(DECISIONS, () => void rights.onFile({ ...ANALYST, id: `analyst-${asker++}` as ActorId }, 'read', SITE, 'assessment'))
  const reparsed = each(REPARSED, () => void isAuthorized({ ...asked, schema, validateRequest: true, policies: { staticPolicies: { ...policies } } }))
  return { figure: 'one decision of the policies (policies read anew each time)', value: median(ours), unit: 'ms', bar: { atMost: 0.25 }, baseline: median(reparsed) }
}

async function officeOn(engine: string, cluster: Cluster | null): Promise<readonly Figure[]> {
  const place = await freshPlace(cluster)
  const cases = await openCaseStore(placesOf(place))
  try {
    const office = openOffice(cases, openCatalogue().speak, wallClock)
    return [await listFigure(engine, office), await peopleFigure(engine, office)]
  } finally {
    await cases.close()
    place.remove()
  }
}

const ROWS = 1000
const LISTED = 60

/** A list of a thousand that are all in reach, a third of them by being named; beside it the same rows, unfiltered. */
async function listFigure(engine: string, office: Office): Promise<Figure> {
  await filled(office.cases)
  const { db } = office.cases.entries
  const reach = office.reach(ANALYST)
  const list = (condition: ReturnType<typeof sql>) => sql<{ id: string }>`select * from sites where number is not null and ${condition} order by last_position desc limit ${ROWS}`.execute(db)
  const [we, they]: [number[], number[]] = [[], []]
  for (let round = 0; round < LISTED; round++) {
    const filtered = () => counted(list(reach('site')))
    const bare = () => counted(list(sql`1 = 1`))
    for (const ours of round % 2 === 0 ? [true, false] : [false, true]) (ours ? we : they).push(await milliseconds(ours ? filtered : bare))
  }
  const baseline = median(they)
  return { figure: `a list of ${ROWS} rows filtered by need to know, ${engine} (unfiltered)`, value: median(we), unit: 'ms', bar: { atMost: baseline * 1.5 }, baseline }
}

async function counted(list: Promise<{ readonly rows: readonly unknown[] }>): Promise<void> {
  const { rows } = await list
  if (rows.length !== ROWS) throw new Error(`${rows.length} rows were listed`)
}

const PEOPLE = 50
const PAGES = 40

/** Fifty sources with who they are, let in by the gate, read, unsealed and revealed; beside it a bare select of the same rows. */
async function peopleFigure(engine: string, office: Office): Promise<Figure> {
  const who = { ...ANALYST, name: 'Invented', signInName: 'invented', mustChangePassword: 'no' } as SignedIn
  const streams = Array.from({ length: PEOPLE }, (_, i) => sourceStream(`source-${i}`))
  const page = async () => {
    const admitted = await office.gate.admitToEach(who, streams, 'assessment', 'identify')
    const names = await Promise.all(admitted.map(async (leave) => {
      if (!leave.accepted) throw new Error(leave.code)
      return (await office.cases.sealed.read(leave.access)).map(({ fact }) => readSourceFact(fact, leave.access)).find(({ type }) => type === 'source/identified')
    }))
    if (names.filter(Boolean).length !== PEOPLE) throw new Error('somebody was not opened')
  }
  const bare = async () => void (await sql`select * from entries where stream in (${sql.join(streams)})`.execute(office.cases.entries.db))
  const [we, they]: [number[], number[]] = [[], []]
  for (let round = 0; round <= PAGES; round++) {
    const [ours, theirs] = [await milliseconds(page), await milliseconds(bare)]
    if (round > 0) we.push(ours)
    if (round > 0) they.push(theirs)
  }
  return { figure: `opening a page of ${PEOPLE} sealed people, logged first, ${engine} (bare select)`, value: median(we), unit: 'ms', bar: { atMost: 20 }, baseline: median(they) }
}

async function filled({ sealed, ledger }: CaseStore): Promise<void> {
  const at = instant(wallClock())
  const told = (id: string, stream: string) => ({ id: id as EntryId, stream, by: ANALYST.id, device: 'bench' as DeviceId, occurredAt: at, recordedAt: at, receivedAt: at })
  const clear = (id: string, stream: string, type: string, fields: Record<string, string>) => ({ ...told(id, stream), by: 'somebody' as ActorId, fact: { type, form: 1, clear: fields, sealed: null } })
  const sites = Array.from({ length: ROWS }, (_, i) => clear(`opened-${i}`, `site/site-${i}`, 'site/opened', { number: `S-${i}`, jurisdiction: 'TH', venue: 'resident-workshop', organisation: OWN_UNIT }))
  const narrowed = sites.flatMap(({ stream }, i) => (i % 3 === 0 ? [clear(`given-${i}`, `need/${stream}`, 'need/given', { person: ANALYST.id }), clear(`reach-${i}`, `need/${stream}`, 'need/reach-set', { reach: 'named' })] : []))
  await ledger.append([...sites, ...narrowed])
  const people = Array.from({ length: PEOPLE }, (_, i) => [
    { ...told(`registered-${i}`, sourceStream(`source-${i}`)), fact: fileSourceFact(`source-${i}`, { type: 'source/registered', kind: 'informant-tested', codeName: `larch-${100 + i}`, protected: 'yes', underControl: 'no', handler: ANALYST.id, controller: 'controller' as ActorId }) },
    { ...told(`identified-${i}`, sourceStream(`source-${i}`)), fact: fileSourceFact(`source-${i}`, { type: 'source/identified', person: `person-${i}`, identity: { name: `Invented Person ${i}`, contact: 'by the ferry' } }) },
  ]).flat()
  await sealed.append(people)
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function each(runs: number, work: () => void): readonly number[] {
  work()
  return Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
}
