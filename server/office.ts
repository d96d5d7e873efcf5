import type { Speak } from '../wire/words.ts'
import type { CaseStore } from './case-store.ts'
import { accessLog, type AccessLog } from './access-log.ts'
import { openGate, type Gate } from './gate.ts'
import { openRights } from './rights/cedar.ts'
import { openReach, type InReach } from './rights/in-reach.ts'
import type { Asker, Rights } from './rights/rights.ts'
import type { Door } from './session/door.ts'
import type { AccountDoor } from './session/account-door.ts'
import { USUAL_DEVICES, type DevicePolicy } from './session/device-policy.ts'
import { USUAL_STEP_UP } from './session/step-up-policy.ts'
import type { Clock } from './clock.ts'

/** What the routes of the office work with: the case store, the door people come in by, the gate, and words. */
export interface Office {
  readonly cases: CaseStore
  readonly door: Door
  readonly gate: Gate
  readonly rights: Rights
  /** What somebody's lists are filtered by. */
  readonly reach: (who: Asker) => InReach
  readonly log: AccessLog
  readonly now: Clock
  readonly speak: Speak
}

/** What differs from place to place about signing in, beside the password and what each adds to it. */
export interface OtherWays {
  readonly account?: AccountDoor
  readonly devices?: DevicePolicy
}

/** Opens the office over a case store. `origin` is where whoever runs it says it is reached. */
export function openOffice(cases: CaseStore, speak: Speak, now: Clock, origin: string | null = null, { account, devices }: OtherWays = {}): Office {
  const [log, rights] = [accessLog(cases.desk), openRights()]
  const inReach = openReach(rights)
  return { cases, door: { desk: cases.desk, now, master: cases.master, origin, stepUp: USUAL_STEP_UP, account: account ?? null, devices: devices ?? USUAL_DEVICES }, gate: openGate({ log, rights, now, cases }), rights, reach: (who) => inReach(who, now()), log, now, speak }
}
