import type { OperationFile } from '../entry/file-of.ts'
import type { ExampleHeading, Examples } from './examples.ts'

const OPERATIONS = import.meta.glob<OperationFile>('../../examples/operations/*.{yaml,json}', { query: '?operation', eager: true, import: 'default' })

const byId = new Map(Object.entries(OPERATIONS).map(([path, file]) => [path.replace(/^.*\/|\.\w+$/g, ''), file]))

const headings = [...byId].map(([id, { name, operation, jurisdiction, at }]) => ({ id, name, operation, jurisdiction, at }) as ExampleHeading)

/** The examples of this build, the oldest first. They come with the page, so that opening one asks for nothing. */
export const BUILT_IN: Examples = {
  headings: headings.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  load: (id) => byId.get(id),
}
