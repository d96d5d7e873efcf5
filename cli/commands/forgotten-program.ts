import type { Command } from 'commander'
import type { Outcome } from '../program.ts'
import type { LedgerDesk } from './ledger-desk.ts'

const WHERE = `
What two people have agreed to forget is gone from the store of keys, and forgotten.list beside the master key says which keys.
The list holds no name. Carry a copy with the master key, away from the backups: a backup that is older than a forgetting
still holds the key, and the list destroys it again. Exit codes: 0 done; 64 bad input; 65 something is left; 70 the store failed.`

/** The commands of what was forgotten. What they need is loaded when one of them is called. */
export function addForgottenCommands(daylight: Command, outcome: Outcome): void {
  const parent = daylight.command('forgotten').description('the list of forgotten keys: check it, and write it anew').addHelpText('after', WHERE)
  const command = (name: string, description: string, run: (desk: LedgerDesk) => Promise<number>): void => {
    parent.command(name).description(description).option('--data <folder>', 'a folder of files, whatever the environment says').exitOverride()
      .action(async (options: { readonly data?: string }) => {
        const { deskFor } = await import('./ledger-place.ts')
        const desk = deskFor(options.data)
        outcome.exitCode = desk === null ? 64 : await run(desk)
      })
  }
  command('check', 'whether the list is whole and nothing of it is left', async (desk) => (await import('./forgotten.ts')).checkForgotten(desk))
  command('renew', 'destroy what is left of it, and write the list anew from the ledger', async (desk) => (await import('./forgotten.ts')).renewForgotten(desk))
}
