import type { Speak } from '../wire/words.ts'
import type { CaseStore } from './case-store.ts'
import { accessLog, type AccessLog } from './access-log.ts'
import { openGate, type Gate } from './gate.ts'
import type { Door } from './session/door.ts'
import { USUAL_STEP_UP } from './session/step-up-policy.ts'
import type { Clock } from './clock.ts'

/** What the routes of the office work with: the case store, the door people come in by, the gate, and words. */
export interface Office {
  readonly cases: CaseStore
  readonly door: Door
  readonly gate: Gate
  readonly log: AccessLog
  readonly now: Clock
  readonly speak: Speak
}

/** Opens the office over a case store. `origin` is where whoever runs it says it is reached. */
export function openOffice(cases: CaseStore, speak: Speak, now: Clock, origin: string | null = null): Office {
  const log = accessLog(cases.desk)
  return { cases, door: { desk: cases.desk, now, master: cases.master, origin, stepUp: USUAL_STEP_UP }, gate: openGate(log, now), log, now, speak }
}
