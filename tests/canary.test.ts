import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { instant, isoOf } from '../core/kernel/instant.ts'
import { readExample } from '../server/worked/read-worked.ts'
import { partsOfFile } from '../wire/worked-example.ts'
import { REPORT_COLUMNS } from '../wire/office/report-columns.ts'
import { atWork, caseOffice, json, newId, receiving, reportSent, type AtWork, type CaseOffice } from './case-cast.ts'
import { ENGINES, sayWhatIsSkipped } from './ledger-stores.ts'
import { closeOffices } from './office-cast.ts'
import { plantActs, type PlantedActs } from './canary-acts.ts'
import { archives, backedUp, bytesOf, rowsOf } from './kept-anywhere.ts'

/**
 * Marked words go in by every door of the case system, and are found again only by those who may read.
 *
 * An answer that refuses something may quote what that same request sent, since whoever sent it reads it; it never quotes
 * what is held. The log quotes neither.
 */

/** A mark as it was told, and as it would look once encoded. */
const MARK = /CANARY|Q0FOQVJZ|NBTkFSW|DQU5BUl|43414e415259/

/** Coded values of what is planted here. They are sealed like the words, since they tell as much. */
const CODED = /escaped-victim|tip-bare|undercover-contact|nearby-raid|observation-post|danger-to-life|assault-or-rape|family-justice-centre/

/** What is kept, and which no answer shows yet: why something was decided, ended or set otherwise. */
const KEPT_UNSHOWN = /-(?:standing|risk|outcome|charge|named-for-a-day|no-longer-named|narrowed|glass-reviewed|use-reviewed|use-cancelled|source-ended|corrected|identity-checked|restricted|lifted|request-closed)$/

let marks: string[] = []
let temporary: string
const usual = process.env['TMPDIR']

/** A word that is told once, at one door. */
const told = (door: string): string => {
  const mark = `CANARY-${marks.length}-${door}`
  marks.push(mark)
  return mark
}

beforeAll(sayWhatIsSkipped)
beforeEach(() => {
  marks = []
  temporary = mkdtempSync(join(tmpdir(), 'daylight-canary-'))
  process.env['TMPDIR'] = temporary
})
afterEach(async () => {
  await closeOffices()
  if (usual === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = usual
  rmSync(temporary, { recursive: true, force: true })
})

const HOUR = instant(Date.UTC(2031, 2, 6, 5, 30))
const LATER = '2031-03-20T12:00:00Z'
const ANSWERS = { access: 'saw', record: 'unknown', motives: [], content: 'logical' }

async function kept(who: AtWork, path: string, body: object, version?: number): Promise<{ readonly version: number }> {
  const response = await who.post(path, { id: newId(), ...body }, version === undefined ? {} : { 'if-match': `"${version}"` })
  if (!response.ok) throw new Error(`${path} ${JSON.stringify(body).slice(0, 200)}: ${await response.text()}`)
  return json(response)
}

/** A report with a word in each place that takes one. */
const markedReport = (id: string, more: object = {}) => ({
  ...reportSent(id), says: told('says'), assessment: told('assessment'), suspicion: told('suspicion'), speaksOf: ['victim', 'suspect'],
  gradedBecause: told('graded'), reporter: told('reporter'), ...('origin' in more ? {} : { origin: { id: told('origin') } }),
  grading: { scheme: '5x5x5', source: 'E', information: '4', label: { source: null, information: told('form-words') } }, ...more,
})

/** Everything that can be recorded of a site. */
async function plantAtSite({ analyst, planner, clock }: CaseOffice): Promise<string> {
  const site = newId()
  const act = (name: string, body: object, version?: number) => kept(analyst, `/api/sites/${site}/acts`, { act: name, ...body }, version)
  await analyst.post('/api/sites', { id: site, jurisdiction: 'US', venue: 'resident-workshop', name: told('site-name'), whereabouts: told('whereabouts') })
  clock.pass(60_000)
  await act('receive-report', { report: markedReport('report-one') })
  await act('receive-report', { report: markedReport('report-two', { kind: 'tip-bare', finding: 'absent', sensitivity: 0.3, specificity: 0.8, origin: undefined, independentBecause: told('independent') }) })
  await act('describe', { name: told('described'), whereabouts: told('described-whereabouts'), map: { latitude: 1, longitude: 1, says: told('map') } })
  await act('note-room', { room: { id: 'room-0001', name: told('room'), floor: told('floor'), says: told('room-says') } })
  await act('grade-report', { report: 'report-one', answers: ANSWERS, grading: { scheme: 'admiralty', source: 'F', information: '3' }, because: told('regraded') })
  await act('record-independence', { report: 'report-one', because: told('independence') })
  await act('set-review', { report: 'report-one', reviewBy: LATER, because: told('review') })
  await act('record-attempt', { attempt: { id: 'attempt-one', method: 'surveillance', by: told('attempt-by'), at: '2031-03-03T07:30:00Z', thisSite: 'yes', ifNobodyThere: told('if-nobody'), result: told('result'), sensitivity: 0.5 } })
  await act('note-shock', { at: '2031-03-02T23:00:00Z', kind: 'nearby-raid', says: told('shock') })
  await act('write-alternative', { says: `${told('alternative')} relatives live in` })
  await act('dissent', { about: 'certainty', says: told('dissent') })
  await act('set-task', { id: 'task-0001', question: told('question'), kind: 'undercover-contact', owner: planner.id, due: LATER })
  await act('answer-task', { task: 'task-0001', answer: 'yes', report: 'report-one', says: told('answer') })
  const { version } = await act('assign-lead', { report: 'report-one', owner: analyst.id, verifyBy: LATER, reviewBy: LATER })
  await act('close-lead', { report: 'report-one', because: told('closed'), attempt: 'attempt-one', reviewBy: LATER }, version)
  await importTable(analyst, site)
  return site
}

/** A table of reports, looked at first and then kept, with a row that is broken. */
async function importTable(analyst: AtWork, site: string): Promise<void> {
  const names = REPORT_COLUMNS.map(({ name }) => name)
  const cells: Readonly<Record<string, string>> = {
    id: 'report-in-table', kind: 'escaped-victim', finding: 'present', observedAt: '2031-03-01T20:00:00Z', says: told('table-says'), assessment: told('table-assessment'), speaksOf: 'victim|suspect', suspicion: told('table-suspicion'),
    answerAccess: 'saw', answerRecord: 'unknown', answerMotives: 'none', answerContent: 'logical', scheme: 'admiralty', sourceGrade: 'F', informationGrade: '3', gradedBecause: told('table-graded'), sharing: 'TLP:AMBER', reviewBy: LATER, reporter: told('table-reporter'),
  }
  const text = [names, names.map((name) => cells[name] ?? '')].map((row) => row.join(',')).join('\r\n')
  for (const asked of ['?preview=yes', '']) {
    const response = await analyst.sendText(`/api/sites/${site}/reports${asked}`, text, 'text/csv')
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('"problems":[]')])
  }
}

/** A source, and everything that can be recorded of one. */
async function plantAtSource({ analyst, planner }: CaseOffice): Promise<string> {
  const source = newId()
  const charge = { handler: analyst.id, controller: planner.id }
  const act = (name: string, body: object, version?: number) => kept(analyst, `/api/sources/${source}/acts`, { act: name, ...body }, version)
  await analyst.post('/api/sources', { id: source, kind: 'undercover-contact', protected: 'yes', underControl: 'no', ...charge })
  await act('identify', { identity: { name: told('identity'), contact: told('contact'), says: told('identity-says') } })
  await act('note-standing', { protected: 'yes', underControl: 'no', because: told('standing') })
  await act('note-risk', { risk: 'high', says: told('risk') })
  await act('record-contact', { at: '2031-03-02T10:00:00Z', says: told('contact-says') })
  const { version } = await act('judge-outcome', { report: 'report-one', outcome: 'borne-out', because: told('outcome') })
  await act('give-charge', { ...charge, because: told('charge') }, version)
  return source
}

/** The fields of a plan in which people write what they like. */
const WRITTEN = new Set(['says', 'name', 'harm', 'response', 'owner', 'because', 'by', 'rule', 'terms', 'with', 'from', 'to', 'receivedBy', 'confirmedBy', 'givenBy', 'vettedBy', 'knows', 'tool', 'standard', 'sign', 'watchedBy', 'acceptedBy', 'powerOfEntry', 'title', 'publisher'])

function marked(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return value.map((one) => marked(one, part))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, WRITTEN.has(field) && typeof inner === 'string' ? told(`${part}-${field}`) : marked(inner, part)]))
}

/** A plan with a word in every field that takes one, and everything that is done with it. */
async function plantInPlan({ planner, officer }: CaseOffice, site: string): Promise<string> {
  const plan = newId()
  const path = `/api/plans/${plan}/acts`
  let { version } = await kept(planner, '/api/plans', { id: plan, site, at: isoOf(HOUR) })
  for (const { part, content } of partsOfFile(await readExample('invented-workshop-plan'), HOUR)) version = (await kept(planner, path, { act: 'write', part, content: marked(content, part) }, version)).version
  await kept(officer, path, { act: 'refuse', because: told('refused'), owner: planner.id, reviewBy: LATER }, version)
  await kept(officer, path, { act: 'stand-down', because: told('stood-down'), owner: planner.id, reviewBy: LATER })
  await kept(planner, path, { act: 'declare-urgent', basis: 'danger-to-life', reasons: told('urgent'), restsOn: [] })
  await kept(planner, path, { act: 'take-task', task: 'segregation', owner: told('task-owner'), done: 'no' })
  await kept(officer, path, { act: 'record-entry', at: '2031-03-03T07:59:00Z', says: told('entered') })
  return plan
}

/** What goes wrong, with a word in the body, the header or the address. */
async function plantInWhatIsRefused({ administrator, analyst, planner, officer, browser }: CaseOffice, site: string, plan: string): Promise<readonly (readonly [sent: string, answered: string])[]> {
  const stranger = browser()
  const wrong: readonly (readonly [AtWork | typeof stranger, 'GET' | 'POST', string, unknown, Readonly<Record<string, string>>])[] = [
    [analyst, 'POST', `/api/sites/${site}/acts`, { id: newId(), act: told('act'), says: told('wrong') }, {}],
    [analyst, 'POST', `/api/sites/${site}/acts`, { id: told('id with blanks'), act: 'dissent', about: 'certainty', says: told('wrong') }, {}],
    [analyst, 'POST', `/api/sites/${site}/acts`, { id: newId(), act: 'dissent', about: 'certainty', says: told('wrong'), [told('field')]: 'x' }, {}],
    [analyst, 'POST', `/api/sites/${site}/acts`, { ...receiving(markedReport('report-one', { observedAt: told('time'), kind: told('kind') })) }, {}],
    [analyst, 'POST', `/api/sites/${site}/acts`, { ...receiving(markedReport('report-one')) }, {}],
    [analyst, 'POST', `/api/sites/${site}/acts`, { id: newId(), act: 'close-lead', report: 'report-one', because: told('stale'), attempt: 'attempt-one', reviewBy: LATER }, { 'if-match': '"1"' }],
    [analyst, 'POST', `/api/sites/${site}/acts`, { id: 'task-0001', act: 'dissent', about: 'certainty', says: told('taken-id') }, {}],
    [planner, 'POST', `/api/plans/${plan}/acts`, { id: newId(), act: 'write', part: 'safety', content: { risks: [{ id: told('x'), who: told('who') }] } }, { 'if-match': '"1"' }],
    [planner, 'POST', `/api/plans/${plan}/acts`, { id: newId(), act: 'write', part: 'media', content: told('no-section') }, { 'if-match': `"${told('version')}"` }],
    [planner, 'POST', `/api/plans/${plan}/acts`, { id: newId(), act: 'authorise' }, { 'if-match': '"1"' }],
    [officer, 'POST', '/api/sites', { id: newId(), jurisdiction: told('nowhere'), venue: 'flat', name: told('name'), whereabouts: told('where') }, {}],
    [administrator, 'POST', `/api/sites/${site}/acts`, { id: newId(), act: 'dissent', about: 'certainty', says: told('administrator') }, {}],
    [administrator, 'GET', `/api/sites/${site}`, undefined, {}],
    [analyst, 'GET', `/api/sites/${encodeURIComponent(`${told('address')} of somebody`)}`, undefined, {}],
    [analyst, 'GET', `/api/plans/${encodeURIComponent(`${told('address')} of somebody`)}`, undefined, {}],
    [analyst, 'GET', `/api/sites?cursor=${told('cursor')}`, undefined, {}],
    [analyst, 'GET', `/api/${told('address')}`, undefined, {}],
    [analyst, 'GET', `/api/search?q=${told('search')}&${told('parameter')}=x`, undefined, {}],
    [analyst, 'GET', '/api/sites', undefined, { host: `${told('host').toLowerCase()}.example` }],
    [analyst, 'POST', '/api/sites', { id: newId() }, { origin: `https://${told('origin')}.example` }],
    [analyst, 'POST', '/api/sites', { id: newId() }, { 'content-type': told('type') }],
    [stranger, 'GET', '/api/sites', undefined, { cookie: `daylight=${told('cookie')}` }],
    [stranger, 'POST', '/api/session', { name: told('sign-in-name'), password: told('password') }, {}],
  ]
  const answered: (readonly [string, string])[] = []
  for (const [who, method, path, body, headers] of wrong) {
    const response = await who.ask(method, path, body, headers)
    expect(response.status, `${method} ${path} ${JSON.stringify(body)}`).toBeGreaterThanOrEqual(400)
    answered.push([JSON.stringify([path, body, headers]), `${await response.text()} ${JSON.stringify([...response.headers])}`])
  }
  const table = `kind,${told('column')}\r\nescaped-victim,${told('cell')}`
  const response = await analyst.sendText(`/api/sites/${site}/reports`, table, 'text/csv')
  answered.push([table, await response.text()])
  return answered
}

const text = async (asked: Promise<Response>): Promise<string> => (await asked).text()

/** What reached those it was for, of what was planted with who needs to know, what is passed on, requests and sources. */
async function readOfActs({ analyst, planner, officer }: CaseOffice, { site, source, share, draft, request }: PlantedActs): Promise<string> {
  const asked = [officer.get(`/api/sites/${site}`), officer.get(`/api/need/site/${site}`), officer.get('/api/glasses'), analyst.get(`/api/sources/${source}`), planner.get(`/api/sources/${source}`), officer.get(`/api/shares/${share}`), officer.get(`/api/shares/${draft}`), officer.get(`/api/requests/${request}`), officer.get(`/api/requests/${request}/holdings`)]
  return (await Promise.all(asked.map(text))).join(' ')
}

/** Whatever those are answered whom none of it is for: an administrator, a partner, a prosecutor nobody named, and colleagues where it is not theirs. */
async function answersToOthers(here: CaseOffice, { site, source, share, draft, request, worker }: PlantedActs): Promise<readonly (readonly [string, string])[]> {
  const [prosecutor, second] = [await atWork(here, 'prosecutor'), await atWork(here, 'planner', 'invented.second')]
  const lists = ['/api/sites', '/api/plans', '/api/sources', '/api/shares', '/api/shared-with-us', '/api/requests', '/api/keeping', '/api/glasses', '/api/due?whose=all', '/api/looks', '/api/search?q=S-']
  const files = [`/api/sites/${site}`, `/api/sites/${site}/timeline`, `/api/sites/${site}/looks`, `/api/need/site/${site}`, `/api/keeping/site/${site}`, `/api/contested?file=site/${site}`]
  const papers = [`/api/shares/${draft}`, `/api/shared-with-us/${draft}`, `/api/shared-with-us/${share}`, `/api/requests/${request}`, `/api/requests/${request}/holdings`, `/api/keeping/request/${request}`]
  const ofSource = [`/api/sources/${source}`, `/api/sources/${source}/sought`]
  const asked = ([[here.administrator, 'oversight'], [worker, 'care'], [prosecutor, 'court-disclosure']] as const).flatMap(([who, look]) => [...lists, ...files, ...papers, `/api/shares/${share}`, ...ofSource].map((path) => [path, who, look] as const))
  const colleagues = [...lists, ...files, ...ofSource, `/api/requests/${request}`, `/api/requests/${request}/holdings`].map((path) => [path, second, 'planning'] as const)
  return Promise.all([...asked, ...colleagues].map(async ([path, who, look]) => [path, await text(who.ask('GET', path, undefined, { 'x-daylight-look': look }))] as const))
}

describe.each(ENGINES)('marked words on %s', (engine) => {
  test('come in by every door, are read by those who may, and lie nowhere else', async () => {
    const here = await caseOffice(engine)
    const colleague = await atWork(here, 'planner', 'invented.second-planner')
    const site = await plantAtSite(here)
    const source = await plantAtSource(here)
    const plan = await plantInPlan(here, site)
    const acts = await plantActs(here, told)
    const planted = [...marks]
    const refused = await plantInWhatIsRefused(here, site, plan)
    await here.office.reckoner.settled()

    const { analyst } = here
    const versions = Array.from({ length: 40 }, (_, at) => `/api/plans/${plan}?version=${at + 1}`)
    const readers = [`/api/sites/${site}`, `/api/sites/${site}?knownAt=2031-03-03T08:00:00Z`, `/api/sites/${site}/timeline`, `/api/sources/${source}`, `/api/plans/${plan}/timeline`, ...versions]
    const open = (await Promise.all(readers.map(async (path) => (await analyst.get(path)).text()))).join(' ')
    const readNow = open + (await readOfActs(here, acts))
    const unread = planted.filter((mark) => !readNow.includes(mark))
    expect(unread.filter((mark) => !KEPT_UNSHOWN.test(mark))).toEqual([])
    for (const path of ['/api/sites', '/api/plans', '/api/sources', '/api/due', '/api/search?q=S-1', '/api/looks', '/api/policy']) expect(await (await analyst.get(path)).text(), path).not.toMatch(MARK)
    for (const mark of ['identity', 'contact', 'identity-says']) expect(await (await colleague.get(`/api/sources/${source}`)).text(), mark).not.toMatch(new RegExp(`CANARY-\\d+-${mark}"`))

    expect((await answersToOthers(here, acts)).filter(([, answer]) => MARK.test(answer)).map(([path]) => path)).toEqual([])
    expect(await text(analyst.post('/api/find', { look: 'assessment', name: `${told('sought')} ${told('sought-too')}` }))).not.toMatch(MARK)

    const quotedFromElsewhere = refused.flatMap(([sent, answered]) => marks.filter((mark) => answered.includes(mark) && !sent.includes(mark)))
    expect(quotedFromElsewhere).toEqual([])
    expect(here.logged.filter((line) => MARK.test(line))).toEqual([])
    expect(here.logged.length).toBeGreaterThan(60)

    const tables = (await Promise.all([here.places.ledger, here.places.keys, here.places.desk].map(rowsOf))).flat()
    const lying = [...bytesOf(temporary), ...tables, ...(await archives(here)), await backedUp(here)]
    expect(lying.filter(([, text]) => MARK.test(text)).map(([where]) => where)).toEqual([])
    expect(lying.filter(([, text]) => CODED.test(text)).map(([where]) => where)).toEqual([])
    const names = lying.map(([where]) => where)
    expect(names).toEqual(expect.arrayContaining(engine === 'sqlite' ? ['ledger.sqlite', 'ledger.sqlite-wal', 'keys.sqlite', 'desk.sqlite', 'desk.sqlite-wal', 'master.key', 'archive', 'backup'] : ['table entries', 'table people', 'table looks', 'table sites', 'table shares', 'table partner_notes', 'master.key', 'archive', 'backup']))
  })
})
