import type { ActorId, HolderId } from '../core/kernel/id.ts'
import { after, instant } from '../core/kernel/instant.ts'
import type { KeepingPolicy } from '../core/retention/keeping.ts'

/** Who keeps and forgets in tests, and when. Nobody of them exists. */

export const [ADA, BO] = ['ada' as ActorId, 'bo' as ActorId]
export const OPENED_AT = instant(Date.UTC(2031, 2, 3, 8))
export const onDay = (days: number) => after(OPENED_AT, days)

const signed = { source: 'a test', sureness: 'judgement', signedBy: 'Nobody', asOf: '2031-01-01' } as const
export const KEEPING_POLICY: KeepingPolicy = { reviewWithinYears: { value: 5, ...signed }, askingDays: { value: 30, ...signed } }

export const keyOf = (name: string) => ({ key: `key-${name}`, holder: `report/${name}` as HolderId })
