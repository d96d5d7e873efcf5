import type { Command } from 'commander'
import type { Outcome } from '../program.ts'
import type { LedgerDesk } from './ledger-desk.ts'

const WHERE = `
The master key lies in DAYLIGHT_DATA (./data). Stop the server before you rotate. Exit codes: 0 done; 64 bad input;
70 the store failed.`

interface Given {
  readonly data?: string
  readonly of?: string
  readonly need?: string
  readonly to?: string
}

/** The commands of the master key. What they need is loaded when one of them is called. */
export function addKeyCommands(daylight: Command, outcome: Outcome): void {
  const parent = daylight.command('keys').description('the master key: rotate it, share it among officers, rebuild it').addHelpText('after', WHERE)
  const command = (name: string, description: string, run: (desk: LedgerDesk, given: Given, files: readonly string[]) => Promise<number>): Command =>
    parent
      .command(name)
      .description(description)
      .option('--data <folder>', 'a folder of files, whatever the environment says')
      .action(async (...words: unknown[]) => {
        const [options, files] = [words.at(-2) as Given, (words.length > 2 ? words[0] : []) as string[]]
        const { deskFor } = await import('./ledger-place.ts')
        const desk = deskFor(options.data)
        outcome.exitCode = desk === null ? 64 : await run(desk, options, files)
      })

  command('rotate', 'put every key under a new master key', async (desk) => (await import('./keys.ts')).rotate(desk))
  command('shares', 'share the master key among officers, on the screen or as files', async (desk, { of = '', need = '', to }) => (await import('./keys.ts')).shares(desk, { of, need, ...(to !== undefined && { to }) }))
    .requiredOption('--of <shares>', 'how many shares are made')
    .requiredOption('--need <shares>', 'how many of them rebuild the key')
    .option('--to <folder>', 'a folder for one file each')
  command('recover <files...>', 'rebuild the master key from files that hold shares', async (desk, _, files) => (await import('./keys.ts')).recover(desk, files))
  for (const each of parent.commands) each.exitOverride()
}
