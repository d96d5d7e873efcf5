import { ACT_REFUSALS, CASE_REFUSALS, DECISION_REFUSALS, type ApiOperation } from '../operation.ts'

const ID = '5b0c2a7e-1f1d-4a3e-8f6b-2f1f0a9c7d21'
const FILE = [{ name: 'kind', says: 'site, plan or source', example: 'site' }, { name: 'id', says: 'The id of the file', example: ID }]

/** Who needs to know a file, and the glass that is broken where a life is in danger. */
export const NEED: readonly ApiOperation[] = [
  {
    id: 'need', method: 'GET', path: '/api/need/{kind}/{id}', needs: 'a-session', within: FILE,
    summary: 'Who needs to know a file',
    says: 'Whose the file is, how far it reaches, who is named for it and why, and each time somebody opened it because of danger. The ETag is the version to decide on.',
    gives: { schema: 'Need', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/no-such-file'],
  },
  {
    id: 'act-on-need', method: 'POST', path: '/api/need/{kind}/{id}/acts', needs: 'a-session', within: FILE, decides: 'always',
    summary: 'Say who needs to know',
    says: 'Name somebody for a file, end that, or have the file reach only those named. A file that reaches only those named is never left without anybody.',
    takes: { schema: 'NeedAct', many: 'one', example: { id: ID, act: 'name', person: '0d9f3c1e-6f0b-4a52-9a43-1c7a2f1e5b60', because: 'Leads the interviews on the day' } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, ...DECISION_REFUSALS, 'access/no-such-file', 'need/not-a-colleague', 'need/never-reads', 'need/named-already', 'need/not-named', 'need/last-one', 'need/nobody-named'],
  },
  {
    id: 'glasses', method: 'GET', path: '/api/glasses', needs: 'a-session',
    summary: 'Broken glasses that nobody reviewed yet',
    says: 'For those who were told, and those who review.',
    gives: { schema: 'Glasses', many: 'one' },
    refuses: CASE_REFUSALS,
  },
  {
    id: 'break-glass', method: 'POST', path: '/api/glasses', needs: 'a-session',
    summary: 'Open a file because somebody is in danger',
    says: 'By the number of a site or a plan. It opens for four hours; two people are told at once; it is reviewed by somebody else.',
    takes: { schema: 'Glass', many: 'one', example: { id: ID, number: 'S-12', danger: 'life', says: 'A person there telephoned: they are to be moved tonight' } },
    gives: { schema: 'GlassBroken', many: 'one' },
    refuses: [...ACT_REFUSALS, 'access/no-such-file', 'need/judged-wrong'],
  },
  {
    id: 'review-glass', method: 'POST', path: '/api/glasses/{id}/review', needs: 'a-session', within: [{ name: 'id', says: 'The id of the broken glass', example: ID }],
    summary: 'Review a broken glass',
    says: 'Whether it was rightly broken, by somebody else than whoever broke it.',
    takes: { schema: 'GlassReview', many: 'one', example: { id: '9c2d7e1a-1f1d-4a3e-8f6b-2f1f0a9c7d22', judgement: 'rightly-broken', says: 'She was reached in time' } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, 'ledger/stale', 'access/no-such-file', 'need/no-such-glass', 'need/own-glass', 'need/reviewed-already'],
  },
]
