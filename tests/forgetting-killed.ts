import type { ActorId, DeviceId, EntryId, HolderId } from '../core/kernel/id.ts'
import { instant } from '../core/kernel/instant.ts'
import { keysOf } from '../ledger/sealed-under.ts'
import type { Places } from '../ledger/store/places.ts'
import { openCaseStore } from '../server/case-store.ts'
import { fileKeepingFact, keepingStream } from '../wire/filing/retention-filing.ts'

/** A process of its own that forgets a report and is killed at the step it was told, as by a power cut. */
const { places, step } = JSON.parse(process.argv[2] ?? '{}') as { readonly places: Places; readonly step: 'fact' | 'keys' }

const [holder, asked, by] = ['report/report-one' as HolderId, 'ada' as ActorId, 'bo' as ActorId]
const cases = await openCaseStore(places)
const [keys, at] = [await keysOf(cases.entries, holder), instant(Date.UTC(2031, 2, 3, 9))]
const fact = fileKeepingFact({ type: 'forgetting/seconded', asking: 'asking-one', ground: 'court-order', reach: 'own-words', askedBy: asked, by, at, keys, holders: keys.map(() => holder) }, 'site/one')
await cases.sealed.append([{ id: 'seconding-one' as EntryId, stream: keepingStream(holder), by, device: 'office' as DeviceId, occurredAt: at, recordedAt: at, receivedAt: at, fact }])
if (step === 'keys') await cases.ring.forget(holder, keys)
process.kill(process.pid, 'SIGKILL')
