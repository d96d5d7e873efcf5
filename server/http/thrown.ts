import { faultOf, StoreFault } from '../../ledger/store/fault.ts'
import type { Speak } from '../../wire/words.ts'
import { logDefect, type Log } from './log.ts'
import { refuse } from './problem.ts'

/** How long somebody may wait before trying again what the world kept from being done. */
const RETRY_SECONDS = '5'

/** Answers what was thrown on the way to an answer: the world failed, and its place is logged; or we did, and a reference is told. */
export function refuseThrown(speak: Speak, log: Log, thrown: unknown): Response {
  const error = faultOf(thrown, 'a store that was read')
  if (!(error instanceof StoreFault)) return refuse(speak, { code: 'request/our-fault', detail: `Tell whoever runs the server this reference: ${logDefect(log, error)}.` })
  log(`error store ${error.trouble} ${error.where}`)
  const mayPass = error.trouble === 'busy' || error.trouble === 'unreachable' || error.trouble === 'disk-full'
  return refuse(speak, { code: `store/${error.trouble}`, detail: 'Whoever runs the server finds the place in its log.' }, mayPass ? { 'retry-after': RETRY_SECONDS } : {})
}
