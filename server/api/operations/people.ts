import type { ProblemCode } from '../../http/status.ts'
import { BODY_REFUSALS, SESSION_REFUSALS, type ApiOperation } from '../operation.ts'

const PERSON = [{ name: 'id', says: 'The id of somebody who works here', example: '0d9f3c1e-6f0b-4a52-9a43-1c7a2f1e5b60' }]
const ORGANISATION = [{ name: 'id', says: 'The id of an organisation that works here', example: 'unit' }]

/** What whoever does not keep the list of people is answered. */
const KEEPING = [...SESSION_REFUSALS, 'access/not-permitted'] as const satisfies readonly ProblemCode[]
const CHANGING = [...KEEPING, 'session/step-up'] as const satisfies readonly ProblemCode[]
const PLACING = ['people/no-such-organisation', 'people/role-not-in-organisation'] as const satisfies readonly ProblemCode[]

/** Which organisations and people work here, and who vouches for whom. */
export const PEOPLE: readonly ApiOperation[] = [
  {
    id: 'organisations', method: 'GET', path: '/api/organisations', needs: 'a-session',
    summary: 'Which organisations work here',
    says: 'For the administrator. The unit itself comes first, and is there from the start.',
    gives: { schema: 'Organisations', many: 'one' },
    refuses: KEEPING,
  },
  {
    id: 'new-organisation', method: 'POST', path: '/api/organisations', needs: 'a-session',
    summary: 'Add an organisation',
    says: 'For the administrator. Its kind tells which roles its people may hold, and never changes: no partner holds a role of enforcement.',
    takes: { schema: 'NewOrganisation', many: 'one', example: { kind: 'ngo', name: 'Invented river shelter' } },
    gives: { schema: 'Organisation', many: 'one' },
    refuses: [...BODY_REFUSALS, ...CHANGING, 'organisations/name-taken'],
  },
  {
    id: 'name-organisation', method: 'POST', path: '/api/organisations/{id}/name', needs: 'a-session', within: ORGANISATION,
    summary: 'Give an organisation another name',
    says: 'For the administrator. That of the unit can be changed too.',
    takes: { schema: 'OrganisationName', many: 'one', example: { name: 'Invented unit' } },
    gives: { schema: 'Organisation', many: 'one' },
    refuses: [...BODY_REFUSALS, ...CHANGING, 'organisations/not-here', 'organisations/name-taken'],
  },
  {
    id: 'people', method: 'GET', path: '/api/people', needs: 'a-session',
    summary: 'Who works here',
    says: 'For the administrator. Those who left stand in it too.',
    gives: { schema: 'People', many: 'one' },
    refuses: KEEPING,
  },
  {
    id: 'new-person', method: 'POST', path: '/api/people', needs: 'a-session',
    summary: 'Add somebody',
    says: 'For the administrator. The one-time password in the answer is told this once. A sign-in name is given once and never again. Whoever is to work on cases opens nothing until a colleague of the same organisation vouches for them; the first of an organisation has nobody who could.',
    takes: { schema: 'NewPerson', many: 'one', example: { signInName: 'invented.analyst', name: 'Invented Analyst', role: 'analyst', organisation: 'unit' } },
    gives: { schema: 'HandOver', many: 'one' },
    refuses: [...BODY_REFUSALS, ...CHANGING, ...PLACING, 'people/name-taken'],
  },
  {
    id: 'place', method: 'POST', path: '/api/people/{id}/place', needs: 'a-session', within: PERSON,
    summary: 'Another role or organisation for somebody',
    says: 'For the administrator. Their sessions end at once, and a colleague there vouches for them anew. What they held before stays in the history.',
    takes: { schema: 'Place', many: 'one', example: { role: 'planner', organisation: 'unit' } },
    gives: { schema: 'Person', many: 'one' },
    refuses: [...BODY_REFUSALS, ...CHANGING, ...PLACING, 'people/not-here', 'people/has-left', 'people/last-administrator'],
  },
  {
    id: 'new-password', method: 'POST', path: '/api/people/{id}/password', needs: 'a-session', within: PERSON,
    summary: 'A new one-time password for somebody',
    says: 'For the administrator, when a password was lost. Sessions under the old one end at once, and a colleague vouches for them anew.',
    gives: { schema: 'HandOver', many: 'one' },
    refuses: [...CHANGING, 'people/not-here', 'people/has-left'],
  },
  {
    id: 'leave', method: 'POST', path: '/api/people/{id}/leave', needs: 'a-session', within: PERSON,
    summary: 'Somebody has left',
    says: 'For the administrator. Their sessions end at once; what they recorded stays theirs.',
    gives: { schema: 'Person', many: 'one' },
    refuses: [...CHANGING, 'people/not-here', 'people/has-left', 'people/last-administrator'],
  },
  {
    id: 'waiting', method: 'GET', path: '/api/people/waiting', needs: 'a-session',
    summary: 'Who waits to be vouched for',
    says: 'For whoever works on cases: those of their own organisation alone.',
    gives: { schema: 'Waiting', many: 'one' },
    refuses: [...SESSION_REFUSALS, 'people/may-not-vouch'],
  },
  {
    id: 'vouch', method: 'POST', path: '/api/people/{id}/vouch', needs: 'a-session', within: PERSON,
    summary: 'Vouch for a colleague',
    says: 'Says: I know this person, and what they sign in with was handed over in person. For a colleague of the same organisation who works on cases, is vouched for, and did not make the account. Whoever is of another organisation is answered as nobody.',
    gives: { schema: 'Waiting', many: 'one' },
    refuses: [...SESSION_REFUSALS, 'session/step-up', 'people/may-not-vouch', 'people/not-here', 'people/has-left', 'people/needs-no-vouching', 'people/one-time-password'],
  },
]
