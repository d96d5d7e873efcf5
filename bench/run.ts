import { certaintyFigures } from './certainty.ts'
import { ledgerFigures } from './ledger/figures.ts'
import { officeFigures } from './office/figures.ts'
import { pageFigure } from './page.ts'
import { commandFigure, serverFigures } from './processes.ts'
import { rightsFigures } from './rights/figures.ts'
import { table, verdictOf, type Figure } from './table.ts'

/** Measures everything once and prints one table; exits with 1 where a bar is not met. */
export async function main(_args: readonly string[]): Promise<number> {
  const figures: readonly Figure[] = [...certaintyFigures(), commandFigure(), ...(await serverFigures()), pageFigure(), ...(await ledgerFigures()), ...(await rightsFigures()), ...(await officeFigures())]
  process.stdout.write(`${table(figures)}\n\nMedians on this machine, now, unless a line says otherwise. Baselines stand in brackets, and are measured in the same run.\n`)
  return figures.every((figure) => verdictOf(figure) !== 'not met') ? 0 : 1
}
