import type { Look } from '../../core/kernel/access.ts'
import type { OnFile } from '../../core/kernel/noted.ts'
import { foldShare, type ShareFactRead, type ShareOnFile } from '../../core/sharing/share.ts'
import { readShareFact, shareStream } from '../../wire/filing/share-filing.ts'
import { openFile } from '../case/open-file.ts'
import type { AccessRefusalCode } from '../gate.ts'
import type { Office } from '../office.ts'
import type { SignedIn } from '../session/sessions.ts'

/** On which side of it somebody stands: of those who pass it on and those who look over their shoulder, or of those who received it. */
export type Side = 'giver' | 'receiver'

export type ShareOpening = { readonly accepted: true; readonly share: ShareOnFile; readonly version: number } | { readonly accepted: false; readonly code: AccessRefusalCode }

interface AskedShare {
  readonly who: SignedIn
  readonly id: string
  readonly look: Look
  readonly side: Side
}

/** Opens something passed on, from one of its sides. From the other there is nothing under its id, as there is not under any that never was. */
export async function openShare(office: Office, { who, id, look, side }: AskedShare): Promise<ShareOpening> {
  const opening = await openFile(office, { who, stream: shareStream(id), look }, readShareFact)
  if (!opening.accepted) return opening
  const share = seenFrom(opening.file.entries, who, side)
  return share ? { accepted: true, share, version: opening.file.version } : { accepted: false, code: 'access/no-such-file' }
}

/**
 * Something passed on as one of its sides may see that it is there; null where they may not.
 *
 * Those who receive it see nothing before it leaves; and where persons are named who alone receive it, nobody else of their organisation does.
 */
export function seenFrom(entries: readonly OnFile<ShareFactRead>[], who: SignedIn, side: Side): ShareOnFile | null {
  const share = foldShare(entries)
  if (!share) return null
  const { to, editions } = share
  const isReceiver = who.organisation.id === to.organisation.id
  if (side === 'giver') return isReceiver ? null : share
  return isReceiver && editions.length > 0 && (to.named.length === 0 || to.named.includes(who.id)) ? share : null
}
