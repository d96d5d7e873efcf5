import { SHARE_STATUS } from '../sharing/share-status.ts'
import type { RefusalCode } from '../../core/refusals.ts'
import type { AppendRefusal } from '../../ledger/ledger.ts'
import type { StoreTrouble } from '../../ledger/store/fault.ts'
import type { AccessRefusalCode } from '../gate.ts'
import type { NotesRefusalCode } from '../notes/refuse-notes.ts'
import type { OrganisationRefusalCode } from '../people/organisations.ts'
import type { PeopleRefusalCode } from '../people/people.ts'
import type { BadInputCode } from '../../wire/reading/bad-input.ts'

/** Why a request is turned away before anybody looks at what it asks. */
export type RequestRefusalCode =
  | 'request/not-understood'
  | 'request/other-host'
  | 'request/nothing-here'
  | 'request/other-method'
  | 'request/other-format'
  | 'request/broken-off'
  | 'request/our-fault'

/** Why somebody is not let in, or may not do this as the one they are. */
export type SessionRefusalCode =
  | 'session/not-signed-in'
  | 'session/wrong'
  | 'session/slow-down'
  | 'session/must-change-password'
  | 'session/not-vouched'
  | 'session/password-unfit'
  | 'session/role'
  | 'session/other-origin'
  | 'session/code-needed'
  | 'session/code-wrong'
  | 'session/code-on'
  | 'session/passkey-wrong'
  | 'session/passkey-known'
  | 'session/passkey-place'
  | 'session/no-such-way'
  | 'session/account-away'
  | 'session/account-known'
  | 'session/device-unknown'
  | 'session/device-code-wrong'
  | 'session/step-up'

/** Why something about a case is not kept, or not found, though it was read. */
export type CaseRefusalCode =
  | AppendRefusal['code']
  | 'request/no-version'
  | 'request/no-such-version'
  | 'case/no-such-version'
  | 'case/no-such-site'
  | 'share/no-such-organisation'
  | 'need/not-a-colleague'
  | 'need/never-reads'
  | 'need/judged-wrong'
  | 'case/not-authorised-there'

/** Why a source is not given to somebody, or something not recorded of them by whoever asks. */
export type SourceActRefusalCode =
  | 'source/not-a-colleague'
  | 'source/not-vouched'
  | 'source/of-another-organisation'
  | 'source/may-not-handle'
  | 'source/may-not-oversee'
  | 'source/answered-for-by-others'
  | 'source/not-their-report'

/** Why nobody is searched for. */
export type FindingRefusalCode = 'finding/too-little' | 'finding/slow-down'

/** What the world did to the store (ledger/store/fault.ts). Nothing of the request was kept, but for `unreachable`, where it may have been. */
export type StoreRefusalCode = `store/${StoreTrouble}`

export type ProblemCode = CaseRefusalCode | SourceActRefusalCode | FindingRefusalCode | StoreRefusalCode | RefusalCode | BadInputCode | RequestRefusalCode | SessionRefusalCode | PeopleRefusalCode | OrganisationRefusalCode | NotesRefusalCode | AccessRefusalCode

/** The status each refusal answers with (RFC 9110, 15.5). A new refusal does not compile until it is placed here. */
export const STATUS = {
  'grading/no-way-back': 422,
  'grading/no-safe-conversion': 422,
  'grading/already-in-scheme': 422,
  'task/nobody-to-send': 422,
  'task/under-control': 422,
  'task/due-in-the-past': 422,
  'lead/not-owed': 422,
  'lead/not-verified': 409,
  'lead/no-review-date': 422,
  'source/handler-is-controller': 422,
  'source/not-registered': 404,
  'source/registered-already': 409,
  'source/under-control': 422,
  'source/was-held': 422,
  'source/ended-already': 409,
  'source/not-authorised': 409,
  'source/child-and-kin': 422,
  'source/not-an-authorising-officer': 403,
  'source/authoriser-answers-for-them': 403,
  'source/risks-not-explained': 422,
  'source/not-known-to-be-an-adult': 422,
  'source/beyond-the-term': 422,
  'source/no-use-to-review': 409,
  'source/not-a-colleague': 422,
  'source/not-vouched': 422,
  'source/of-another-organisation': 422,
  'source/may-not-handle': 422,
  'source/may-not-oversee': 422,
  'source/answered-for-by-others': 403,
  'source/not-their-report': 403,
  'plan/not-an-authorising-officer': 403,
  'plan/own-plan': 403,
  'plan/entered': 409,
  'plan/stood-down': 409,
  'plan/urgent-track': 409,
  'plan/hour-has-passed': 409,
  'plan/already-authorised': 409,
  'plan/blind': 422,
  'plan/not-ready': 422,
  'plan/review-in-the-past': 422,
  'policy/not-an-authorising-officer': 403,
  'policy/out-of-range': 422,
  'policy/no-such-way': 422,
  'retention/no-such-hold': 409,
  'retention/hold-of-another': 403,
  'retention/review-too-late': 422,
  'retention/review-in-the-past': 422,
  'retention/held': 409,
  'retention/nobody-asked': 409,
  'retention/other-asking': 409,
  'retention/same-person': 403,
  'retention/asking-lapsed': 409,
  'retention/reach-moved': 409,
  'retention/forgotten-already': 409,
  'retention/nothing-to-forget': 409,
  'retention/not-reviewed': 409,
  'retention/not-a-file': 422,
  ...SHARE_STATUS,
  'rights/received-already': 409,
  'rights/no-such-request': 404,
  'rights/closed': 409,
  'rights/extended-already': 409,
  'rights/too-late-to-extend': 409,
  'rights/too-long': 422,
  'rights/answered-already': 409,
  'rights/no-ground': 422,
  'rights/nobody-to-complain-to': 422,
  'rights/no-words': 422,
  'rights/words-would-tell': 422,
  'rights/identity-not-checked': 409,
  'rights/no-mandate': 409,
  'rights/go-between-in-doubt': 409,
  'rights/on-hold': 409,
  'rights/not-for-erasing': 422,
  'rights/not-granted': 409,
  'rights/not-restricted': 409,
  'rights/not-told-before-lifting': 422,
  'rights/not-told': 409,
  'reading/unreadable': 400,
  'reading/too-large': 413,
  'reading/unknown-ending': 415,
  'reading/not-utf-8': 400,
  'reading/not-json': 400,
  'reading/not-yaml': 400,
  'reading/not-csv': 400,
  'reading/yaml-not-allowed': 400,
  'reading/too-deep': 400,
  'reading/duplicate-field': 400,
  'reading/unknown-field': 422,
  'reading/missing-field': 422,
  'reading/wrong-value': 422,
  'reading/more-of-these': 422,
  'request/not-understood': 400,
  'request/other-host': 421,
  'request/nothing-here': 404,
  'request/other-method': 405,
  'request/other-format': 415,
  'request/broken-off': 400,
  'request/our-fault': 500,
  'session/not-signed-in': 401,
  'session/wrong': 401,
  'session/slow-down': 429,
  'session/must-change-password': 403,
  'session/not-vouched': 403,
  'session/password-unfit': 422,
  'session/role': 403,
  'session/other-origin': 403,
  'session/code-needed': 401,
  'session/code-wrong': 401,
  'session/code-on': 409,
  'session/passkey-wrong': 401,
  'session/passkey-known': 409,
  'session/passkey-place': 409,
  'session/no-such-way': 404,
  'session/account-away': 503,
  'session/account-known': 409,
  'session/device-unknown': 403,
  'session/device-code-wrong': 401,
  'session/step-up': 403,
  'people/name-taken': 409,
  'people/not-here': 404,
  'people/has-left': 409,
  'people/last-administrator': 409,
  'people/nothing-to-take': 409,
  'people/no-such-organisation': 422,
  'people/role-not-in-organisation': 422,
  'people/may-not-vouch': 403,
  'people/needs-no-vouching': 409,
  'people/one-time-password': 409,
  'devices/not-here': 404,
  'organisations/not-here': 404,
  'organisations/name-taken': 409,
  'finding/too-little': 422,
  'finding/slow-down': 429,
  'ledger/stale': 412,
  'ledger/entry-differs': 409,
  'request/no-version': 428,
  'request/no-such-version': 400,
  'case/no-such-version': 404,
  'case/no-such-site': 422,
  'case/not-authorised-there': 404,
  'notes/not-here': 404,
  'notes/no-key-yet': 409,
  'notes/no-own-key': 409,
  'notes/own-key-changed': 409,
  'notes/key-made-already': 409,
  'notes/not-let-in': 409,
  'notes/their-key-changed': 409,
  'notes/other-key': 409,
  'notes/changed-meanwhile': 412,
  'notes/kept-already': 409,
  'notes/deleted': 409,
  'store/disk-full': 507,
  'store/busy': 503,
  'store/read-only': 503,
  'store/damaged': 503,
  'store/unreachable': 503,
  'need/named-already': 409,
  'need/not-a-colleague': 422,
  'need/never-reads': 422,
  'need/judged-wrong': 403,
  'need/not-named': 409,
  'need/last-one': 409,
  'need/nobody-named': 409,
  'need/no-such-glass': 404,
  'need/own-glass': 403,
  'need/reviewed-already': 409,
  'access/administrator': 403,
  'access/no-such-file': 404,
  'access/not-permitted': 403,
  'access/no-purpose': 422,
} as const satisfies Record<ProblemCode, number>
