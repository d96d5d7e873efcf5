import { ACT_REFUSALS, CASE_REFUSALS, DECISION_REFUSALS, type ApiOperation } from '../operation.ts'

const ID = '2a9d1f6c-8e4b-4c1a-b7d3-5e0f9c8a7b61'
const ACT = '5b0c2a7e-1f1d-4a3e-8f6b-2f1f0a9c7d21'
const [HANDLER, CONTROLLER] = ['9f0a1b2c-3d4e-4f5a-8b6c-7d8e9f0a1b2c', '1c2d3e4f-5a6b-4c7d-9e8f-0a1b2c3d4e5f']
const SOURCE = [{ name: 'id', says: 'The id of a source', example: ID }]
const PAGE = [{ name: 'cursor', says: 'The cursor that the page before gave', example: 'WzEyXQ' }, { name: 'limit', says: 'How many at most, from 1 to 200', example: '50' }]

/** The register of sources, what is due, policy, and what is found and followed across all files. */
export const BOARDS: readonly ApiOperation[] = [
  {
    id: 'sources', method: 'GET', path: '/api/sources', needs: 'a-session',
    summary: 'The register of sources',
    says: 'By their drawn names. Who they are stands in none of it; each file on the page is opened, and that is logged.',
    asks: PAGE,
    gives: { schema: 'Sources', many: 'one' },
    refuses: [...CASE_REFUSALS, 'reading/unknown-field', 'reading/wrong-value'],
  },
  {
    id: 'register-source', method: 'POST', path: '/api/sources', needs: 'a-session', makes: 'something-new',
    summary: 'Enter somebody into the register',
    says: 'The name they go by is drawn. Two people answer for them, never one.',
    takes: { schema: 'SourceRegistered', many: 'one', example: { id: ID, kind: 'informant-tested', protected: 'yes', underControl: 'no', handler: HANDLER, controller: CONTROLLER } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, 'ledger/stale', 'source/handler-is-controller'],
  },
  {
    id: 'source', method: 'GET', path: '/api/sources/{id}', needs: 'a-session', within: SOURCE,
    summary: 'One source',
    says: 'Who they are is told to their handler and their controller, and to nobody else.',
    gives: { schema: 'Source', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/no-such-file'],
  },
  {
    id: 'source-act', method: 'POST', path: '/api/sources/{id}/acts', needs: 'a-session', within: SOURCE, decides: 'sometimes',
    summary: 'Record or decide something of a source',
    says: 'give-charge is a decision and names the version it was decided on. For analysts and planners.',
    takes: { schema: 'SourceAct', many: 'one', example: { id: ACT, act: 'judge-outcome', report: 'escaped-worker', outcome: 'borne-out', because: 'They were found where it was said' } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, ...DECISION_REFUSALS, 'access/no-such-file', 'source/handler-is-controller', 'source/not-registered'],
  },
  {
    id: 'due', method: 'GET', path: '/api/due', needs: 'a-session',
    summary: 'What is due',
    says: 'Tasks, leads, plans that do not go ahead and reports to be looked at again, for whoever asks or for all. No file is opened for it.',
    asks: [{ name: 'whose', says: 'mine, or all', example: 'mine' }],
    gives: { schema: 'Due', many: 'one' },
    refuses: [...CASE_REFUSALS, 'reading/unknown-field', 'reading/wrong-value'],
  },
  {
    id: 'colleagues', method: 'GET', path: '/api/colleagues', needs: 'a-session',
    summary: 'Whom something can be given to',
    says: 'Everybody who works on cases here now, by name.',
    gives: { schema: 'Colleagues', many: 'one' },
    refuses: CASE_REFUSALS,
  },
  {
    id: 'policy', method: 'GET', path: '/api/policy', needs: 'a-session',
    summary: 'The policy in force',
    says: 'Every value with its source, who stands behind it and each signing. The ETag is the version to sign on.',
    gives: { schema: 'Policy', many: 'one' },
    refuses: CASE_REFUSALS,
  },
  {
    id: 'sign-policy', method: 'POST', path: '/api/policy/acts', needs: 'a-session', decides: 'always',
    summary: 'Sign a value of policy',
    says: 'For authorising officers, on the version that was read. It governs every reading from then on, and none before.',
    takes: { schema: 'PolicyAct', many: 'one', example: { id: ACT, act: 'sign', of: 'gates.number', value: 0.85, source: 'Order 7 of the unit', signedBy: 'Head of unit', asOf: '2031-03-03' } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, ...DECISION_REFUSALS, 'policy/not-an-authorising-officer', 'policy/out-of-range', 'policy/no-such-way'],
  },
  {
    id: 'search', method: 'GET', path: '/api/search', needs: 'a-session',
    summary: 'Find a site, a plan or a source',
    says: 'By number, jurisdiction, kind of venue or drawn name. Words that are sealed are searched by nobody.',
    asks: [{ name: 'q', says: 'Part of what is sought', example: 'S-12' }],
    gives: { schema: 'Found', many: 'one' },
    refuses: [...CASE_REFUSALS, 'reading/unknown-field', 'reading/missing-field', 'reading/wrong-value'],
  },
  {
    id: 'events', method: 'GET', path: '/api/events', needs: 'a-session',
    summary: 'What changes, as it changes',
    says: 'Server-sent events: the stream, its version and the family of each entry, without a word of it. Last-Event-ID goes on where it broke off. Progress of what takes longer comes as the event progress, to whoever began it.',
    gives: 'a-stream',
    refuses: CASE_REFUSALS,
  },
]
