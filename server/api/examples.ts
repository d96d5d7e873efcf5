import { readFileSync } from 'node:fs'

/** Requests to begin with: invented, and really accepted. */
export type ExampleName = 'assess' | 'certainty' | 'law'

export const exampleTextOf = (name: ExampleName): string =>
  readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8').trimEnd()

export const exampleOf = (name: ExampleName): unknown => JSON.parse(exampleTextOf(name))
