import { CommanderError } from 'commander'
import { EXIT_BAD_INPUT, EXIT_DEFECT } from './exit.ts'
import { program } from './program.ts'

/**
 * Runs one command and answers with its exit code.
 *
 * A defect of ours is told in one line without its inside: what an operation file says may stand in it.
 */
export async function main(args: readonly string[]): Promise<number> {
  const outcome = { exitCode: 0 }
  try {
    await program(outcome).parseAsync([...args], { from: 'user' })
    return outcome.exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_BAD_INPUT
    const name = error instanceof Error ? error.name : 'something'
    process.stderr.write(`daylight: this is our fault, and nothing was assessed (${name}). Nothing of your file is in this line.\n`)
    if (process.env.DAYLIGHT_DEBUG) process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`)
    return EXIT_DEFECT
  }
}
