import { printable } from '../../wire/reading/printable.ts'
import { styleText } from 'node:util'

/** Fits a terminal of 100 and an A4 page in a fixed face. */
export const WIDTH = 96

/** One line of a report, or several after folding. Everything in it may come from a file, so all of it is made printable. */
export type Line = string

const tone = (style: 'bold' | 'red' | 'yellow' | 'dim', text: string): string => styleText(style, text, { stream: process.stdout })

/** Colour never says anything that the words beside it do not. */
export const strong = (text: string): string => tone('bold', text)
export const danger = (text: string): string => tone('red', text)
export const running = (text: string): string => tone('yellow', text)
export const quiet = (text: string): string => tone('dim', text)

/** Folds a text at words, with the first line after `lead` and the others under it. */
export function fold(lead: string, text: string, width = WIDTH): readonly Line[] {
  const indent = ' '.repeat(lead.length)
  const lines: string[] = []
  let line = ''
  for (const word of printable(text.replaceAll(/\s+/g, ' ').trim()).split(' ').flatMap((long) => cutLong(long, width - lead.length))) {
    if (line !== '' && lead.length + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines.map((one, i) => (i === 0 ? lead : indent) + one)
}

/** A word longer than the line is cut into pieces, never lost. */
const cutLong = (word: string, width: number): readonly string[] =>
  word.length <= width ? [word] : [word.slice(0, width), ...cutLong(word.slice(width), width)]

/** A title with something at the far end of its line; under it, if there is no room beside it. */
export function spread(left: string, right: string): readonly Line[] {
  const [start, end] = [printable(left), printable(right)]
  const gap = WIDTH - start.length - end.length
  return gap >= 2 ? [start + ' '.repeat(gap) + end] : [...fold('', left), end]
}

export const section = (title: string): readonly Line[] => ['', strong(title.toUpperCase())]

export const rule: Line = '─'.repeat(WIDTH)

/** Two columns: a label of fixed width and a text that folds. */
export const row = (label: string, text: string, width = 26): readonly Line[] => fold(`  ${printable(label).padEnd(width)}`, text)

export const print = (reports: readonly (readonly Line[])[]): void => {
  process.stdout.write(reports.map((lines) => `${lines.join('\n')}\n`).join('\n'))
}

/** 2031-03-06 05:30 UTC. */
export const when = (moment: number): string => {
  const iso = new Date(moment).toISOString()
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`
}

export const share = (probability: number): string => probability.toFixed(2)
