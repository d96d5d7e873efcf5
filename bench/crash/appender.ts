import { writeSync } from 'node:fs'
import type { ActorId, DeviceId, EntryId, HolderId } from '../../core/kernel/id.ts'
import { instant } from '../../core/kernel/instant.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import { StoreFault } from '../../ledger/store/fault.ts'
import { openSealed, type Places } from '../ledger/sealed-place.ts'

/**
 * The server at its barest: it appends without end and says each id the moment it was acknowledged.
 *
 * Where the database goes away it sends the same entry again until it is taken, as a device would.
 */
const { places, round, writers } = JSON.parse(process.argv[2] ?? '{}') as { readonly places: Places; readonly round: number; readonly writers: number }
const { sealed } = await openSealed(places)

async function write(writer: number): Promise<void> {
  for (let i = 0; ; i++) {
    const id = `r${round}-w${writer}-${i}` as EntryId
    const now = instant(Date.now())
    const entry = {
      id, stream: `site/${round}`, by: 'officer-1' as ActorId, device: 'van-1' as DeviceId, occurredAt: now, recordedAt: now, receivedAt: now,
      fact: { type: 'site/person-met', clear: { room: `room-${i % 9}` }, told: { about: `person/${round}-${i}` as HolderId, said: new Sensitive({ account: id }) } },
    }
    for (let taken = false; !taken; )
      try {
        const answer = await sealed.append([entry])
        if (!answer.accepted) throw new Error(`refused: ${answer.refusal.code}`)
        taken = true
      } catch (error) {
        if (!(error instanceof StoreFault)) throw error
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    writeSync(1, `${id}\n`)
  }
}

await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
