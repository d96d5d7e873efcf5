import type { Command } from 'commander'

export const SHELLS = ['bash', 'zsh', 'fish'] as const

/** Prints a script for the shell, made from the commands as they are. */
export function completion(shell: (typeof SHELLS)[number], daylight: Command): number {
  const commands = daylight.commands.map((command) => ({ name: command.name(), options: command.options.map(({ long }) => long).filter((long) => long !== undefined) }))
  process.stdout.write(shell === 'fish' ? forFish(daylight) : shell === 'zsh' ? `autoload -U bashcompinit && bashcompinit\n${forBash(commands)}` : forBash(commands))
  return 0
}

const forBash = (commands: readonly { readonly name: string; readonly options: readonly string[] }[]): string => `_daylight() {
  local word=\${COMP_WORDS[COMP_CWORD]}
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help" -- "$word")); return; fi
  case "\${COMP_WORDS[1]}" in
${commands.map(({ name, options }) => `    ${name}) COMPREPLY=($(compgen -f -W "${[...options, '--help'].join(' ')}" -- "$word"));;`).join('\n')}
  esac
}
complete -o filenames -F _daylight daylight
`

const forFish = (daylight: Command): string =>
  daylight.commands
    .flatMap((command) => [
      `complete -c daylight -n __fish_use_subcommand -a ${command.name()} -d '${command.description().replaceAll("'", '’')}'`,
      ...command.options.map(({ long, description }) => `complete -c daylight -n '__fish_seen_subcommand_from ${command.name()}' -l ${long?.slice(2)} -d '${description.replaceAll("'", '’')}'`),
    ])
    .join('\n')
    .concat('\n')
