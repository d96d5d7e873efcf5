import type { ActionKind } from '../intelligence/handling.ts'
import type { PersonCategory } from '../intelligence/site-facts.ts'
import { isPartner, type OrganisationKind } from '../kernel/organisation.ts'

/** What is passed on: intelligence, what we make of it, a request to do something, or a person who is to be cared for. */
export const SHARE_CONTENTS = ['intelligence', 'assessment', 'tasking', 'referral'] as const
export type ShareContent = (typeof SHARE_CONTENTS)[number]

/** What whoever receives it is asked to do, with how far others can notice that. The last two are enforcement. */
export const ASKED_ACTS = [
  'nothing', 'be-reachable', 'keep-places-ready', 'send-interpreter', 'comfort-at-the-scene', 'health-care', 'legal-help', 'inspect', 'investigate', 'search',
] as const
export type AskedAct = (typeof ASKED_ACTS)[number]

const NOTICED: Readonly<Record<AskedAct, ActionKind>> = {
  nothing: 'not-detectable', 'be-reachable': 'not-detectable', 'keep-places-ready': 'not-detectable', 'send-interpreter': 'not-detectable', 'legal-help': 'not-detectable',
  'comfort-at-the-scene': 'active', 'health-care': 'active', inspect: 'active', investigate: 'passive-check', search: 'active',
}

/** How far others can notice what is asked. */
export const noticedBy = (asks: AskedAct): ActionKind => NOTICED[asks]

const ENFORCEMENT: ReadonlySet<AskedAct> = new Set(['investigate', 'search'])

/** Whether an organisation may be asked to do this. No partner is asked for an act of enforcement (mission, S29); an inspection inspects. */
export const mayBeAsked = (kind: OrganisationKind, asks: AskedAct): boolean =>
  asks === 'inspect' ? kind === 'police' || kind === 'labour-inspection' : !(ENFORCEMENT.has(asks) && isPartner(kind))

const SUSPECTED: ReadonlySet<PersonCategory> = new Set(['suspect', 'convicted'])

/**
 * Whether an organisation of this kind may hold what it would receive.
 *
 * Who is not bound by rules of criminal intelligence gets none: only an assessment, or a request to do something; and of people who are suspected
 * nothing in a referral. Source: 28 CFR 23.20(e)-(f); enforcement-side 1.5, 23-5 to 23-7.
 */
export function mayHoldContent(kind: OrganisationKind, content: ShareContent, about: readonly PersonCategory[]): boolean {
  if (!isPartner(kind)) return true
  if (content === 'intelligence') return false
  return content !== 'referral' || !about.some((category) => SUSPECTED.has(category))
}
