import { accept, refuse, type Decider, type Decision } from '../kernel/decider.ts'
import type { Instant } from '../kernel/instant.ts'
import type { AnswerClock } from './clock.ts'
import { evolveRequest, type RequestOnFile, type RequestState } from './request.ts'
import type { RequestAnswered, RequestFact, WhoAsks } from './request-facts.ts'

type Fact<Type extends RequestFact['type']> = Extract<RequestFact, { type: Type }>

/** What needs authority about a request. Everything else about it has happened and is recorded as it is. */
export type RequestCommand =
  | Fact<'request/received'>
  | { readonly type: 'extend'; readonly fact: Fact<'request/extended'>; readonly clock: AnswerClock; readonly now: Instant }
  | RequestAnswered
  | Fact<'request/restriction-lifted'>
  | Fact<'request/forgetting-asked'>
  | Fact<'request/closed'>

export type RightsRefusal =
  | { readonly code: 'rights/received-already' }
  | { readonly code: 'rights/no-such-request' }
  | { readonly code: 'rights/closed' }
  | { readonly code: 'rights/extended-already' }
  | { readonly code: 'rights/too-late-to-extend'; readonly due: Instant }
  | { readonly code: 'rights/too-long'; readonly due: Instant }
  | { readonly code: 'rights/answered-already' }
  | { readonly code: 'rights/no-ground' }
  | { readonly code: 'rights/nobody-to-complain-to' }
  | { readonly code: 'rights/no-words' }
  | { readonly code: 'rights/words-would-tell' }
  | { readonly code: 'rights/identity-not-checked' }
  | { readonly code: 'rights/no-mandate' }
  | { readonly code: 'rights/go-between-in-doubt'; readonly goBetweenIs: WhoAsks['goBetweenIs'] }
  | { readonly code: 'rights/on-hold' }
  | { readonly code: 'rights/not-for-erasing' }
  | { readonly code: 'rights/not-granted' }
  | { readonly code: 'rights/not-restricted' }
  | { readonly code: 'rights/not-told-before-lifting' }
  | { readonly code: 'rights/not-told' }

/**
 * Answering somebody about what is held of them.
 *
 * Nothing less than what was asked is answered without a ground, a reason for whoever reviews it, and whom to complain to; nothing is told to
 * somebody of whom it is not known that they are the person, or speak for them. Source: mission, S32; Regulation (EU) 2016/679, article 12, and
 * Directive (EU) 2016/680, articles 12 to 17 (both unverified here: `catalogues/policy/rights.json`).
 */
export const requestAnswering: Decider<RequestState, RequestCommand, RequestFact, RightsRefusal> = { initial: null, evolve: evolveRequest, decide }

function decide(command: RequestCommand, state: RequestState): Decision<RequestFact, RightsRefusal> {
  if (command.type === 'request/received') return state ? refuse({ code: 'rights/received-already' }) : accept(command)
  if (!state) return refuse({ code: 'rights/no-such-request' })
  if (command.type === 'request/restriction-lifted') return lift(command, state)
  if (command.type === 'request/forgetting-asked') return state.answer?.outcome.startsWith('granted') && state.asked.wants === 'erase' ? accept(command) : refuse({ code: 'rights/not-granted' })
  if (state.closed !== null) return refuse({ code: 'rights/closed' })
  if (command.type === 'extend') return extend(command, state)
  if (command.type === 'request/closed') return command.because === 'told' && state.told.length === 0 ? refuse({ code: 'rights/not-told' }) : accept(command)
  const why = whyNotAnswered(command, state)
  return why ? refuse(why) : accept(command)
}

/** Once, before it is due, and no longer than the law allows. */
function extend({ fact, clock, now }: Extract<RequestCommand, { type: 'extend' }>, state: RequestOnFile): Decision<RequestFact, RightsRefusal> {
  if (state.answer) return refuse({ code: 'rights/answered-already' })
  if (state.extended) return refuse({ code: 'rights/extended-already' })
  if (now > clock.due) return refuse({ code: 'rights/too-late-to-extend', due: clock.due })
  return fact.until > clock.longest ? refuse({ code: 'rights/too-long', due: clock.longest }) : accept(fact)
}

/** The person is told before a restriction is lifted (Regulation (EU) 2016/679, article 18(3); unverified). */
function lift(command: Fact<'request/restriction-lifted'>, { restrictions }: RequestOnFile): Decision<RequestFact, RightsRefusal> {
  if (!Object.hasOwn(restrictions, command.file)) return refuse({ code: 'rights/not-restricted' })
  return command.toldBefore === 'yes' ? accept(command) : refuse({ code: 'rights/not-told-before-lifting' })
}

function whyNotAnswered(answer: RequestAnswered, state: RequestOnFile): RightsRefusal | null {
  if (state.answer && state.complainedSince === 'no') return { code: 'rights/answered-already' }
  if (answer.complainTo.trim() === '') return { code: 'rights/nobody-to-complain-to' }
  if (answer.outcome !== 'granted' && (answer.grounds.length === 0 || answer.reason.trim() === '')) return { code: 'rights/no-ground' }
  if (answer.outcome === 'neither-confirmed-nor-denied') return answer.words === null ? null : { code: 'rights/words-would-tell' }
  if (answer.words === null || answer.words.trim() === '') return { code: 'rights/no-words' }
  return whyNotTold(answer, state) ?? whyNotErased(answer, state)
}

/** Without knowing who asks, even a refusal tells that there is something to refuse; but for one that says only that. */
function whyNotTold({ outcome, grounds }: RequestAnswered, { whoAsks, asked }: RequestOnFile): RightsRefusal | null {
  const tellsNothing = outcome === 'refused' && grounds.every((ground) => ground === 'identity-not-established')
  if (tellsNothing) return null
  if (whoAsks.identity === 'not-established') return { code: 'rights/identity-not-checked' }
  if (asked.through === 'themselves') return null
  if (whoAsks.mandate !== 'seen') return { code: 'rights/no-mandate' }
  return whoAsks.goBetweenIs === 'in-no-file' ? null : { code: 'rights/go-between-in-doubt', goBetweenIs: whoAsks.goBetweenIs }
}

/** A legal hold outlasts a wish to be forgotten: what is held is restricted instead, and they are told why. */
function whyNotErased({ outcome, hold }: RequestAnswered, { asked }: RequestOnFile): RightsRefusal | null {
  if (outcome === 'restricted-instead') return asked.wants === 'erase' ? null : { code: 'rights/not-for-erasing' }
  return asked.wants === 'erase' && outcome.startsWith('granted') && hold !== 'none' ? { code: 'rights/on-hold' } : null
}
