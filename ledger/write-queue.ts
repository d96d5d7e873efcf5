import { StoreFault } from './store/fault.ts'

interface Waiting<Call, Outcome> {
  readonly call: Call
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (fault: unknown) => void
}

/** Everybody who was answered a moment ago, and has more, comes in before the next write begins. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * Lets calls that arrive while the disk is busy share the next durable write.
 *
 * One writer alone waits for nobody. Where a shared write fails by one call's fault, each is tried by itself, so that nobody is refused for
 * what another sent; where the store itself failed, all are told at once.
 */
export function writeQueue<Call, Outcome>(commit: (calls: readonly Call[]) => Promise<readonly Outcome[]>, most: number): (call: Call) => Promise<Outcome> {
  const waiting: Waiting<Call, Outcome>[] = []
  let busy = false

  const write = async (lot: readonly Waiting<Call, Outcome>[]): Promise<void> => {
    try {
      const outcomes = await commit(lot.map(({ call }) => call))
      for (const [index, { resolve }] of lot.entries()) resolve(outcomes[index] as Outcome)
    } catch (fault) {
      if (lot.length === 1 || fault instanceof StoreFault) for (const { reject } of lot) reject(fault)
      else for (const one of lot) await write([one])
    }
  }

  const drain = async (): Promise<void> => {
    busy = true
    while (waiting.length > 0) {
      await turn()
      await write(waiting.splice(0, most))
    }
    busy = false
  }

  return (call) =>
    new Promise((resolve, reject) => {
      waiting.push({ call, resolve, reject })
      if (!busy) void drain()
    })
}
