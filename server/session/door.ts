import type { Key } from '../../crypto/box.ts'
import type { Clock } from '../clock.ts'
import type { DeskStore } from '../desk-tables.ts'
import type { AccountDoor } from './account-door.ts'
import type { DevicePolicy } from './device-policy.ts'
import type { StepUpPolicy } from './step-up-policy.ts'

/** Where people sign in: the plain tables, the time, the key under which tries are marked, by which name it is reached, and when somebody is asked anew. */
export interface Door {
  readonly desk: DeskStore
  readonly now: Clock
  readonly master: Key
  /** The one origin the office is reached by, where whoever runs it named one. */
  readonly origin: string | null
  readonly stepUp: StepUpPolicy
  /** The other service people may show by who they are; null where there is none. */
  readonly account: AccountDoor | null
  readonly devices: DevicePolicy
}
