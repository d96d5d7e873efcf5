import { newId } from '../../../crypto/browser-id.ts'
import type { Sent } from '../../../wire/api.ts'
import { KeptShape } from '../../../wire/office/asking.ts'
import type { KeepingListShape, KeepingShown } from '../../../wire/office/retention-answers.ts'
import { useSending, type Sending } from '../asking/use-sending.ts'

export const KEEPING_PATH = '/api/keeping'

/** The streams in which it lies how long anything is kept. */
export const KEEPING_STREAMS = ['keeping/'] as const

export type ShownKeeping = Sent<typeof KeepingShown>
export type ListedKeeping = Sent<typeof KeepingListShape>

export const keepingPath = (holder: string): string => `${KEEPING_PATH}/${holder.split('/').map(encodeURIComponent).join('/')}`

/** An act on how long something is kept, without the id it is sent under. */
export type UnsentAct = Readonly<Record<string, unknown>> & { readonly act: string }

/** Sends acts on one holder's keeping, decided on the version in sight. */
export function useKeepingActs({ holder, version }: Pick<ShownKeeping, 'holder' | 'version'>): { readonly sending: Sending<Sent<typeof KeptShape>>; readonly send: (act: UnsentAct) => Promise<'kept' | 'refused'> } {
  const sending = useSending(KeptShape, [...KEEPING_STREAMS, 'site/', 'plan/', 'source/'])
  const send = async (act: UnsentAct): Promise<'kept' | 'refused'> => {
    const answered = await sending.send({ path: `${keepingPath(holder)}/acts`, body: { id: newId(), ...act }, version: act.act === 'place-hold' ? null : String(version) })
    return answered.accepted ? 'kept' : 'refused'
  }
  return { sending, send }
}
