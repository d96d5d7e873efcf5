import { EXIT_BAD_INPUT } from '../exit.ts'

export const SCHEMAS = ['operation', 'certainty'] as const

/** Prints the JSON Schema (2020-12) of a file, made from the same shapes that read it. */
export async function schema(which: string): Promise<number> {
  if (which !== 'operation' && which !== 'certainty') {
    process.stderr.write(`daylight: there is no schema of "${which.slice(0, 40).replaceAll(/\P{L}/gu, '?')}". Expected ${SCHEMAS.join(' or ')}.\n`)
    return EXIT_BAD_INPUT
  }
  const { certaintySchema, operationSchema } = await import('../../wire/json-schemas.ts')
  process.stdout.write(`${JSON.stringify(which === 'operation' ? operationSchema() : certaintySchema(), null, 2)}\n`)
  return 0
}
