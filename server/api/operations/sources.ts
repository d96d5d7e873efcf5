import { ACT_REFUSALS, CASE_REFUSALS, DECISION_REFUSALS, type ApiOperation } from '../operation.ts'

const ID = '2a9d1f6c-8e4b-4c1a-b7d3-5e0f9c8a7b61'
const ACT = '5b0c2a7e-1f1d-4a3e-8f6b-2f1f0a9c7d21'
const [HANDLER, CONTROLLER] = ['9f0a1b2c-3d4e-4f5a-8b6c-7d8e9f0a1b2c', '1c2d3e4f-5a6b-4c7d-9e8f-0a1b2c3d4e5f']
const SOURCE = [{ name: 'id', says: 'The id of a source', example: ID }]
const PAGE = [{ name: 'cursor', says: 'The cursor that the page before gave', example: 'WzEyXQ' }, { name: 'limit', says: 'How many at most, from 1 to 200', example: '50' }]

/** What may stand in the way of deciding about a source. */
const WHY_NOT = [
  'source/handler-is-controller', 'source/was-held', 'source/under-control', 'source/ended-already', 'source/not-an-authorising-officer', 'source/authoriser-answers-for-them',
  'source/risks-not-explained', 'source/not-known-to-be-an-adult', 'source/beyond-the-term', 'source/no-use-to-review',
] as const

/** Why a source is not given to somebody. */
const NOT_GIVEN = ['source/not-a-colleague', 'source/not-vouched', 'source/of-another-organisation', 'source/may-not-handle', 'source/may-not-oversee'] as const

/** The register of sources: who may be asked to look, and how they are looked after. */
export const SOURCES: readonly ApiOperation[] = [
  {
    id: 'sources', method: 'GET', path: '/api/sources', needs: 'a-session',
    summary: 'The register of sources',
    says: 'By their drawn names. Who they are stands in none of it; of somebody who is protected, only whom to ask stands there for others. Each file on the page is opened, and that is logged.',
    asks: PAGE,
    gives: { schema: 'Sources', many: 'one' },
    refuses: [...CASE_REFUSALS, 'reading/unknown-field', 'reading/wrong-value'],
  },
  {
    id: 'register-source', method: 'POST', path: '/api/sources', needs: 'a-session', makes: 'something-new',
    summary: 'Enter somebody into the register',
    says: 'The name they go by is drawn. Two people answer for them, never one.',
    takes: { schema: 'SourceRegistered', many: 'one', example: { id: ID, kind: 'informant-tested', protected: 'yes', underControl: 'no', age: 'adult', handler: HANDLER, controller: CONTROLLER } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, 'access/not-permitted', 'ledger/stale', 'source/handler-is-controller', ...NOT_GIVEN],
  },
  {
    id: 'source', method: 'GET', path: '/api/sources/{id}', needs: 'a-session', within: SOURCE,
    summary: 'One source',
    says: 'Who they are is told to their handler and their controller, and to nobody else. What passes between them is told to these and to oversight; of the rest, sight says how much is for whoever asks.',
    gives: { schema: 'Source', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/no-such-file'],
  },
  {
    id: 'source-act', method: 'POST', path: '/api/sources/{id}/acts', needs: 'a-session', within: SOURCE, decides: 'sometimes',
    summary: 'Record or decide something of a source',
    says: 'give-charge, authorise, review-use and end are decisions and name the version they were decided on. authorise and review-use are for authorising officers who neither handle nor oversee them. Of somebody who is protected, all else is recorded by those who answer for them; that somebody is safe or free is theirs to say of anybody.',
    takes: { schema: 'SourceAct', many: 'one', example: { id: ACT, act: 'judge-outcome', report: 'escaped-worker', outcome: 'borne-out', because: 'They were found where it was said' } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, ...DECISION_REFUSALS, 'access/no-such-file', 'access/not-permitted', 'source/answered-for-by-others', 'source/not-their-report', ...NOT_GIVEN, ...WHY_NOT],
  },
  {
    id: 'source-looks', method: 'GET', path: '/api/sources/{id}/looks', needs: 'a-session', within: SOURCE,
    summary: 'Who opened a source',
    says: 'The access log of this file, the newest first: for those who answer for them and for oversight; for an authorising officer without the moments at which they were weighed for a site.',
    asks: [{ name: 'cursor', says: 'The cursor that the page before gave', example: '1200' }, { name: 'limit', says: 'How many at most, from 1 to 200', example: '50' }],
    gives: { schema: 'Looks', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/no-such-file', 'access/not-permitted', 'reading/unknown-field', 'reading/wrong-value'],
  },
]
