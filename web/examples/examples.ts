import { createContext, useContext } from 'react'
import type { OperationFile } from '../entry/file-of.ts'

/** The little of an example by which one chooses it. */
export interface ExampleHeading {
  readonly id: string
  readonly name: string
  readonly operation: 'plan' | 'past' | 'none'
  readonly jurisdiction: string
  readonly at: string
}

/** The example operations that come with the page. */
export interface Examples {
  readonly headings: readonly ExampleHeading[]
  readonly load: (id: string) => OperationFile | undefined
}

const Available = createContext<Examples>({ headings: [], load: () => undefined })

export const ExamplesAvailable = Available.Provider

export const useExamples = (): Examples => useContext(Available)
