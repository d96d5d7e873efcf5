import { ACT_REFUSALS, CASE_REFUSALS, DECISION_REFUSALS, type ApiOperation } from '../operation.ts'

const ID = '7c3f1a90-5d2e-4b8a-9c61-0e4f2b7d8a35'
const ACT = '5b0c2a7e-1f1d-4a3e-8f6b-2f1f0a9c7d21'
const REQUEST = [{ name: 'id', says: 'The id of a request', example: ID }]

/** The rights desk: people in the files ask what is held of them, correct it, have it restricted, and complain. */
export const REQUESTS: readonly ApiOperation[] = [
  {
    id: 'requests', method: 'GET', path: '/api/requests', needs: 'a-session',
    summary: 'The requests to your organisation',
    says: 'What is due first. No request is opened for it, and nothing is told of those to another organisation.',
    asks: [{ name: 'which', says: 'open, or all', example: 'open' }],
    gives: { schema: 'Requests', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/not-permitted', 'reading/unknown-field', 'reading/wrong-value'],
  },
  {
    id: 'take-request', method: 'POST', path: '/api/requests', needs: 'a-session', makes: 'something-new',
    summary: 'Take a request in',
    says: 'From somebody in the files, or somebody who asks for them. How they can be answered without danger is part of it; a letter is none of the ways.',
    takes: {
      schema: 'RequestReceived', many: 'one',
      example: {
        id: ID, wants: 'know', through: 'trusted-person', identity: 'known-to-partner', mandate: 'seen', goBetweenIs: 'in-no-file', language: 'th', channel: 'through-trusted-person',
        channelSays: 'At the shelter, on Tuesday mornings', standsAs: ['victim'], says: 'What is written about me, and who has read it', receivedAt: '2031-03-03T08:00:00Z',
      },
    },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [...ACT_REFUSALS, 'access/not-permitted', 'ledger/stale'],
  },
  {
    id: 'request', method: 'GET', path: '/api/requests/{id}', needs: 'a-session', within: REQUEST,
    summary: 'One request',
    says: 'With its clock, what protects the person, what stands out, and the answer as it leaves the house.',
    gives: { schema: 'Request', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/not-permitted', 'access/no-such-file'],
  },
  {
    id: 'holdings', method: 'GET', path: '/api/requests/{id}/holdings', needs: 'a-session', within: REQUEST,
    summary: 'Where somebody stands in the files',
    says: 'As the desk noted it, with who answers for each file, on what basis, and who looked. Of a file that is not for you nothing is told.',
    gives: { schema: 'Holdings', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/not-permitted', 'access/no-such-file'],
  },
  {
    id: 'request-act', method: 'POST', path: '/api/requests/{id}/acts', needs: 'a-session', within: REQUEST, decides: 'sometimes',
    summary: 'Record or decide something of a request',
    says: 'extend, answer, lift-restriction and close are decisions and name the version they were decided on. Less than was asked needs a ground, a reason and whom to complain to.',
    takes: {
      schema: 'RequestAct', many: 'one',
      example: {
        id: ACT, act: 'answer', outcome: 'neither-confirmed-nor-denied', grounds: ['protects-others'], groundsAre: 'kept-from-them', reason: 'To say whether would tell who asked',
        words: null, wordsOfTheFile: null, complainTo: 'The authority for data, which answers by telephone too', hold: 'not-asked',
      },
    },
    gives: { schema: 'Kept', many: 'one' },
    refuses: [
      ...ACT_REFUSALS, ...DECISION_REFUSALS, 'access/not-permitted', 'access/no-such-file', 'rights/closed', 'rights/extended-already', 'rights/too-late-to-extend', 'rights/too-long', 'rights/answered-already',
      'rights/no-ground', 'rights/nobody-to-complain-to', 'rights/no-words', 'rights/words-would-tell', 'rights/identity-not-checked', 'rights/no-mandate', 'rights/go-between-in-doubt', 'rights/on-hold',
      'rights/not-for-erasing', 'rights/not-granted', 'rights/not-restricted', 'rights/not-told-before-lifting', 'rights/not-told',
    ],
  },
  {
    id: 'contested', method: 'GET', path: '/api/contested', needs: 'a-session',
    summary: 'Whether a file is contested',
    says: 'For whoever may read the file: that a person contests what stands in it, and since when; not who.',
    asks: [{ name: 'file', says: 'The file by its stream', example: `site/${ID}` }],
    gives: { schema: 'Contested', many: 'one' },
    refuses: [...CASE_REFUSALS, 'access/no-purpose', 'access/no-such-file', 'reading/unknown-field', 'reading/missing-field', 'reading/wrong-value'],
  },
]
