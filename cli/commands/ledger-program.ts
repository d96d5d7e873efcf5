import type { Command } from 'commander'
import type { Outcome } from '../program.ts'
import type { LedgerDesk } from './ledger-desk.ts'

const WHERE = `
The ledger lies where the server keeps it: in the folder DAYLIGHT_DATA (./data), or in DATABASE_URL with its keys in
KEYS_DATABASE_URL. Exit codes: 0 done; 64 bad input; 65 the chain is broken; 70 the store failed.`

interface Where {
  readonly data?: string
}

interface Options {
  readonly against?: string
  readonly anchors?: string
  readonly key?: string
  readonly to?: string
}

/** The commands of the ledger. What they need is loaded when one of them is called. */
export function addLedgerCommands(daylight: Command, outcome: Outcome): void {
  const ledger = daylight.command('ledger').description('the ledger of a case system: verify, show, rebuild, and move it to another engine').addHelpText('after', WHERE)
  const command = (name: string, description: string, run: (desk: LedgerDesk, given: readonly string[], options: Options) => Promise<number>, under: Command = ledger): Command =>
    under
      .command(name)
      .description(description)
      .option('--data <folder>', 'a folder of files, whatever the environment says')
      .action(async (...given: unknown[]) => {
        const [options, words] = [given.at(-2) as Where & Options, given.slice(0, -2) as string[]]
        const { deskFor } = await import('./ledger-place.ts')
        const desk = deskFor(options.data)
        outcome.exitCode = desk === null ? 64 : await run(desk, words, options)
      })

  const acts = () => import('./ledger.ts')
  const keyActs = () => import('./ledger-keys.ts')
  const anchorActs = () => import('./ledger-anchors.ts')
  command('verify', 'whether every entry is as it was written', async (desk, _, { against, anchors, key }) => (anchors === undefined ? (await acts()).verify(desk, against) : (await anchorActs()).verifyByAnchors(desk, anchors, key)))
    .option('--against <head>', 'a head printed on an earlier day, as position:digest')
    .option('--anchors <file>', 'a file of anchors, kept away from the database')
    .option('--key <file>', 'the public key the anchors were signed with, where it does not lie beside the master key')
  command('anchor', 'sign where the chain ends, write it to a file on another disk, and print it for paper', async (desk, _, { to }) => (await anchorActs()).anchor(desk, to))
    .option('--to <file>', 'the file of anchors; DAYLIGHT_ANCHORS where none is given')
  command('show <stream>', 'one stream with its three times; sealed words stay sealed', async (desk, [stream = '']) => (await acts()).show(desk, stream))
  command('rebuild', 'empty the read tables and fill them again from the entries', async (desk) => (await acts()).rebuild(desk))
  command('export <file>', 'write the archive: ciphertext, without keys', async (desk, [file = '']) => (await acts()).exportTo(desk, file))
  command('import <file>', 'fill an empty ledger from an archive', async (desk, [file = '']) => (await acts()).importFrom(desk, file))

  const keys = ledger.command('keys').description('the wrapped keys, which travel apart from the archive')
  command('export <file>', 'write the wrapped keys; not beside an archive', async (desk, [file = '']) => (await keyActs()).exportKeysTo(desk, file), keys)
  command('import <file>', 'fill an empty store of keys; the master key must be in its place', async (desk, [file = '']) => (await keyActs()).importKeysFrom(desk, file), keys)
  for (const each of [...ledger.commands, ...keys.commands]) each.exitOverride()
}
