import type { Command } from 'commander'
import type { Outcome } from '../program.ts'
import type { BackupOptions } from './backup.ts'
import type { LedgerDesk } from './ledger-desk.ts'

const WHERE = `
A backup is two files in two folders, closed with age (age-encryption.org): everything but the keys, and the keys. The
master key is in neither. What was forgotten stays forgotten: forgotten.list, beside the master key, says which keys, and
a restore destroys them again, also from a backup older than the forgetting. Carry it with the master key. Where nothing
but the backup is left, nobody can know what was forgotten after it. Try what you keep: daylight backup drill. Exit codes: 0 done; 64 bad input; 65 the chain is
broken; 70 the store failed.`

type Given = BackupOptions & { readonly data?: string }

const several = (one: string, before: readonly string[] = []): readonly string[] => [...before, one]

/** The commands that take a backup, try it and restore it. What they need is loaded when one of them is called. */
export function addBackupCommands(daylight: Command, outcome: Outcome): void {
  const parent = daylight.command('backup').description('take a backup, try it, and restore it into an empty place').addHelpText('after', WHERE)
  const command = (name: string, description: string, run: (desk: LedgerDesk, file: string, options: BackupOptions) => Promise<number>, isDefault = false): Command =>
    parent
      .command(name, { isDefault })
      .description(description)
      .requiredOption('--keys <file>', 'the file of the keys, in another folder')
      .option('--passphrase <file>', 'a file that holds the passphrase')
      .option('--anchors <file>', 'the file of anchors; DAYLIGHT_ANCHORS where none is given')
      .option('--data <folder>', 'a folder of files, whatever the environment says')
      .action(async (file: string, options: Given) => {
        const { deskFor } = await import('./ledger-place.ts')
        const desk = deskFor(options.data)
        outcome.exitCode = desk === null ? 64 : await run(desk, file, options)
      })
  const opening = (each: Command): Command =>
    each
      .option('--identity <file>', 'a file that holds the identity the backup was closed for')
      .option('--key <file>', 'the public key the anchors were signed with')
      .option('--losing <entries>', 'how many anchored entries you know will be missing')
      .option('--forgotten <file>', 'a copy of forgotten.list, beside the one that lies by the master key')

  command('take <file>', 'write everything but the keys to a file, and the keys to another', async (desk, file, options) => (await import('./backup.ts')).backup(desk, file, options), true)
    .option('--recipient <age1…>', 'whom it is closed for; may be given again', several)
  opening(command('drill <file>', 'restore into an empty place, verify, open one entry of each kind, say how long it took', async (desk, file, options) => (await import('./backup-drill.ts')).drill(desk, file, options)))
  opening(command('restore <file>', 'fill an empty place from a backup', async (desk, file, options) => (await import('./backup.ts')).restore(desk, file, options)))
    .option('--without-forgotten-list', 'restore though no list says what was forgotten since this backup')
  for (const each of parent.commands) each.exitOverride()
}
