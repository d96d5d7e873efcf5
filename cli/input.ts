import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { printBadInput, type BadInput } from '../wire/reading/bad-input.ts'
import { tooLarge } from '../wire/reading/bytes.ts'
import { readText } from '../wire/reading/read.ts'
import { readShape, type Shape } from '../wire/reading/shape-problems.ts'

/** A file as read, or everything that is wrong with it. */
export type Input<Value> = { readonly accepted: true; readonly value: Value } | { readonly accepted: false; readonly problems: readonly BadInput[] }

const SYSTEM_SAYS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read this file',
  EISDIR: 'this is a folder, not a file',
}

/** Where the user stands, also when npm runs us elsewhere. */
const fromTheUser = (file: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), file)

/** Reads a file and checks its shape. A file that is too large is refused by its size, before it is read. */
export async function readInput<Value>(file: string, shapeOf: (value: unknown) => Shape<Value>): Promise<Input<Value>> {
  const bytes = bytesOf(file)
  if ('code' in bytes) return { accepted: false, problems: [bytes] }
  const read = await readText(file, bytes)
  if (!read.accepted) return { accepted: false, problems: [read.bad] }
  const shaped = readShape(shapeOf(read.value), file, read)
  return shaped.accepted ? shaped : { accepted: false, problems: shaped.bad }
}

function bytesOf(file: string): Uint8Array | BadInput {
  const path = fromTheUser(file)
  try {
    const status = statSync(path)
    if (!status.isFile()) return unreadable(file, SYSTEM_SAYS.EISDIR!)
    return tooLarge(file, status.size) ?? readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return unreadable(file, SYSTEM_SAYS[code] ?? `the system does not let it be read (${code})`)
  }
}

const unreadable = (file: string, problem: string): BadInput => ({
  code: 'reading/unreadable', file, line: null, column: null, path: '', problem, expected: 'a file that you may read, named from where you stand',
})

export function complain(problems: readonly BadInput[]): void {
  for (const problem of problems) process.stderr.write(`${printBadInput(problem)}\n`)
}
