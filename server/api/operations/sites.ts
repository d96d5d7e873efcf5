import { ACT_REFUSALS, CASE_REFUSALS, DECISION_REFUSALS, type ApiOperation } from '../operation.ts'

const ID = '0d9f3c1e-6f0b-4a52-9a43-1c7a2f1e5b60'
const ACT = '5b0c2a7e-1f1d-4a3e-8f6b-2f1f0a9c7d21'
const SITE = [{ name: 'id', says: 'The id of a site', example: ID }]
const KNOWN_AT = { name: 'knownAt', says: 'As known at this instant; now where it is left out', example: '2031-03-05T18:00:00Z' }
const LOOKING = [...CASE_REFUSALS, 'access/no-such-file', 'reading/unknown-field', 'reading/wrong-value'] as const

const REPORT = {
  id: 'escaped-worker', kind: 'escaped-victim', finding: 'present', observedAt: '2031-03-02T20:00:00Z', access: 'saw',
  says: 'Twelve people sew and sleep on the upper floor.', speaksOf: ['victim'],
  answers: { access: 'saw', record: 'unknown', motives: [], content: 'logical' },
  grading: { scheme: 'admiralty', source: 'F', information: '3' }, handling: { sharing: 'TLP:AMBER' }, reviewBy: '2032-03-01T00:00:00Z',
}

/** The first row of a table of reports, and one report below it. docs/report-csv.md has every column. */
const TABLE = [
  'kind,finding,observedAt,says,speaksOf,answerAccess,answerRecord,answerMotives,answerContent,scheme,sourceGrade,informationGrade,sharing,reviewBy',
  'inspector,present,2031-03-02T20:00:00Z,Beds behind the cutting tables,victim,saw,3/1,none,logical,admiralty,B,3,TLP:AMBER,2032-03-01T00:00:00Z',
].join('\n')

/** Sites: what is known of each, how sure, and what is done about it. */
export const SITES: readonly ApiOperation[] = [
  {
    id: 'sites', method: 'GET', path: '/api/sites', needs: 'a-session',
    summary: 'Every site',
    says: 'A page of the list, from what stands in clear, with the number of each as it was last reckoned. Words that are sealed are not searched.',
    asks: [
      { name: 'search', says: 'Part of a number, a jurisdiction or a kind of venue', example: 'workshop' },
      { name: 'sort', says: 'changed (what changed last first), number, or runs-out (what stops holding first)', example: 'number' },
      { name: 'cursor', says: 'The cursor that the page before gave', example: 'WzEyXQ' },
      { name: 'limit', says: 'How many at most, from 1 to 200', example: '50' },
    ],
    gives: { schema: 'Sites', many: 'one' },
    refuses: [...CASE_REFUSALS, 'reading/unknown-field', 'reading/wrong-value'],
  },
  {
    id: 'open-site', method: 'POST', path: '/api/sites', needs: 'a-session', makes: 'something-new',
    summary: 'Open a site',
    says: 'Under the id that was drawn for it; sent again, it is opened once. For analysts and planners.',
    takes: { schema: 'SiteOpened', many: 'one', example: { id: ID, jurisdiction: 'TH', venue: 'resident-workshop', name: 'River road workshop', whereabouts: 'Behind the ferry' } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, 'ledger/stale'],
  },
  {
    id: 'site', method: 'GET', path: '/api/sites/{id}', needs: 'a-session', within: SITE,
    summary: 'One site',
    says: 'Everything recorded of it, as known at any instant. The look is written to the access log first. The ETag is the version of its file.',
    asks: [KNOWN_AT],
    gives: { schema: 'Site', many: 'one' },
    refuses: LOOKING,
  },
  {
    id: 'site-certainty', method: 'GET', path: '/api/sites/{id}/certainty', needs: 'a-session', within: SITE,
    summary: 'How certain it is that victims are present',
    says: 'For the next hour of entry that is planned, or the hour that is asked about, as known at any instant.',
    asks: [{ name: 'at', says: 'The hour of entry', example: '2031-03-06T05:30:00Z' }, KNOWN_AT, { name: 'entry', says: 'planned, or lower-intrusion', example: 'planned' }],
    gives: { schema: 'Certainty', many: 'one' },
    refuses: LOOKING,
  },
  {
    id: 'site-act', method: 'POST', path: '/api/sites/{id}/acts', needs: 'a-session', within: SITE, decides: 'sometimes',
    summary: 'Record or decide something of a site',
    says: 'What somebody saw, heard or did is kept whatever happened meanwhile. close-lead is a decision and names the version it was decided on. Everybody may dissent and answer a task; the rest is for analysts and planners.',
    takes: { schema: 'SiteAct', many: 'one', example: { id: ACT, act: 'receive-report', report: REPORT } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, ...DECISION_REFUSALS, 'access/no-such-file', 'task/nobody-to-send', 'task/under-control', 'task/due-in-the-past', 'source/under-control', 'source/was-held', 'source/not-authorised', 'source/child-and-kin', 'source/ended-already', 'source/not-registered', 'lead/not-owed', 'lead/not-verified', 'lead/no-review-date'],
  },
  {
    id: 'site-reports', method: 'POST', path: '/api/sites/{id}/reports', needs: 'a-session', within: SITE,
    summary: 'Take in a table of reports',
    says: 'CSV in UTF-8 with a row of names, as docs/report-csv.md describes. One broken row keeps all out unless keep is good. The same table sent twice is kept once.',
    asks: [{ name: 'preview', says: 'yes reads the table and keeps nothing', example: 'yes' }, { name: 'keep', says: 'all, or good', example: 'good' }],
    takesTable: { example: TABLE },
    gives: { schema: 'Import', many: 'one' },
    refuses: [...ACT_REFUSALS, 'access/no-such-file', 'reading/not-csv'],
  },
  {
    id: 'site-timeline', method: 'GET', path: '/api/sites/{id}/timeline', needs: 'a-session', within: SITE,
    summary: 'What happened at a site',
    says: 'Every entry of its file in the order in which things happened, as known at any instant.',
    asks: [KNOWN_AT],
    gives: { schema: 'Timeline', many: 'one' },
    refuses: LOOKING,
  },
  {
    id: 'site-looks', method: 'GET', path: '/api/sites/{id}/looks', needs: 'a-session', within: SITE,
    summary: 'Who opened a site',
    says: 'The access log of this file, the newest first.',
    asks: [{ name: 'cursor', says: 'The cursor that the page before gave', example: '1200' }, { name: 'limit', says: 'How many at most, from 1 to 200', example: '50' }],
    gives: { schema: 'Looks', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/no-such-file', 'reading/unknown-field', 'reading/wrong-value'],
  },
]
