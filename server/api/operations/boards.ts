import { ACT_REFUSALS, CASE_REFUSALS, DECISION_REFUSALS, type ApiOperation } from '../operation.ts'

const ACT = '5b0c2a7e-1f1d-4a3e-8f6b-2f1f0a9c7d21'

/** What is due, policy, and what is found and followed across all files. */
export const BOARDS: readonly ApiOperation[] = [
  {
    id: 'due', method: 'GET', path: '/api/due', needs: 'a-session',
    summary: 'What is due',
    says: 'Tasks, leads, plans that do not go ahead and reports to be looked at again, for whoever asks or for all; and sources, for those who answer for them. No file is opened for it.',
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
