import type { ActorId, DeviceId, EntryId } from '../core/kernel/id.ts'
import { instant } from '../core/kernel/instant.ts'
import type { OnFile } from '../core/kernel/noted.ts'
import { OWN_UNIT } from '../core/kernel/organisation.ts'
import type { RequestFact, RequestReceived } from '../core/rights/request-facts.ts'
import type { RequestFactRead } from '../core/rights/request.ts'

/** A request of somebody about what is held of them. Nobody in it exists. */

export const ASKED_AT = instant(Date.UTC(2031, 2, 3, 8))
export const inDays = (days: number) => instant(ASKED_AT + days * 86_400_000)

export const received: RequestReceived = {
  type: 'request/received', organisation: OWN_UNIT, wants: 'know', through: 'themselves', identity: 'document-seen', mandate: 'unknown', goBetweenIs: 'unknown',
  language: 'th', channel: 'in-person', channelSays: 'At the shelter, on Tuesdays', standsAs: ['victim'], says: 'What is written about me', receivedAt: ASKED_AT,
}

export const answered = (more: Partial<Extract<RequestFact, { type: 'request/answered' }>> = {}): Extract<RequestFact, { type: 'request/answered' }> => ({
  type: 'request/answered', at: inDays(10), outcome: 'granted', grounds: [], groundsAre: 'told', reason: '', words: 'In their words', wordsOfTheFile: 'In ours',
  complainTo: 'The authority for data, Invented Street 1', hold: 'not-asked', ...more,
})

export const told: Extract<RequestFact, { type: 'request/told' }> = { type: 'request/told', how: 'in-person', toldAt: inDays(12), interpreted: 'yes', complaintTold: 'yes', says: 'Read out by the interpreter' }

/** Facts of a request in the order in which they reached its file. */
export const onFile = (...facts: readonly RequestFactRead[]): readonly OnFile<RequestFactRead>[] =>
  facts.map((fact, at) => ({
    id: `entry-${at + 1}` as EntryId, stream: 'request/request-1', fact, by: 'officer-1' as ActorId, device: 'office' as DeviceId,
    occurredAt: inDays(at), recordedAt: inDays(at), receivedAt: inDays(at), version: at + 1,
  }))
