import { ACT_REFUSALS, CASE_REFUSALS, DECISION_REFUSALS, type ApiOperation } from '../operation.ts'
import type { ProblemCode } from '../../http/status.ts'

const ID = '5d1c7a2e-3b4f-4e6a-9c8d-7f0e1a2b3c4d'
const ACT = '7e2f9b1c-4d5a-4b6c-8d7e-9f0a1b2c3d4e'
const FACT = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d'
const SITE = '2a9d1f6c-8e4b-4c1a-b7d3-5e0f9c8a7b61'
const SHARE = [{ name: 'id', says: 'The id of something passed on', example: ID }]
const PAGE = [{ name: 'cursor', says: 'The cursor that the page before gave', example: 'WzEyXQ' }, { name: 'limit', says: 'How many at most, from 1 to 200', example: '50' }]
const QUERY = ['reading/unknown-field', 'reading/wrong-value'] as const
const PASSED = { says: 'Please keep twelve places ready from Monday', facts: [{ id: FACT, says: 'About a dozen may need a bed', about: 'victim', restsOn: ['escaped-worker', 'inspection'], tells: { kind: 'not-told', time: 'week' }, controller: 'unit', basis: 'task-of-authority' }] }

const WRITING = ['share/nothing-to-pass-on', 'share/no-such-report', 'share/basis-not-theirs', 'share/consent-not-in-writing', 'share/no-such-organisation'] as const satisfies readonly ProblemCode[]
const CHECKING = ['share/nothing-waits', 'share/no-such-finding', 'share/not-the-controller', 'share/still-exposed', 'share/delay-too-short', 'share/not-coarse-enough'] as const satisfies readonly ProblemCode[]
const LETTING_GO = [
  'share/own-share', 'share/receiver-may-not-hold', 'share/partner-and-enforcement', 'share/handling-forbids', 'share/marked-too-widely', 'share/would-be-noticed', 'share/names-a-source',
  'share/findings-open', 'share/delayed', 'share/no-emergency', 'share/two-not-told', 'share/told-may-not-review',
] as const satisfies readonly ProblemCode[]

/** What leaves, and what came. */
export const SHARES: readonly ApiOperation[] = [
  {
    id: 'exposure', method: 'POST', path: '/api/sites/{id}/exposure', needs: 'a-session', within: [{ name: 'id', says: 'The id of a site', example: SITE }],
    summary: 'Check who could have known',
    says: 'Of facts somebody means to pass on: those that only one source could have known, with what might be done about each. It decides nothing, and nothing is kept.',
    takes: { schema: 'ExposureAsked', many: 'one', example: { facts: [{ id: FACT, restsOn: ['escaped-worker'] }] } },
    gives: { schema: 'Exposure', many: 'one' },
    refuses: [...ACT_REFUSALS, 'access/no-such-file'],
  },
  {
    id: 'shares', method: 'GET', path: '/api/shares', needs: 'a-session',
    summary: 'What left',
    says: 'The log of what was passed on by the organisation of whoever asks: to whom, when, by whom, on which ground, and what became of it.',
    asks: [...PAGE, { name: 'site', says: 'Only what was passed on from this site', example: SITE }],
    gives: { schema: 'Shares', many: 'one' },
    refuses: [...CASE_REFUSALS, ...QUERY],
  },
  {
    id: 'receivers', method: 'GET', path: '/api/shares/receivers', needs: 'a-session',
    summary: 'To whom something can be passed on',
    says: 'The other organisations that work here, with their people; to those who only receive, none.',
    gives: { schema: 'Receivers', many: 'one' },
    refuses: CASE_REFUSALS,
  },
  {
    id: 'prepare-share', method: 'POST', path: '/api/shares', needs: 'a-session', makes: 'something-new',
    summary: 'Prepare what is to be passed on',
    says: 'Nothing leaves by it: somebody else lets it go. Each fact names who answers for the data, and the ground of law.',
    takes: {
      schema: 'SharePrepared', many: 'one',
      example: {
        id: ID, site: SITE, to: { organisation: 'river-shelter', audience: 'clients', named: [] }, content: 'tasking', asks: 'keep-places-ready', marking: { sharing: 'TLP:AMBER', action: 'PAP:RED' },
        passed: PASSED, purpose: 'Shelter after an operation', conditions: 'For those on duty alone', inWriting: 'no',
      },
    },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, ...WRITING, 'ledger/stale', 'access/no-such-file', 'share/not-another-organisation'],
  },
  {
    id: 'share', method: 'GET', path: '/api/shares/{id}', needs: 'a-session', within: SHARE,
    summary: 'Something passed on, as its sender sees it',
    says: 'With what the check finds and what keeps whoever asks from letting it go. The ETag is the version to decide on.',
    gives: { schema: 'Share', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/no-such-file'],
  },
  {
    id: 'share-act', method: 'POST', path: '/api/shares/{id}/acts', needs: 'a-session', within: SHARE, decides: 'always',
    summary: 'Answer a finding, let it go, correct it or call it back',
    says: 'Never let go by whoever wrote it, nor while a finding has no answer. At once, by one person, only where a life is in danger; two are told, and another looks at it afterwards.',
    takes: { schema: 'ShareAct', many: 'one', example: { id: ACT, act: 'recall', ground: 'error', says: 'The number of places was wrong' } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, ...DECISION_REFUSALS, ...WRITING, ...CHECKING, ...LETTING_GO, 'access/no-such-file', 'share/not-released', 'share/recalled-already', 'share/nothing-to-review', 'share/own-release'],
  },
  {
    id: 'shared-with-us', method: 'GET', path: '/api/shared-with-us', needs: 'a-session',
    summary: 'What was passed to us',
    says: 'To the organisation of whoever asks, or to them by name.',
    asks: PAGE,
    gives: { schema: 'SharedWithUs', many: 'one' },
    refuses: [...CASE_REFUSALS, ...QUERY],
  },
  {
    id: 'received', method: 'GET', path: '/api/shared-with-us/{id}', needs: 'a-session', within: SHARE,
    summary: 'Something passed to us',
    says: 'The version that was let go, and nothing that leads back into a file. Once it is called back its words are gone.',
    gives: { schema: 'Received', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/no-such-file'],
  },
  {
    id: 'received-act', method: 'POST', path: '/api/shared-with-us/{id}/acts', needs: 'a-session', within: SHARE,
    summary: 'Acknowledge it, or say what became of what was called back',
    says: 'What was called back is deleted, or kept with a reason.',
    takes: { schema: 'ReceivedAct', many: 'one', example: { id: ACT, act: 'acknowledge-recall', outcome: 'deleted', because: '' } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, 'access/no-such-file', 'share/not-released', 'share/recalled-already', 'share/not-recalled', 'share/kept-without-reason'],
  },
]
