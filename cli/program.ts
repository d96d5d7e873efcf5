import { Command, Option } from 'commander'
import { addBackupCommands } from './commands/backup-program.ts'
import { SHELLS } from './commands/completion.ts'
import { addForgottenCommands } from './commands/forgotten-program.ts'
import { addKeyCommands } from './commands/keys-program.ts'
import { addLedgerCommands } from './commands/ledger-program.ts'
import { SCHEMAS } from './commands/schema.ts'

/** What a command leaves behind for the shell. */
export interface Outcome {
  exitCode: number
}

const VERDICT_CODES = `
Exit codes: 0 smart, or not missed; 10 not ready; 20 blind; 30 missed, or urgent;
64 bad input; 70 our fault. Several files: the highest.`

/** The commands with their help. Each command's own code is loaded when it is called, so that none waits for another. */
export function program(outcome: Outcome): Command {
  const daylight = new Command('daylight')
    .description('Anti-trafficking operations: how certain are we, is this smart, not ready or blind, and why.')
    .showHelpAfterError('(daylight --help shows the commands)')
    .exitOverride()

  daylight
    .command('assess')
    .description('read operations and report the verdict with its reasons')
    .argument('<file...>', 'operation files, .json or .yaml (docs/operation-format.md)')
    .option('--json', 'the answer as JSON; several files give a list in the order of the files')
    .addHelpText('after', VERDICT_CODES)
    .action(async (files: string[], { json }: { json?: true }) => {
      const { assess } = await import('./commands/assess.ts')
      outcome.exitCode = await assess(files, json ? 'json' : 'report')
    })

  daylight
    .command('certainty')
    .description('how certain it is that victims are present, with interval, gates and validity')
    .argument('<file>', 'one case or a list of cases, .json or .yaml')
    .option('--json', 'the answer as JSON')
    .addHelpText('after', '\nExit codes: 0 any answer; 64 bad input; 70 our fault.')
    .action(async (file: string, { json }: { json?: true }) => {
      const { certainty } = await import('./commands/certainty.ts')
      outcome.exitCode = await certainty(file, json ? 'json' : 'report')
    })

  daylight
    .command('law')
    .description('the catalogue of law: offences, elements, penalties, and how sure each is')
    .argument('[offence]', 'the id of one offence, for all of it')
    .option('--jurisdiction <name>', 'only offences of one jurisdiction')
    .option('--json', 'the catalogue as JSON')
    .action(async (offence: string | undefined, options: { jurisdiction?: string; json?: true }) => {
      const { law } = await import('./commands/law.ts')
      outcome.exitCode = law(offence, options)
    })

  daylight
    .command('schema')
    .description('the JSON Schema of a file')
    .argument('[file]', `which: ${SCHEMAS.join(' or ')}`, 'operation')
    .action(async (which: string) => {
      const { schema } = await import('./commands/schema.ts')
      outcome.exitCode = await schema(which)
    })

  daylight
    .command('completion')
    .description('words for your shell to complete: source <(daylight completion bash)')
    .addArgument(daylight.createArgument('<shell>').choices(SHELLS))
    .action(async (shell: (typeof SHELLS)[number]) => {
      const { completion } = await import('./commands/completion.ts')
      outcome.exitCode = completion(shell, daylight)
    })

  addLedgerCommands(daylight, outcome)
  addBackupCommands(daylight, outcome)
  addKeyCommands(daylight, outcome)
  addForgottenCommands(daylight, outcome)
  daylight.addOption(new Option('--version').hideHelp())
  for (const command of daylight.commands) command.exitOverride()
  return daylight
}
