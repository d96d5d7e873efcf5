import type { Offence } from '../../core/law/offence.ts'
import { lawCatalogue } from '../../wire/law.ts'
import { speakEnglish } from '../in-words.ts'
import { EXIT_BAD_INPUT } from '../exit.ts'
import { offenceReport, offenceList } from '../report/law-report.ts'
import { print } from '../report/layout.ts'
import { printable } from '../../wire/reading/printable.ts'

/** Lists the catalogue, or tells all of one offence. */
export function law(id: string | undefined, { jurisdiction, json }: { jurisdiction?: string; json?: true }): number {
  const { offences, nonPunishment } = lawCatalogue()
  const wanted = offences.filter((offence) => (id === undefined || offence.id === id) && (jurisdiction === undefined || sameWord(offence.jurisdiction, jurisdiction)))
  if (wanted.length === 0) {
    process.stderr.write(`${nothingCalled(id ?? jurisdiction ?? '', id === undefined ? offences.map((offence) => offence.jurisdiction) : offences.map((offence) => offence.id))}\n`)
    return EXIT_BAD_INPUT
  }
  if (json) process.stdout.write(`${JSON.stringify(id === undefined ? wanted : wanted[0], null, 2)}\n`)
  else print([id === undefined ? offenceList(wanted) : offenceReport(wanted[0] as Offence, nonPunishment, speakEnglish())])
  return 0
}

const sameWord = (a: string, b: string): boolean => a.toLocaleLowerCase('en') === b.toLocaleLowerCase('en')

const nothingCalled = (word: string, known: readonly string[]): string =>
  `daylight: the catalogue has nothing called "${printable(word.slice(0, 60))}". It has: ${[...new Set(known)].join(', ')}.`
