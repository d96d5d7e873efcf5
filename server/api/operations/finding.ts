import { BODY_REFUSALS, SESSION_REFUSALS, type ApiOperation } from '../operation.ts'

const SOURCE = [{ name: 'id', says: 'The id of a source', example: '2a9d1f6c-8e4b-4c1a-b7d3-5e0f9c8a7b61' }]

/** Finding people whose words are sealed. */
export const FINDING: readonly ApiOperation[] = [
  {
    id: 'find', method: 'POST', path: '/api/find', needs: 'a-session',
    summary: 'Find somebody',
    says: 'By a name of two parts or more, a name and a birth date, or a telephone number, compared under keys that lie in no database. Each search is counted, and logged with its purpose and without what was typed. Of a source only those who answer for it are told; to anybody else the answer is the same as where nobody is known. Those who answer for the source see that somebody searched.',
    takes: { schema: 'Find', many: 'one', example: { look: 'assessment', name: 'Invented Name', born: '1999' } },
    gives: { schema: 'FoundPeople', many: 'one' },
    refuses: [...BODY_REFUSALS, ...SESSION_REFUSALS, 'access/not-permitted', 'finding/too-little', 'finding/slow-down'],
  },
  {
    id: 'sought', method: 'GET', path: '/api/sources/{id}/sought', needs: 'a-session', within: SOURCE,
    summary: 'Who looked for a source',
    says: 'Searches for people that met this source, for whoever answers for it: who, when and why. What was typed is kept nowhere.',
    gives: { schema: 'Sought', many: 'one' },
    refuses: [...SESSION_REFUSALS, 'access/no-such-file'],
  },
]
