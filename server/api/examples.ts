import { readFileSync } from 'node:fs'

/** Requests to begin with: invented, and really accepted. */
export type ExampleName = 'assess' | 'certainty' | 'law'

/** An example of a file of its own, or a short one as it is. */
export type Example = ExampleName | Readonly<Record<string, unknown>>

export const exampleTextOf = (example: Example): string =>
  typeof example === 'string' ? readFileSync(new URL(`./examples/${example}.json`, import.meta.url), 'utf8').trimEnd() : JSON.stringify(example, null, 2)

export const exampleOf = (example: Example): unknown => JSON.parse(exampleTextOf(example))
