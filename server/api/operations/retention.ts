import { ACT_REFUSALS, CASE_REFUSALS, DECISION_REFUSALS, type ApiOperation } from '../operation.ts'

const ID = '2a9d1f6c-8e4b-4c1a-b7d3-5e0f9c8a7b61'
const ACT = '5b0c2a7e-1f1d-4a3e-8f6b-2f1f0a9c7d21'
const HOLDER = [{ name: 'kind', says: 'Whose words: site, plan, source, report, person, share or request', example: 'site' }, { name: 'id', says: 'Its id', example: ID }]

/** Holds, reviews and forgetting. */
export const RETENTION: readonly ApiOperation[] = [
  {
    id: 'keeping-list', method: 'GET', path: '/api/keeping', needs: 'a-session',
    summary: 'What is due for review, what waits for a second person, and what is held',
    says: 'In the files that whoever asks may read. No file is opened for it. A passed day makes a review due, and no more: nothing is purged by itself.',
    gives: { schema: 'KeepingList', many: 'one' },
    refuses: CASE_REFUSALS,
  },
  {
    id: 'keeping', method: 'GET', path: '/api/keeping/{kind}/{id}', needs: 'a-session', within: HOLDER,
    summary: 'How long something is kept',
    says: 'Its day of review, every hold, what was asked, and whose words a forgetting would reach. Codes, ids, dates and counts; no word of what is kept. The ETag is the version to decide on.',
    gives: { schema: 'Keeping', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/no-such-file'],
  },
  {
    id: 'keeping-act', method: 'POST', path: '/api/keeping/{kind}/{id}/acts', needs: 'a-session', within: HOLDER, decides: 'sometimes',
    summary: 'Hold, review, or forget',
    says: 'Forgetting takes two people, and none while a hold stands: one asks, another agrees within the days that policy sets. Then the keys are destroyed before this answers, and the words are gone for ever, here and in every backup that is restored with the list of forgotten keys. All but placing a hold names the version it was decided on; lifting, asking and agreeing want a fresh proof.',
    takes: { schema: 'KeepingAct', many: 'one', example: { id: ACT, act: 'place-hold', ground: 'proceedings', reference: 'C-12/31', reviewBy: '2031-09-01T00:00:00Z' } },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [
      ...ACT_REFUSALS, ...DECISION_REFUSALS, 'access/no-such-file',
      'retention/no-such-hold', 'retention/hold-of-another', 'retention/review-too-late', 'retention/review-in-the-past', 'retention/not-reviewed', 'retention/not-a-file',
      'retention/held', 'retention/nobody-asked', 'retention/other-asking', 'retention/same-person', 'retention/asking-lapsed', 'retention/reach-moved', 'retention/forgotten-already', 'retention/nothing-to-forget',
    ],
  },
]
