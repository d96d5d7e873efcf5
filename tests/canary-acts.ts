import { json, newId, receiving, reportSent, atWork, type AtWork, type CaseOffice } from './case-cast.ts'

/** Marked words for who needs to know, what is passed on, requests of people and the handling of sources: a word in each place that takes one. */

type Told = (door: string) => string

/** Where each thing lies that was planted here. */
export interface PlantedActs {
  readonly site: string
  readonly source: string
  readonly share: string
  readonly draft: string
  readonly request: string
  readonly worker: AtWork
}

async function kept(who: AtWork, path: string, body: object, version?: number): Promise<{ readonly version: number }> {
  const response = await who.post(path, { id: newId(), ...body }, version === undefined ? {} : { 'if-match': `"${version}"` })
  if (!response.ok) throw new Error(`${path} ${JSON.stringify(body).slice(0, 300)}: ${await response.text()}`)
  return json(response)
}

/** Acts on one file, each on the version that the act before it left. */
const inTurn = (path: string, from = 0) => {
  let version = from
  return async (who: AtWork, body: object): Promise<void> => {
    ;({ version } = await kept(who, path, body, version))
  }
}

/** A site for named people alone, whose glass is broken and looked at afterwards. */
async function plantNeed({ analyst, planner, officer }: CaseOffice, told: Told): Promise<string> {
  const site = newId()
  await kept(analyst, '/api/sites', { id: site, jurisdiction: 'US', venue: 'resident-workshop', name: told('need-site'), whereabouts: told('need-whereabouts') })
  for (const [id, kind] of [['report-red', 'escaped-victim'], ['report-dawn', 'inspector']] as const) await kept(analyst, `/api/sites/${site}/acts`, receiving(reportSent(id, { kind, says: told(id) })))
  const act = inTurn(`/api/need/site/${site}/acts`)
  await act(analyst, { act: 'name', person: officer.id, because: told('named') })
  await act(analyst, { act: 'name', person: planner.id, because: told('named-for-a-day') })
  await act(analyst, { act: 'end', person: planner.id, because: told('no-longer-named') })
  await act(analyst, { act: 'set-reach', reach: 'named', because: told('narrowed') })
  const { number } = await json<{ readonly number: string }>(analyst.get(`/api/sites/${site}`))
  const glass = newId()
  await kept(planner, '/api/glasses', { id: glass, number, danger: 'life', says: told('glass') })
  await kept(officer, `/api/glasses/${glass}/review`, { judgement: 'rightly-broken', says: told('glass-reviewed') })
  return site
}

/** What passes between a source and those who answer for them. */
async function plantHandling({ analyst, planner, officer }: CaseOffice, told: Told): Promise<string> {
  const source = newId()
  await kept(analyst, '/api/sources', { id: source, kind: 'informant-tested', protected: 'yes', underControl: 'no', age: 'adult', handler: analyst.id, controller: planner.id })
  const at = '2031-03-02T10:00:00Z'
  const happened = [
    { act: 'identify', identity: { name: told('known-as'), goesBy: told('goes-by'), contact: told('reached-at'), says: told('who-they-are') } },
    { act: 'note-recruitment', at, by: analyst.id, says: told('recruited') },
    { act: 'note-authority', authority: told('authority'), knownThereAs: told('known-there-as') },
    { act: 'note-welfare', says: told('welfare'), done: told('welfare-done') },
    { act: 'record-contact', at, how: 'in-person', where: told('contact-where'), says: told('contact-told') },
    { act: 'note-information', says: told('information'), passedOn: told('information-passed-on') },
    { act: 'record-benefit', at, what: 'payment', money: { minor: 5_000, currency: 'EUR' }, decidedBy: planner.id, because: told('benefit') },
  ]
  let version = 0
  for (const act of happened) ({ version } = await kept(analyst, `/api/sources/${source}/acts`, act))
  const act = inTurn(`/api/sources/${source}/acts`, version)
  await act(officer, { act: 'authorise', use: 'adult', conduct: told('conduct'), because: told('authorised-because'), risksExplained: 'yes' })
  await act(officer, { act: 'review-use', says: told('use-reviewed') })
  await act(analyst, { act: 'cancel-use', because: told('use-cancelled') })
  await act(analyst, { act: 'end', ground: 'work-done', says: told('source-ended') })
  return source
}

const factOf = (says: string, restsOn: readonly string[] = ['report-red', 'report-dawn']) => ({ id: newId(), says, about: 'victim', restsOn, tells: { kind: 'not-told', time: 'week' }, controller: 'unit', basis: 'task-of-authority' })
const sharing = (site: string, told: Told, word: string) => ({
  id: newId(), site, to: { organisation: 'invented-ngo', audience: 'clients', named: [] }, content: 'tasking', asks: 'keep-places-ready', marking: { sharing: 'TLP:AMBER', action: 'PAP:RED' },
  passed: { says: told(`${word}-says`), facts: [factOf(told(`${word}-fact`))] }, purpose: told(`${word}-purpose`), conditions: told(`${word}-conditions`), inWriting: 'no',
})

/** Something is passed on, corrected and called back; something else is never let go. */
async function plantShares({ analyst, officer }: CaseOffice, { site, worker, told }: { readonly site: string; readonly worker: AtWork; readonly told: Told }) {
  const [share, draft] = [sharing(site, told, 'share'), sharing(site, told, 'draft')]
  for (const each of [share, draft]) await kept(analyst, '/api/shares', each)
  const act = inTurn(`/api/shares/${share.id}/acts`, 1)
  await act(officer, { act: 'release' })
  await act(officer, { act: 'correct', because: told('corrected'), passed: { says: told('corrected-says'), facts: [factOf(told('corrected-fact'))] } })
  await act(analyst, { act: 'release' })
  await act(officer, { act: 'recall', ground: 'error', says: told('recalled') })
  const answered = await worker.post(`/api/shared-with-us/${share.id}/acts`, { id: newId(), act: 'acknowledge-recall', outcome: 'kept', because: told('kept-because') }, { 'x-daylight-look': 'care' })
  if (!answered.ok) throw new Error(await answered.text())
  return { share: share.id, draft: draft.id }
}

/** A request of somebody, with everything that is done about it. */
async function plantRequest({ officer }: CaseOffice, site: string, told: Told): Promise<string> {
  const request = newId()
  const act = inTurn(`/api/requests/${request}/acts`, 1)
  await kept(officer, '/api/requests', {
    id: request, wants: 'know', through: 'themselves', identity: 'document-seen', mandate: 'unknown', goBetweenIs: 'unknown', language: 'th', channel: 'in-person',
    channelSays: told('channel'), standsAs: ['victim'], says: told('asked'), receivedAt: '2031-03-03T08:00:00Z',
  })
  const acts = [
    { act: 'check-identity', identity: 'known-to-partner', mandate: 'seen', goBetweenIs: 'in-no-file', says: told('identity-checked') },
    { act: 'note-holding', file: `site/${site}`, report: null, basis: 'task-of-authority', says: told('holding') },
    { act: 'correct', file: `site/${site}`, entry: null, says: told('correction') },
    { act: 'restrict', file: `site/${site}`, because: 'accuracy-contested', says: told('restricted') },
    { act: 'lift-restriction', file: `site/${site}`, toldBefore: 'yes', because: told('lifted') },
    { act: 'answer', outcome: 'granted-in-part', grounds: ['protects-others'], groundsAre: 'told', reason: told('reason'), words: told('answer-words'), wordsOfTheFile: told('answer-in-ours'), complainTo: told('complain-to'), hold: 'not-asked' },
    { act: 'tell', how: 'in-person', toldAt: '2031-03-03T08:01:00Z', interpreted: 'yes', complaintTold: 'yes', says: told('told-them') },
    { act: 'forward-complaint', to: told('complaint-to'), at: '2031-03-03T08:01:00Z', says: told('complaint') },
    { act: 'close', because: 'told', says: told('request-closed') },
  ]
  for (const each of acts) await act(officer, each)
  return request
}

/** All of it, and a search for somebody by words that are nowhere. */
export async function plantActs(here: CaseOffice, told: Told): Promise<PlantedActs> {
  const worker = await atWork(here, 'case-worker')
  const site = await plantNeed(here, told)
  const source = await plantHandling(here, told)
  const passed = await plantShares(here, { site, worker, told })
  const request = await plantRequest(here, site, told)
  return { site, source, ...passed, request, worker }
}
