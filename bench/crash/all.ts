import { main as straightToTheLedger } from './ledger.ts'
import { main as throughTheServer } from './server.ts'

/** Kills whatever can be killed, first below a process that only appends and then below the whole server; exits with the first code that is not 0. */
export async function main(args: readonly string[]): Promise<number> {
  const below = await straightToTheLedger(args)
  if (below === 64) return below
  const through = await throughTheServer(args)
  return below === 0 ? through : below
}
