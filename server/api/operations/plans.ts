import { ACT_REFUSALS, CASE_REFUSALS, DECISION_REFUSALS, type ApiOperation } from '../operation.ts'

const ID = '7c1e9a52-3b0d-4b8e-9d7a-0a5f6c2b1e48'
const ACT = '5b0c2a7e-1f1d-4a3e-8f6b-2f1f0a9c7d21'
const PLAN = [{ name: 'id', says: 'The id of a plan', example: ID }]
const VERSION = { name: 'version', says: 'A version of the plan; the last where it is left out', example: '3' }
const LOOKING = [...CASE_REFUSALS, 'access/no-such-file', 'reading/unknown-field', 'reading/wrong-value'] as const

/** Plans: each part as it was written, how the whole reads, and who let it go ahead on what. */
export const PLANS: readonly ApiOperation[] = [
  {
    id: 'plans', method: 'GET', path: '/api/plans', needs: 'a-session',
    summary: 'Every plan',
    says: 'A page of the list, what changed last first. Where a plan stands is as its last act left it; that leave has lapsed is computed when it is opened.',
    asks: [{ name: 'cursor', says: 'The cursor that the page before gave', example: 'WzEyXQ' }, { name: 'limit', says: 'How many at most, from 1 to 200', example: '50' }],
    gives: { schema: 'Plans', many: 'one' },
    refuses: [...CASE_REFUSALS, 'reading/unknown-field', 'reading/wrong-value'],
  },
  {
    id: 'open-plan', method: 'POST', path: '/api/plans', needs: 'a-session', makes: 'something-new',
    summary: 'Open a plan',
    says: 'For a site that is there, with the hour of entry. For planners.',
    takes: { schema: 'PlanOpened', many: 'one', example: { id: ID, site: '0d9f3c1e-6f0b-4a52-9a43-1c7a2f1e5b60', at: '2031-03-06T05:30:00Z' } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, 'ledger/stale', 'case/no-such-site'],
  },
  {
    id: 'plan', method: 'GET', path: '/api/plans/{id}', needs: 'a-session', within: PLAN,
    summary: 'One plan',
    says: 'The plan with what is known of its site, in the format of operations, with what keeps whoever asks from authorising it. The ETag is the version of its file.',
    asks: [VERSION],
    gives: { schema: 'Plan', many: 'one' },
    refuses: [...LOOKING, 'case/no-such-version'],
  },
  {
    id: 'plan-reading', method: 'GET', path: '/api/plans/{id}/reading', needs: 'a-session', within: PLAN,
    summary: 'How a plan reads',
    says: 'Smart, not ready or blind, for any version of it and as known at any instant.',
    asks: [VERSION, { name: 'knownAt', says: 'With the site as known at this instant', example: '2031-03-05T18:00:00Z' }],
    gives: { schema: 'Assessment', many: 'one' },
    refuses: [...LOOKING, 'case/no-such-version'],
  },
  {
    id: 'plan-act', method: 'POST', path: '/api/plans/{id}/acts', needs: 'a-session', within: PLAN, decides: 'sometimes',
    summary: 'Write a part of a plan, decide on it, or record what became of it',
    says: 'write, authorise and refuse are decided on a version and name it. Standing down, declaring danger and recording an entry never wait.',
    takes: { schema: 'PlanAct', many: 'one', example: { id: ACT, act: 'authorise' } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [
      ...ACT_REFUSALS, ...DECISION_REFUSALS, 'access/no-such-file', 'plan/not-an-authorising-officer', 'plan/own-plan', 'plan/entered', 'plan/stood-down', 'plan/urgent-track',
      'plan/hour-has-passed', 'plan/already-authorised', 'plan/blind', 'plan/not-ready', 'plan/review-in-the-past',
    ],
  },
  {
    id: 'plan-compare', method: 'GET', path: '/api/plans/{id}/compare', needs: 'a-session', within: PLAN,
    summary: 'Two versions of a plan side by side',
    says: 'Each part that differs, entry by entry.',
    asks: [{ name: 'from', says: 'A version', example: '1' }, { name: 'to', says: 'Another', example: '4' }],
    gives: { schema: 'Comparison', many: 'one' },
    refuses: [...LOOKING, 'reading/missing-field', 'case/no-such-version'],
  },
  {
    id: 'plan-authorised', method: 'GET', path: '/api/plans/{id}/authorised/{entry}', needs: 'a-session', within: [...PLAN, { name: 'entry', says: 'The entry that gave leave', example: ACT }],
    summary: 'What was known when a plan was authorised',
    says: 'The plan and its site as they lay before whoever authorised it, and everything that has come since.',
    gives: { schema: 'KnownWhen', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/no-such-file', 'case/not-authorised-there'],
  },
  {
    id: 'plan-timeline', method: 'GET', path: '/api/plans/{id}/timeline', needs: 'a-session', within: PLAN,
    summary: 'What was done with a plan',
    says: 'Every entry of its file in the order in which it was taken in.',
    gives: { schema: 'Timeline', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/no-such-file'],
  },
]
