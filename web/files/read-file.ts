import type { BadInput } from '../../wire/reading/bad-input.ts'
import { draftOf } from '../entry/draft-of.ts'
import type { Entered } from '../entry/entry-state.ts'
import type { OperationFile } from '../entry/file-of.ts'
import { OPERATION_SHAPE } from '../reading/in-force.ts'

/** A file as something to show, or everything that keeps it from being read, each with its line and its way. */
export type OpenedFile =
  | { readonly accepted: true; readonly opened: Entered }
  | { readonly accepted: false; readonly bad: readonly BadInput[] }

/** Reads an operation file by the strict reader of the command line. It is loaded with the first file. */
export async function readOperationFile(name: string, bytes: Uint8Array): Promise<OpenedFile> {
  const [{ readText }, { readShape }] = await Promise.all([import('../../wire/reading/read.ts'), import('../../wire/reading/shape-problems.ts')])
  const read = await readText(name, bytes)
  if (!read.accepted) return { accepted: false, bad: [read.bad] }
  const shaped = readShape(OPERATION_SHAPE, name, read)
  if (!shaped.accepted) return shaped
  return { accepted: true, opened: enteredFrom(read.value as OperationFile, name) }
}

/** A plan is read as it is; anything else may be filled in further. */
export const enteredFrom = (file: OperationFile, from: string): Entered =>
  file['operation'] === 'plan' ? { entered: 'plan', file, from } : { entered: 'draft', draft: draftOf(file), from }
