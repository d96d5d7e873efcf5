import { notRead, type Reading } from './bad-input.ts'
import { textOf } from './bytes.ts'
import { readJson } from './json.ts'

/**
 * Reads a file that holds one value, in the format its ending names.
 *
 * The YAML reader is loaded when the first YAML file comes, so that nobody else waits for it.
 */
export async function readText(file: string, bytes: Uint8Array): Promise<Reading> {
  const ending = /\.[^./\\]*$/.exec(file)?.[0].toLowerCase()
  if (ending !== '.json' && ending !== '.yaml' && ending !== '.yml')
    return notRead(file, {
      code: 'reading/unknown-ending',
      problem: ending ? `files that end in ${ending} are not read` : 'the name of the file has no ending',
      expected: 'a file that ends in .json, .yaml or .yml',
    })
  const decoded = textOf(file, bytes)
  if (!decoded.accepted) return decoded
  if (ending === '.json') return readJson(file, decoded.text)
  const { readYaml } = await import('./yaml.ts')
  return readYaml(file, decoded.text)
}
