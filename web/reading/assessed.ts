import { createContext, useContext } from 'react'
import { certaintyFor, type AskedCertainty } from '../../core/planning/dossier.ts'
import type { Operation } from '../../core/planning/operation.ts'
import { readOperation, type Reading } from '../../core/planning/readiness.ts'
import { zoneOf, type Zone } from '../../ui/clock.ts'
import { entriesOf, type Entry } from './entries.ts'
import { IN_FORCE, OPERATION_SHAPE } from './in-force.ts'
import type { OperationFile } from '../entry/file-of.ts'

/** An operation with its reading, and everything a page needs to show what that rests on. */
export interface Assessed {
  readonly file: OperationFile
  readonly operation: Operation
  readonly reading: Reading
  readonly asked: AskedCertainty | null
  readonly entries: ReadonlyMap<string, Entry>
  readonly zone: Zone
}

/** Reads a file that has the shape of an operation; undefined where it has not, which the caller has ruled out. */
export function assess(file: OperationFile): Assessed | undefined {
  const shaped = OPERATION_SHAPE.safeParse(file)
  if (!shaped.success) return undefined
  const operation = shaped.data
  const reading = readOperation(operation, IN_FORCE)
  return {
    file,
    operation,
    reading,
    asked: reading.read === 'raid' ? reading.dossier.certainty : certaintyFor(operation, IN_FORCE.certainty),
    entries: entriesOf(file),
    zone: zoneOf(String(file['at'])),
  }
}

const Shown = createContext<Assessed | null>(null)

/** Everything inside shows one assessed operation. */
export const Showing = Shown.Provider

export function useAssessed(): Assessed {
  const assessed = useContext(Shown)
  if (!assessed) throw new Error('nothing is being shown here')
  return assessed
}
