import { z } from 'zod'
import { PERSON_CATEGORIES } from '../../core/intelligence/site-facts.ts'
import { ANSWER_GROUNDS, HOLDING_BASES, REGIMES } from '../../core/rights/grounds.ts'
import { RIGHTS_CONCERNS } from '../../core/rights/request-concerns.ts'
import { CLOSINGS, GO_BETWEENS, IDENTITY_CHECKS, REQUEST_OUTCOMES, RESTRICTION_REASONS, SAFE_CHANNELS, WANTED } from '../../core/rights/request-facts.ts'
import { SAFEGUARDS } from '../../core/rights/safeguards.ts'
import { InstantText } from '../instants.ts'
import { Answered, Line, NamesShape, NotedShape, OpaqueId, Telling, Version } from './asking.ts'

const done = { id: OpaqueId.meta({ description: 'Drawn by whoever asks; the same act sent twice is kept once' }), occurredAt: InstantText.optional() }

/** A file of the house by its stream. */
export const FileStream = z.string().max(120).regex(/^(?:site|plan|source)\/[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/, 'site/…, plan/… or source/… with the id of the file')

/** A language tag (BCP 47), as the registry of languages writes it. */
const Language = z.string().max(35).regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag such as th, zh-Hant or pt-BR')

const whoAsks = {
  identity: z.enum(IDENTITY_CHECKS),
  mandate: z.enum(['seen', 'not-seen', 'unknown']).meta({ description: 'Whether their written mandate or appointment was seen, where somebody asks for them' }),
  goBetweenIs: z.enum(['in-no-file', 'in-the-files', 'unknown']).meta({ description: 'Whether whoever asks for them stands in the files themselves: a trafficker may ask as a guardian' }),
}

const asked = {
  wants: z.enum(WANTED),
  through: z.enum(GO_BETWEENS),
  ...whoAsks,
  language: Language,
  channel: z.enum(SAFE_CHANNELS).meta({ description: 'How they can be answered without danger; never by a letter to an address they share' }),
  channelSays: Telling,
  standsAs: z.array(z.enum(PERSON_CATEGORIES)).max(PERSON_CATEGORIES.length).meta({ description: 'What they stand in the files as, all of it: being a suspect takes no safeguard away' }),
  says: Telling,
}

/** What `POST /api/requests` takes. */
export const RequestReceivedShape = z.strictObject({ ...done, ...asked, receivedAt: InstantText })
export type RequestReceivedSent = z.infer<typeof RequestReceivedShape>

/** Everything that can be recorded of a request, by its `act`. What is decided carries the version it was decided on in If-Match. */
export const RequestActShape = z.discriminatedUnion('act', [
  z.strictObject({ ...done, act: z.literal('check-identity'), ...whoAsks, says: Telling }),
  z.strictObject({ ...done, act: z.literal('extend'), until: InstantText, reason: Telling }),
  z.strictObject({ ...done, act: z.literal('note-holding'), file: FileStream, report: OpaqueId.nullable(), basis: z.enum(HOLDING_BASES), says: Telling }),
  z.strictObject({
    ...done, act: z.literal('answer'), outcome: z.enum(REQUEST_OUTCOMES),
    grounds: z.array(z.enum(ANSWER_GROUNDS)).max(ANSWER_GROUNDS.length).meta({ description: 'Needed wherever less is answered than was asked' }),
    groundsAre: z.enum(['told', 'kept-from-them']).meta({ description: 'Kept from them where telling the ground would do the harm it prevents; whoever reviews the answer still finds it' }),
    reason: z.string().trim().max(20_000).meta({ description: 'Kept for whoever reviews the answer; never on the paper' }),
    words: Telling.nullable().meta({ description: 'In their language; none where it is neither confirmed nor denied that anything is held' }),
    wordsOfTheFile: Telling.nullable().meta({ description: 'The same in the language of the file' }),
    complainTo: z.string().trim().max(2_000).meta({ description: 'The authority they may complain to, and how it is reached' }),
    hold: z.enum(['stands', 'none', 'not-asked']).meta({ description: 'Whether a legal hold stands on what they want erased; not-asked where they want something else' }),
  }),
  z.strictObject({ ...done, act: z.literal('tell'), how: z.enum(SAFE_CHANNELS), toldAt: InstantText, interpreted: z.enum(['yes', 'no', 'not-needed']), complaintTold: z.enum(['yes', 'no', 'unknown']), says: Telling }),
  z.strictObject({ ...done, act: z.literal('correct'), file: FileStream, entry: OpaqueId.nullable(), says: Telling }),
  z.strictObject({ ...done, act: z.literal('restrict'), file: FileStream, because: z.enum(RESTRICTION_REASONS), says: Telling }),
  z.strictObject({ ...done, act: z.literal('lift-restriction'), file: FileStream, toldBefore: z.enum(['yes', 'no', 'unknown']), because: Telling }),
  z.strictObject({ ...done, act: z.literal('link-forgetting'), asking: OpaqueId.meta({ description: 'The act by which forgetting was asked for' }), file: FileStream }),
  z.strictObject({ ...done, act: z.literal('forward-complaint'), to: Line, at: InstantText, says: Telling }),
  z.strictObject({ ...done, act: z.literal('close'), because: z.enum(CLOSINGS), says: Telling }),
])
export type RequestAct = z.infer<typeof RequestActShape>

/** What the address of `GET /api/requests` may ask: what is open, or all. */
export const RequestsQueryShape = z.strictObject({ which: z.enum(['open', 'all']).optional() })

const Regime = z.enum(REGIMES)
const Sureness = z.enum(['seen', 'seen-second-hand', 'unverified', 'judgement'])
const Law = z.strictObject({ provision: z.string().nullable(), sureness: Sureness }).meta({ description: 'The provision under which this organisation acts, and how sure that is; null where its law has none' })
const Source = z.strictObject({ source: z.string(), sureness: Sureness })

/** A request as a list shows it: whose, what for and by when, and nothing of what was said. */
const RequestLineShape = z.strictObject({
  id: z.string(), wants: z.enum(WANTED), organisation: z.string(), receivedAt: Answered, due: Answered, extended: z.enum(['yes', 'no']),
  standing: z.enum(['open', 'decided', 'told', 'closed']), overdue: z.enum(['yes', 'no']), version: Version, lastAt: Answered,
})

/** The requests to the organisation of whoever asks, what is due first. */
export const RequestsShape = z.strictObject({ requests: z.array(RequestLineShape), now: Answered, term: Source.meta({ description: 'Where the day on which an answer is due comes from, and how sure that is' }) })
export type RequestsAnswer = z.infer<typeof RequestsShape>

/** The answer as it leaves the house. Nothing in it comes from a file but the words of the answer. */
export const AnswerPaperShape = z.strictObject({
  language: z.string(), wants: z.enum(WANTED), receivedAt: Answered, answeredAt: Answered, outcome: z.enum(REQUEST_OUTCOMES),
  words: z.string().nullable(), grounds: z.array(z.strictObject({ ground: z.enum(ANSWER_GROUNDS), law: Law })), complainTo: z.string(),
})
export type AnswerPaperSent = z.infer<typeof AnswerPaperShape>

/** One request, with its clock and everything that was recorded of it. */
export const RequestShown = z.strictObject({
  id: z.string(), version: Version, received: NotedShape, organisation: z.string(),
  asked: z.strictObject({ ...asked, receivedAt: Answered, channelSays: z.string(), says: z.string() }),
  whoAsks: z.strictObject(whoAsks),
  clock: z.strictObject({ regime: Regime, due: Answered, longest: Answered, term: Source, extension: Source }),
  extended: z.strictObject({ until: Answered, reason: z.string() }).nullable(),
  answer: z.strictObject({
    at: Answered, outcome: z.enum(REQUEST_OUTCOMES), grounds: z.array(z.strictObject({ ground: z.enum(ANSWER_GROUNDS), law: Law })), groundsAre: z.enum(['told', 'kept-from-them']),
    reason: z.string(), words: z.string().nullable(), wordsOfTheFile: z.string().nullable(), complainTo: z.string(), hold: z.enum(['stands', 'none', 'not-asked']),
  }).nullable(),
  paper: AnswerPaperShape.nullable(),
  told: z.array(z.strictObject({ how: z.enum(SAFE_CHANNELS), toldAt: Answered, interpreted: z.enum(['yes', 'no', 'not-needed']), complaintTold: z.enum(['yes', 'no', 'unknown']), says: z.string() })),
  corrections: z.array(z.strictObject({ file: z.string(), entry: z.string().nullable(), says: z.string() })),
  restrictions: z.array(z.strictObject({ file: z.string(), because: z.enum(RESTRICTION_REASONS) })),
  forgettings: z.array(z.strictObject({ asking: z.string(), file: z.string() })),
  complaints: z.array(z.strictObject({ to: z.string(), at: Answered, says: z.string() })),
  closed: z.enum(CLOSINGS).nullable(),
  withheld: z.int().min(0).meta({ description: 'How many entries of this request cannot be read any more' }),
  safeguards: z.array(z.enum(SAFEGUARDS)),
  concerns: z.array(z.strictObject({ code: z.enum(RIGHTS_CONCERNS) })),
  names: NamesShape,
})
export type RequestAnswer = z.infer<typeof RequestShown>
