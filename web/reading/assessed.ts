import { createContext, useContext } from 'react'
import { certaintyFor, type AskedCertainty, type InForce } from '../../core/planning/dossier.ts'
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
  /** The policy and the law by which it was read. */
  readonly inForce: InForce
  readonly entries: ReadonlyMap<string, Entry>
  readonly zone: Zone
  /** What people call its reports, by the id of each. Null where their ids were chosen by whoever wrote the file, and say more than a handle. */
  readonly handles: ReadonlyMap<string, string> | null
}

/** By what a file is read: what comes with Daylight and its own ids, unless an agency has signed other values and a site has given its reports handles. */
export interface ReadBy {
  readonly inForce?: InForce
  readonly handles?: ReadonlyMap<string, string> | null
}


/** Of a plan no handles are known: its reports go by who spoke. */
export const NO_HANDLES: ReadonlyMap<string, string> = new Map()

/** Reads a file that has the shape of an operation; undefined where it has not, which the caller has ruled out. */
export function assess(file: OperationFile, { inForce = IN_FORCE, handles = null }: ReadBy = {}): Assessed | undefined {
  const shaped = OPERATION_SHAPE.safeParse(file)
  if (!shaped.success) return undefined
  const operation = shaped.data
  const reading = readOperation(operation, inForce)
  return {
    file,
    operation,
    reading,
    asked: reading.read === 'raid' ? reading.dossier.certainty : certaintyFor(operation, inForce.certainty),
    inForce,
    entries: entriesOf(file),
    zone: zoneOf(String(file['at'])),
    handles,
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
