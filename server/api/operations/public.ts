import { BODY_REFUSALS, type ApiOperation } from '../operation.ts'

/** What everybody may ask, signed in or not. Nothing that is sent is kept. */
export const PUBLIC: readonly ApiOperation[] = [
  {
    id: 'assess', method: 'POST', path: '/api/assess',
    summary: 'Smart, not ready, or blind',
    says: 'Reads one operation or a list: a plan, a past operation, or a lead on which nobody acted. Each answer names what it rests on and what would change it. On a plan silence fails; of a past operation it is unknown.',
    takes: { schema: 'Operation', many: 'one-or-a-list', example: 'assess' },
    gives: { schema: 'Assessment', many: 'one-or-a-list' },
    refuses: BODY_REFUSALS,
  },
  {
    id: 'certainty', method: 'POST', path: '/api/certainty',
    summary: 'How certain is it that victims are present',
    says: 'Reads one case or a list, and answers with a number, its interval, the five gates, how long it holds, and every step of the computation.',
    takes: { schema: 'CertaintyCase', many: 'one-or-a-list', example: 'certainty' },
    gives: { schema: 'Certainty', many: 'one-or-a-list' },
    refuses: BODY_REFUSALS,
  },
  {
    id: 'law', method: 'GET', path: '/api/law',
    summary: 'The catalogue of law',
    says: 'Offences with their elements and penalties, the rules that spare victims punishment, the instruments behind them, and what has proved each element before. Every row says how surely it was read.',
    asks: [{ name: 'jurisdiction', says: 'Only the offences of this jurisdiction and the rules beside them: its two letters (ISO 3166-1)', example: 'US' }],
    gives: { schema: 'Law', many: 'one' },
    refuses: ['reading/unknown-field', 'reading/wrong-value'],
  },
  {
    id: 'elements', method: 'POST', path: '/api/law',
    summary: 'One offence, element by element',
    says: 'Answers what is held of each element, where the offence departs from the Palermo Protocol, and what must still be found at the scene.',
    takes: { schema: 'LawQuestion', many: 'one', example: 'law' },
    gives: { schema: 'Elements', many: 'one' },
    refuses: BODY_REFUSALS,
  },
  {
    id: 'operation-schema', method: 'GET', path: '/api/schema/operation',
    summary: 'The JSON Schema of an operation',
    says: 'Draft 2020-12, for editors and other programs. Checks that need the whole file are not in it.',
    gives: 'a-document',
    refuses: [],
  },
  {
    id: 'certainty-schema', method: 'GET', path: '/api/schema/certainty',
    summary: 'The JSON Schema of a certainty case',
    says: 'Draft 2020-12, for editors and other programs.',
    gives: 'a-document',
    refuses: [],
  },
  {
    id: 'document', method: 'GET', path: '/api/openapi.json',
    summary: 'This API as an OpenAPI document',
    says: 'OpenAPI 3.1, made from the same shapes that read and answer.',
    gives: 'a-document',
    refuses: [],
  },
  {
    id: 'health', method: 'GET', path: '/api/health',
    summary: 'Whether the server is up',
    says: 'Answers with the version and the policy in force.',
    gives: { schema: 'Health', many: 'one' },
    refuses: [],
  },
]
