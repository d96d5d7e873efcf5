import type { ReportOnFile } from '../core/intelligence/site-facts.ts'
import type { ActorId, DeviceId, EntryId, ReportId } from '../core/kernel/id.ts'
import { after } from '../core/kernel/instant.ts'
import type { OnFile } from '../core/kernel/noted.ts'
import type { Organisation, OrganisationId, OrganisationKind } from '../core/kernel/organisation.ts'
import { OWN_UNIT } from '../core/kernel/organisation.ts'
import type { PassedFact, ShareFact, SharePrepared } from '../core/sharing/share-facts.ts'
import type { ShareGrounds } from '../core/sharing/share-grounds.ts'
import { foldShare, type ShareFactRead, type ShareOnFile } from '../core/sharing/share.ts'
import { MORNING, reportOn } from './site-cast.ts'

/** Something that is passed on, for the tests of sharing. Nobody and nothing in it exists. */

export const who = (name: string): ActorId => name as ActorId
export const WRITER = who('analyst-one')
export const SECOND = who('analyst-two')
export const PARTNER = who('case-worker-one')

export const organisation = (id: string, kind: OrganisationKind): Organisation => ({ id: id as OrganisationId, kind })
export const UNIT: Organisation = { id: OWN_UNIT, kind: 'police' }
export const SHELTER = organisation('shelter-house', 'ngo')

const ids = (names: readonly string[]): readonly ReportId[] => names as readonly ReportId[]

export const factOn = (id: string, restsOn: readonly string[], changes: Partial<PassedFact> = {}): PassedFact => ({
  id, says: `What we make of ${id}`, about: 'victim', restsOn: ids(restsOn), tells: { kind: 'not-told', time: 'not-told' }, controller: UNIT, basis: 'task-of-authority', ...changes,
})

/** A prepared tasking of a shelter: places are to be kept ready, and nobody can notice it. */
export const preparedOn = (facts: readonly PassedFact[], changes: Partial<SharePrepared> = {}): SharePrepared => ({
  file: 'site/site-one', from: UNIT, to: { organisation: SHELTER, audience: 'clients', named: [] }, content: 'tasking', asks: 'keep-places-ready', marking: { sharing: 'TLP:AMBER', action: 'PAP:RED' },
  passed: { says: 'Please keep places ready', facts }, purpose: 'Shelter after an operation', conditions: 'For the team on duty alone', inWriting: 'no', ...changes,
})

/** An entry of the file of something passed on: one minute after the other, by whoever is named. */
export const shareEntry = (fact: ShareFactRead, version: number, by: ActorId = WRITER): OnFile<ShareFactRead> => {
  const at = after(MORNING, version / 1440)
  return { id: `entry-${version}` as EntryId, stream: 'share/share-one', fact, by, device: 'office' as DeviceId, occurredAt: at, recordedAt: at, receivedAt: at, version }
}

export function shareOf(prepared: SharePrepared, ...then: readonly (readonly [ShareFact, ActorId])[]): ShareOnFile {
  const share = foldShare([shareEntry({ type: 'share/prepared', ...prepared }, 1), ...then.map(([fact, by], at) => shareEntry(fact, at + 2, by))])
  if (!share) throw new Error('nothing was prepared')
  return share
}

export const groundsOf = (reports: readonly ReportOnFile[], changes: Partial<ShareGrounds> = {}): ShareGrounds => ({ reports, visits: [], by: SECOND, now: after(MORNING, 1), sourceIds: [], answersFor: new Set(), ...changes })

/** Two who saw it and stand in different places: neither is known by the fact. */
export const WORKER = reportOn('worker')
export const INSPECTOR = reportOn('inspector', { kind: 'inspector' })
export const COMPLETE = groundsOf([WORKER, INSPECTOR])
export const SAFE = factOn('places', ['worker', 'inspector'])
