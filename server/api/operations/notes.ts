import { BODY_REFUSALS, SESSION_REFUSALS, type ApiOperation } from '../operation.ts'

const NOTE = '5b0c2a7e-1f1d-4a3e-8f6b-2f1f0a9c7d21'
const PERSON = '9f0a1b2c-3d4e-4f5a-8b6c-7d8e9f0a1b2c'
const KEY = '7c1f8e2d-4b6a-4d3c-9a5e-0f1e2d3c4b5a.1'
const PUBLIC = `B${'A'.repeat(86)}`
const BOX = 'c2VhbGVkIGluIHRoZSBicm93c2Vy'
const ON_NOTE = [{ name: 'id', says: 'The id of a note', example: NOTE }]
const PAGE = [{ name: 'cursor', says: 'The cursor that the page before gave', example: 'WzEyLCJub3RlIl0' }, { name: 'limit', says: 'How many at most, from 1 to 200', example: '50' }]

const PARTNERS = [...SESSION_REFUSALS, 'access/not-permitted', 'store/busy', 'store/unreachable'] as const
const KEEPS = [...BODY_REFUSALS, ...PARTNERS, 'store/disk-full', 'store/read-only'] as const
const ON_WHAT_WAS_READ = ['request/no-version', 'request/no-such-version', 'notes/not-here', 'notes/deleted', 'notes/changed-meanwhile'] as const
const SEALS = ['notes/no-key-yet', 'notes/other-key', 'notes/not-let-in'] as const

/** Partners' notes: sealed in a browser of the partner, and opened there. What passes here are boxes. */
export const NOTES: readonly ApiOperation[] = [
  {
    id: 'notes-keys', method: 'GET', path: '/api/notes/keys', needs: 'a-session',
    summary: 'The keys of my organisation’s notes',
    says: 'For people of an NGO, a social service or child protection. Every private half lies in a box that opens with a passphrase, a colleague’s key, or recovery shares; none of these was ever sent here.',
    gives: { schema: 'NotesKeys', many: 'one' },
    refuses: PARTNERS,
  },
  {
    id: 'own-notes-key', method: 'POST', path: '/api/notes/own-key', needs: 'a-session',
    summary: 'Keep my own key for notes',
    says: 'The first, another after a lost passphrase, or the same under another passphrase. Whoever keeps another key was let in to nothing with it.',
    takes: { schema: 'OwnNotesKey', many: 'one', example: { publicKey: PUBLIC, salt: 'c2FsdA', iterations: 600_000, privateBox: BOX, trustBox: BOX, replaces: null } },
    gives: { schema: 'NotesKeys', many: 'one' },
    refuses: [...KEEPS, 'notes/own-key-changed'],
  },
  {
    id: 'new-notes-key', method: 'POST', path: '/api/notes/keys', needs: 'a-session',
    summary: 'Keep a key of my organisation',
    says: 'Once its recovery shares are on paper and one was typed back. The first, or a newer one by whoever was let in to the last. A key under which no note lies any more is retired by itself.',
    takes: { schema: 'NewNotesKey', many: 'one', example: { version: 1, publicKey: PUBLIC, of: 3, need: 2, set: '0A1B2C3D', recoveryBox: BOX, holding: BOX, typedBack: 2 } },
    gives: { schema: 'NotesKeys', many: 'one' },
    refuses: [...KEEPS, 'notes/no-own-key', 'notes/key-made-already'],
  },
  {
    id: 'let-in-to-notes', method: 'POST', path: '/api/notes/keys/{id}/holdings', needs: 'a-session', within: [{ name: 'id', says: 'The id of a key of one’s organisation', example: KEY }],
    summary: 'Let a colleague in to a key',
    says: 'The box is made in the browser of a colleague who holds the key, after comparing the words of the newcomer’s key. Whoever brought a key back from recovery shares keeps a box for themselves.',
    takes: { schema: 'NewHolding', many: 'one', example: { person: PERSON, publicKey: PUBLIC, box: BOX } },
    gives: { schema: 'NotesKeys', many: 'one' },
    refuses: [...KEEPS, 'notes/not-here', 'notes/not-let-in', 'notes/their-key-changed'],
  },
  {
    id: 'remove-from-notes', method: 'DELETE', path: '/api/notes/colleagues/{id}', needs: 'a-session', within: [{ name: 'id', says: 'The id of somebody of one’s organisation', example: PERSON }],
    summary: 'Take somebody’s boxes away',
    says: 'One’s own, or a colleague’s who left. What they have read they have read: renew the key afterwards.',
    gives: { schema: 'NotesKeys', many: 'one' },
    refuses: [...PARTNERS, 'notes/not-here', 'notes/not-let-in'],
  },
  {
    id: 'notes', method: 'GET', path: '/api/notes', needs: 'a-session', asks: PAGE,
    summary: 'The notes of my organisation',
    says: 'Each as it was written last, in its box. That somebody looked stands in the access log; at which notes, and how many there are, does not.',
    gives: { schema: 'Notes', many: 'one' },
    refuses: [...PARTNERS, 'reading/unknown-field', 'reading/wrong-value'],
  },
  {
    id: 'new-note', method: 'POST', path: '/api/notes', needs: 'a-session', makes: 'something-new',
    summary: 'Keep a note',
    says: 'Sent again under the same id, it is kept once.',
    takes: { schema: 'NewNote', many: 'one', example: { id: NOTE, key: KEY, box: BOX } },
    gives: { schema: 'NoteKept', many: 'one' },
    refuses: [...KEEPS, ...SEALS, 'notes/kept-already'],
  },
  {
    id: 'note', method: 'GET', path: '/api/notes/{id}', needs: 'a-session', within: ON_NOTE,
    summary: 'One note with its earlier versions',
    says: 'The id of another organisation’s note is answered as an id that is nobody’s.',
    gives: { schema: 'NoteVersions', many: 'one' },
    refuses: [...PARTNERS, 'notes/not-here'],
  },
  {
    id: 'change-note', method: 'PUT', path: '/api/notes/{id}', needs: 'a-session', within: ON_NOTE, decides: 'always',
    summary: 'Write a note anew',
    says: 'On the version that was read. The version before stays until the note is deleted.',
    takes: { schema: 'NoteChange', many: 'one', example: { key: KEY, box: BOX } },
    gives: { schema: 'NoteKept', many: 'one' },
    refuses: [...KEEPS, ...SEALS, ...ON_WHAT_WAS_READ],
  },
  {
    id: 'reseal-note', method: 'PUT', path: '/api/notes/{id}/under', needs: 'a-session', within: ON_NOTE, decides: 'always',
    summary: 'Put a note under a newer key',
    says: 'Every version of it, sealed anew in the browser. Who wrote it and when stays.',
    takes: { schema: 'NoteResealed', many: 'one', example: { key: KEY, boxes: [{ version: 1, box: BOX }] } },
    gives: { schema: 'NoteKept', many: 'one' },
    refuses: [...KEEPS, ...SEALS, ...ON_WHAT_WAS_READ],
  },
  {
    id: 'delete-note', method: 'DELETE', path: '/api/notes/{id}', needs: 'a-session', within: ON_NOTE, decides: 'always',
    summary: 'Delete a note',
    says: 'The box of every version goes. That there was a note, and who deleted it when, stays.',
    gives: { schema: 'NoteKept', many: 'one' },
    refuses: [...PARTNERS, ...ON_WHAT_WAS_READ, 'notes/not-let-in'],
  },
]
